import type { ComponentType } from 'preact';
import { dollars } from './in-words.ts';
import { StepLink } from './step-link.tsx';
import { AddressesStep } from './steps/addresses-step.tsx';
import { ContactStep } from './steps/contact-step.tsx';
import { DateStep } from './steps/date-step.tsx';
import { DetailsStep } from './steps/details-step.tsx';
import { ReviewStep } from './steps/review-step.tsx';
import { ServiceStep } from './steps/service-step.tsx';
import { type StepName, stepIndex, stepNames } from './steps.ts';
import { useWizard } from './wizard-context.ts';

const stepForms: Record<StepName, ComponentType> = {
  service: ServiceStep,
  details: DetailsStep,
  date: DateStep,
  addresses: AddressesStep,
  contact: ContactStep,
  review: ReviewStep,
};

const BookButton = () => {
  const { state } = useWizard();
  const { price } = state.price;
  return (
    <button
      type="submit"
      class="button button-gold"
      aria-disabled={state.isBooking ? 'true' : undefined}
    >
      {state.isBooking && 'Booking…'}
      {!state.isBooking &&
        (price === undefined ? 'Book' : `Book for ${dollars(price.total_cents)}`)}
    </button>
  );
};

/** The form of the step that is shown. */
export const StepForm = () => {
  const { store, state } = useWizard();
  const { place } = state;
  if (place === 'booked') return null;
  const Fields = stepForms[place];
  const previous = stepNames[stepIndex(place) - 1];
  const submit = (event: Event) => {
    event.preventDefault();
    void (place === 'review' ? store.book() : store.goOn());
  };
  return (
    <form
      class={place === 'review' ? 'book-form is-review' : 'book-form'}
      noValidate
      onSubmit={submit}
    >
      <Fields />
      <div class="book-actions">
        {place === 'review' ? (
          <BookButton />
        ) : (
          <button
            type="submit"
            class="button"
            aria-disabled={state.isChecking ? 'true' : undefined}
          >
            {state.isChecking ? 'Checking…' : 'Continue'}
          </button>
        )}
        {previous !== undefined && (
          <StepLink step={previous} class="button button-quiet">
            Back
          </StepLink>
        )}
      </div>
    </form>
  );
};
