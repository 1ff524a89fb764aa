import type { TargetedMouseEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type FieldName, fieldId } from './fields.ts';
import { useWizard } from './wizard-context.ts';
import { summaryErrors } from './wizard-state.ts';

const focusField = (event: TargetedMouseEvent<HTMLAnchorElement>, field: FieldName) => {
  const control = document.getElementById(fieldId(field));
  if (control === null) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: 'center' });
};

/** What stopped the step, with links to the fields it is about. It takes the focus when it appears. */
export const ErrorSummary = () => {
  const { state } = useWizard();
  const box = useRef<HTMLDivElement>(null);
  const errors = summaryErrors(state);
  const { target, number } = state.focus;
  useLayoutEffect(() => {
    if (target !== 'summary' || number === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [target, number]);
  if (errors.length === 0 && state.alert === undefined) return null;
  return (
    <div
      ref={box}
      class="notice is-problem book-summary"
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">
        {state.alert ??
          (errors.length === 1
            ? 'One thing needs your attention'
            : `${errors.length} things need your attention`)}
      </h2>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`} onClick={(event) => focusField(event, field)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
