import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { placeUrl } from './place-in-url.ts';
import type { StepName } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** A link to a step: a plain press changes the step in place, all else is the browser's. */
export const StepLink = (props: {
  step: StepName;
  class?: string;
  children: ComponentChildren;
}) => {
  const { store } = useWizard();
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    store.go(props.step);
  };
  return (
    <a href={placeUrl(props.step)} class={props.class} onClick={follow}>
      {props.children}
    </a>
  );
};
