import { Counter, CountField } from '../counter.tsx';
import { CheckField } from '../form-fields.tsx';
import { dollars } from '../in-words.ts';
import { ItemWords } from '../item-words.tsx';
import { countInPrice } from '../specialty-words.ts';
import { useWizard } from '../wizard-context.ts';

/** Says so when the words name an item as well: it is paid for as often as both say together. */
const FromWords = ({ counted, total }: { counted: number; total: number }) => {
  if (total <= counted) return null;
  const words = `${total - counted} named in your own words below`;
  return (
    <p class="notice book-from-words" role="status">
      {counted === 0
        ? `In the price: ${words}. You need not count it here.`
        : `In the price: ${total}, of which ${counted} counted here and ${words}. If they are the same, take one of the two out.`}
    </p>
  );
};

/** The server reads the number of a specialty item with two digits at most. */
const MAX_OF_ONE_ITEM = 99;

export const DeliveryDetails = () => {
  const { store, state, options } = useWizard();
  const { standard_delivery: terms, limits } = options;
  const { specialtyItems } = state.draft;
  const { price, isLoading } = state.price;
  return (
    <>
      <CountField
        name="standard_delivery_item_count"
        label="How many items?"
        noun="item"
        min={0}
        max={limits.max_pieces}
        hint={`Suitcases, boxes and bags of up to ${terms.max_weight_per_item_lbs} lbs each. ${dollars(terms.price_per_item_cents)} an item, ${dollars(terms.minimum_charge_cents)} at least.`}
      />
      <fieldset class="book-group">
        <legend>Specialty items</legend>
        <p class="field-hint" id="specialty-hint">
          These have a price of their own and are not counted above. Count them here, or name them
          in your own words below.
        </p>
        <ul class="book-specialties">
          {options.specialty_items.map((specialty) => {
            const { item, name, price_cents } = specialty;
            const counted = specialtyItems[item] ?? 0;
            return (
              <li key={item}>
                <label for={`specialty-${item}`}>
                  {name} <small>{dollars(price_cents)} each</small>
                </label>
                <Counter
                  id={`specialty-${item}`}
                  noun={name}
                  value={counted}
                  min={0}
                  max={MAX_OF_ONE_ITEM}
                  onChange={(count) => store.setSpecialtyItem(item, count ?? 0)}
                  aria={{ 'aria-describedby': 'specialty-hint' }}
                />
                {price !== undefined && !isLoading && (
                  <FromWords counted={counted} total={countInPrice(price, specialty)} />
                )}
              </li>
            );
          })}
        </ul>
      </fieldset>
      <ItemWords hint="In your own words, such as: 3 suitcases and a box of books." />
      <CheckField
        name="coi_required"
        title="Certificate of Insurance (COI)"
        small={`${dollars(terms.coi_fee_cents)}. Many buildings ask movers for one; if yours does, tick this.`}
      />
    </>
  );
};
