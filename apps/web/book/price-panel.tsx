import { useState } from 'preact/hooks';
import { dollars } from './in-words.ts';
import { PriceLines } from './price-lines.tsx';
import { useWizard } from './wizard-context.ts';

/** The price so far: beside the form, or on a phone a bar that opens. */
export const PricePanel = () => {
  const { store, state, options } = useWizard();
  const [isOpen, setIsOpen] = useState(false);
  const { price, isLoading, problem } = state.price;
  const isWhole = (['service', 'details', 'date', 'addresses'] as const).every(store.isComplete);
  const service = options.services.find(
    ({ service_type }) => service_type === state.draft.order.service_type,
  );
  const fromCents = price?.total_cents ?? service?.from_price_cents;
  return (
    <aside
      class={isOpen ? 'price-panel is-open' : 'price-panel'}
      aria-labelledby="price-title"
      aria-busy={isLoading ? 'true' : undefined}
    >
      <div class="price-head">
        <h2 id="price-title">Your price</h2>
        <p class="price-total" role="status">
          {fromCents === undefined ? (
            <span class="price-none">Choose a service</span>
          ) : (
            <>
              {!(isWhole && price !== undefined) && <span class="price-from">from </span>}
              {dollars(fromCents)}
            </>
          )}
        </p>
        <button
          type="button"
          class="icon-button price-toggle"
          aria-expanded={isOpen ? 'true' : 'false'}
          aria-controls="price-body"
          onClick={() => setIsOpen(!isOpen)}
        >
          <span class="visually-hidden">{isOpen ? 'Hide the lines' : 'Show the lines'}</span>
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M5 15l7-7 7 7" />
          </svg>
        </button>
      </div>
      <div class="price-body" id="price-body">
        {price === undefined ? (
          <p class="price-note">
            {problem ??
              (service === undefined
                ? 'The price appears here and follows what you choose.'
                : `${service.label}: the price follows what you choose.`)}
          </p>
        ) : (
          <>
            <PriceLines price={price} isTotalShown={false} />
            <p class="price-note">{problem ?? price.disclaimer}</p>
          </>
        )}
        <p class="price-note">
          Nothing is paid here: a payment link follows by e-mail. Questions?{' '}
          <span class="phone">{options.profile.phone}</span>
        </p>
      </div>
    </aside>
  );
};
