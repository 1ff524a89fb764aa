import { CountField } from '../counter.tsx';
import { ChoiceField, SelectField, TextField } from '../form-fields.tsx';
import { dollars } from '../in-words.ts';
import { ItemWords } from '../item-words.tsx';
import { useWizard } from '../wizard-context.ts';

export const TransferDetails = () => {
  const { state, options } = useWizard();
  const { airports, directions, ...terms } = options.airport_transfer;
  const { order } = state.draft;
  const airport = airports.find(({ code }) => code === order.blade_airport);
  const isArrival = order.transfer_direction === 'from_airport';
  return (
    <>
      <ChoiceField
        name="transfer_direction"
        label="Which way?"
        choices={directions.map(({ direction, label }) => ({
          value: direction,
          title: label,
          small:
            direction === 'to_airport'
              ? 'We collect your bags and hand them to you in the terminal'
              : 'We take your bags in the terminal and bring them to your door',
        }))}
      />
      <div class="field-row">
        <SelectField
          name="blade_airport"
          label="Airport"
          choices={airports.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        />
        <SelectField
          name="blade_terminal"
          label="Terminal"
          choices={(airport?.terminals ?? []).map((terminal) => ({
            value: terminal,
            label: `Terminal ${terminal}`,
          }))}
          {...(airport === undefined ? { hint: 'Choose the airport first.' } : {})}
        />
      </div>
      <CountField
        name="blade_bag_count"
        label="How many bags?"
        noun="bag"
        min={terms.minimum_bags}
        max={options.limits.max_pieces}
        hint={`${dollars(terms.price_per_bag_cents)} a bag, ${terms.minimum_bags} bags at least.`}
      />
      <div class="field-row">
        <TextField
          name="blade_flight_date"
          type="date"
          label={isArrival ? 'Day the flight lands' : 'Day the flight leaves'}
        />
        <TextField
          name="blade_flight_time"
          type="time"
          label={isArrival ? 'Time it lands' : 'Time it leaves'}
          hint="Local time, as on your ticket."
        />
      </div>
      <ItemWords hint="Such as: two large suitcases and a golf bag." />
    </>
  );
};
