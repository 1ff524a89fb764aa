import { type FieldError, stepOfField } from './fields.ts';
import type { Navigation } from './navigation.ts';
import { placeUrl, readPlace } from './place-in-url.ts';
import type { StateHolder } from './state-holder.ts';
import { type PlaceName, reachableStep, type StepName, stepIndex } from './steps.ts';

/** Where one is in the wizard: what is shown, what the address says, and where the focus goes. */
export interface Places {
  focusOn(target: 'heading' | 'summary'): void;
  /** Shows what the address asks for, as far as it can be reached; the address follows. */
  showAsked(): void;
  showFirstIncomplete(): void;
  /** As `showFirstIncomplete`, but not before this step. */
  go(step: StepName): void;
  /** From the first step on, whatever was shown. */
  restart(): void;
  /** Shows wrong fields where they are, with the focus on their summary. */
  refuse(errors: readonly FieldError[]): void;
}

export const createPlaces = (options: {
  holder: StateHolder;
  navigation: Navigation;
  isComplete: (step: StepName) => boolean;
  onReview: () => void;
}): Places => {
  const { holder, navigation, isComplete, onReview } = options;
  const focusOn = (target: 'heading' | 'summary'): void =>
    holder.update({ focus: { target, number: holder.get().focus.number + 1 } });
  const show = (place: PlaceName): void => {
    holder.update({ place, alert: undefined });
    if (place === 'review') onReview();
  };
  const replace = (place: PlaceName): void => {
    navigation.replace(placeUrl(place));
    show(place);
  };
  return {
    focusOn,
    showAsked: () => {
      const asked = readPlace(navigation.search());
      const receipt = navigation.receipt();
      if (asked.isBooked && receipt !== undefined) {
        holder.update({ receipt });
        show('booked');
        return;
      }
      const place = reachableStep(asked.step, isComplete);
      if (placeUrl(place) === `/book${navigation.search()}`) show(place);
      else replace(place);
    },
    showFirstIncomplete: () => replace(reachableStep(undefined, isComplete)),
    go: (step) => {
      const place = reachableStep(step, isComplete);
      if (place !== holder.get().place) navigation.push(placeUrl(place));
      holder.update({ notice: undefined });
      show(place);
      focusOn('heading');
    },
    restart: () => {
      replace('service');
      focusOn('heading');
    },
    refuse: (errors) => {
      const [first] = [...errors].sort(
        (a, b) => stepIndex(stepOfField(a.field)) - stepIndex(stepOfField(b.field)),
      );
      holder.update({ errors });
      if (first !== undefined) {
        const step = stepOfField(first.field);
        if (step !== holder.get().place) {
          navigation.push(placeUrl(step));
          show(step);
        }
      }
      focusOn('summary');
    },
  };
};
