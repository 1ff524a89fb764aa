import { StepLink } from './step-link.tsx';
import { stepLabels, stepNames } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The steps with where one is; those that are complete lead back to themselves. */
export const ProgressList = () => {
  const { store, state } = useWizard();
  const firstIncomplete = stepNames.findIndex((step) => !store.isComplete(step));
  return (
    <ol class="book-progress">
      {stepNames.map((step, index) => {
        const isCurrent = step === state.place;
        const isDone =
          state.isReady && step !== 'review' && (firstIncomplete < 0 || index < firstIncomplete);
        const label = (
          <>
            <span class="book-progress-mark" aria-hidden="true">
              {isDone && !isCurrent ? '✓' : index + 1}
            </span>
            <span class="book-progress-label">{stepLabels[step]}</span>
            {isDone && <span class="visually-hidden"> (complete)</span>}
          </>
        );
        return (
          <li
            key={step}
            class={isDone ? 'is-done' : undefined}
            aria-current={isCurrent ? 'step' : undefined}
          >
            {isDone && !isCurrent ? <StepLink step={step}>{label}</StepLink> : <span>{label}</span>}
          </li>
        );
      })}
    </ol>
  );
};
