import { contactOf } from '../contact.ts';
import { addressFacts, dateFacts, detailFacts, type Fact } from '../order-in-words.ts';
import { PriceLines } from '../price-lines.tsx';
import { StepLink } from '../step-link.tsx';
import { type StepName, stepLabels } from '../steps.ts';
import { useWizard } from '../wizard-context.ts';

const Section = ({ step, facts }: { step: StepName; facts: readonly Fact[] }) => (
  <section class="review-section" aria-labelledby={`review-${step}`}>
    <div class="review-head">
      <h2 id={`review-${step}`}>{stepLabels[step]}</h2>
      <StepLink step={step}>
        Change <span class="visually-hidden">{stepLabels[step].toLowerCase()}</span>
      </StepLink>
    </div>
    <dl>
      {facts.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </section>
);

export const ReviewStep = () => {
  const { state, options } = useWizard();
  const { draft, session } = state;
  const { price, isLoading, problem } = state.price;
  const contact = contactOf(draft, session);
  const service = options.services.find(
    ({ service_type }) => service_type === draft.order.service_type,
  );
  return (
    <>
      <div class="review-facts">
        <Section step="service" facts={[{ term: 'Service', text: service?.label ?? '' }]} />
        <Section step="details" facts={detailFacts(draft, options)} />
        <Section step="date" facts={dateFacts(draft, options)} />
        <Section step="addresses" facts={addressFacts(draft)} />
        <Section
          step="contact"
          facts={[
            { term: 'Name', text: contact.name },
            { term: 'E-mail', text: contact.email },
            { term: 'Telephone', text: contact.phone },
          ]}
        />
      </div>
      <section
        class="card review-price"
        aria-labelledby="review-price"
        aria-busy={isLoading ? 'true' : undefined}
      >
        <h2 id="review-price">Price</h2>
        {price === undefined ? (
          <p>{problem ?? 'Asking for the price…'}</p>
        ) : (
          <>
            <PriceLines price={price} isTotalShown />
            <p class="price-note">{price.disclaimer}</p>
            {problem !== undefined && <p class="field-error">{problem}</p>}
          </>
        )}
      </section>
    </>
  );
};
