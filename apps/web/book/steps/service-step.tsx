import { ChoiceField } from '../form-fields.tsx';
import { dollars } from '../in-words.ts';
import { ServiceArt } from '../service-art.tsx';
import { useWizard } from '../wizard-context.ts';

export const ServiceStep = () => {
  const { options } = useWizard();
  return (
    <ChoiceField
      name="service_type"
      label="Service"
      isLegendHidden
      class="book-services"
      choices={options.services.map(({ service_type, label, from_price_cents, facts }) => ({
        value: service_type,
        title: (
          <>
            <ServiceArt service={service_type} />
            <span class="book-card-title">{label}</span>
            <span class="book-card-price">from {dollars(from_price_cents)}</span>
          </>
        ),
        small: (
          <span class="book-facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        ),
      }))}
    />
  );
};
