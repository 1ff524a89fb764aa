import { fieldId } from '../fields.ts';
import { SelectField, TextArea, TextField } from '../form-fields.tsx';
import { dollars } from '../in-words.ts';
import { askedAddresses } from '../options.ts';
import { areaOfZip } from '../service-areas.ts';
import { useWizard } from '../wizard-context.ts';

const titles = { pickup: 'Where we collect', delivery: 'Where we deliver' } as const;

const AddressFields = ({ role }: { role: 'pickup' | 'delivery' }) => {
  const { state, options, areas } = useWizard();
  const area = areaOfZip(areas, state.draft.order[`${role}_address`]?.zip_code);
  // Two addresses in one form need sections of their own, or a browser fills both in with one.
  const section = `section-${role}`;
  return (
    <fieldset class="book-group">
      <legend>{titles[role]}</legend>
      <TextField
        name={`${role}_address.address_line_1`}
        label="Street and number"
        autoComplete={`${section} address-line1`}
        maxLength={options.limits.max_address_line_characters}
        hint="With the apartment or unit, if there is one."
      />
      <div class="book-place">
        <TextField
          name={`${role}_address.city`}
          label="City"
          autoComplete={`${section} address-level2`}
          maxLength={options.limits.max_city_characters}
        />
        <SelectField
          name={`${role}_address.state`}
          label="State"
          autoComplete={`${section} address-level1`}
          choices={options.states.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          name={`${role}_address.zip_code`}
          label="ZIP code"
          inputMode="numeric"
          autoComplete={`${section} postal-code`}
          maxLength={10}
        />
      </div>
      <p class="book-area" role="status" id={`${fieldId(`${role}_address.zip_code`)}-area`}>
        {area !== undefined &&
          (area.surchargeCents > 0
            ? `${area.area}, ${area.state}: ${dollars(area.surchargeCents)} more for an address there.`
            : `${area.area}, ${area.state}: no surcharge.`)}
      </p>
    </fieldset>
  );
};

export const AddressesStep = () => {
  const { state, options } = useWizard();
  const { order } = state.draft;
  const airport = options.airport_transfer.airports.find(
    ({ code }) => code === order.blade_airport,
  );
  return (
    <>
      {order.service_type === 'blade_transfer' && (
        <p class="book-aside-text">
          {order.transfer_direction === 'from_airport'
            ? `We take your bags over at ${airport?.name ?? 'the airport'}, terminal ${order.blade_terminal}.`
            : `We hand your bags to you at ${airport?.name ?? 'the airport'}, terminal ${order.blade_terminal}.`}
        </p>
      )}
      {askedAddresses(state.draft).map((role) => (
        <AddressFields key={role} role={role} />
      ))}
      <TextArea
        name="special_instructions"
        label="Anything the driver should know? (optional)"
        hint="A door code, a doorman, where to leave things when nobody is home."
        maxLength={options.limits.max_special_instructions_characters}
      />
    </>
  );
};
