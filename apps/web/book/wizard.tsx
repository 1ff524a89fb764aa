import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Booked } from './booked.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { PricePanel } from './price-panel.tsx';
import { ProgressList } from './progress-list.tsx';
import { StepForm } from './step-form.tsx';
import { textOf } from './step-texts.ts';
import { useWizard } from './wizard-context.ts';

const Notices = () => {
  const { store, state } = useWizard();
  const { notice } = state;
  return (
    <div role="status">
      {notice !== undefined && (
        <div class={notice.tone === 'good' ? 'notice is-good' : 'notice is-problem'}>
          <p>{notice.text}</p>
          {notice.canRetryClaim && (
            <button type="button" class="button-link" onClick={() => void store.retryClaim()}>
              Try again
            </button>
          )}
        </div>
      )}
    </div>
  );
};

export const Wizard = () => {
  const { state, options } = useWizard();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, lead } = textOf(state.place, state.draft);
  const { target, number } = state.focus;
  useEffect(() => {
    document.title = `${title} · Book · ${options.profile.name}`;
  }, [title, options]);
  useLayoutEffect(() => {
    if (target !== 'heading' || number === 0) return;
    scrollTo({ top: 0, behavior: 'instant' });
    heading.current?.focus({ preventScroll: true });
  }, [target, number]);
  const isBooked = state.place === 'booked';
  const isReview = state.place === 'review';
  return (
    <div class={isBooked ? 'is-booked' : undefined}>
      {!isBooked && <ProgressList />}
      <div class="book-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{lead}</p>
      </div>
      {isBooked && state.receipt !== undefined ? (
        <Booked receipt={state.receipt} />
      ) : (
        <div class={isReview ? 'book-columns is-review' : 'book-columns'}>
          <div class="book-main">
            <Notices />
            <ErrorSummary />
            {state.isReady ? (
              <StepForm key={state.place} />
            ) : (
              <p class="book-waiting" role="status">
                One moment…
              </p>
            )}
          </div>
          {!isReview && <PricePanel />}
        </div>
      )}
    </div>
  );
};
