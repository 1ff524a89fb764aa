import { CountField } from '../counter.tsx';
import { CheckField, ChoiceField } from '../form-fields.tsx';
import { dollars } from '../in-words.ts';
import { ItemWords } from '../item-words.tsx';
import { coiFeeCents, type Tier, tierOf } from '../options.ts';
import { useWizard } from '../wizard-context.ts';

const factsOf = (tier: Tier): string[] => [
  `${tier.pieces.replace('-', ' to ')} pieces`,
  `For ${tier.household}`,
  ...(tier.coi.included ? ['Certificate of Insurance included'] : []),
  ...(tier.has_priority_scheduling ? ['Priority scheduling'] : []),
];

const helpersOf = (
  { price_cents, hours, organizers, supplies_allowance_cents }: Tier['organizing']['packing'],
  taxPercent: number,
): string => {
  const supplies =
    supplies_allowance_cents > 0
      ? `, ${dollars(supplies_allowance_cents)} of supplies included`
      : '';
  return `${dollars(price_cents)} plus ${taxPercent}% tax: ${organizers} organizers for up to ${hours} hours${supplies}`;
};

export const MiniMoveDetails = () => {
  const { state, options } = useWizard();
  const tier = tierOf(options, state.draft);
  const coiFee = coiFeeCents(options, state.draft);
  return (
    <>
      <ChoiceField
        name="package_type"
        label="Size of the move"
        class="book-tiers"
        choices={options.tiers.map((offered) => ({
          value: offered.tier,
          title: (
            <>
              {offered.is_most_popular && <span class="badge book-popular">Most popular</span>}
              <span class="book-card-title">{offered.name}</span>
              <span class="book-card-price">{dollars(offered.price_cents)}</span>
            </>
          ),
          small: (
            <span class="book-facts">
              {factsOf(offered).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
          ),
        }))}
      />
      <CountField
        name="standard_delivery_item_count"
        label="About how many pieces? (optional)"
        noun="piece"
        hint="If you know: we can then say whether the size fits."
        min={0}
        max={options.limits.max_pieces}
      />
      {tier === undefined ? (
        <p class="book-aside-text">Packing, unpacking and extras depend on the size you choose.</p>
      ) : (
        <fieldset class="book-group">
          <legend>Extras</legend>
          <CheckField
            name="include_packing"
            title="Professional packing"
            small={helpersOf(tier.organizing.packing, options.organizing_tax_percent)}
          />
          <CheckField
            name="include_unpacking"
            title="Professional unpacking"
            small={helpersOf(tier.organizing.unpacking, options.organizing_tax_percent)}
          />
          {coiFee !== undefined && (
            <CheckField
              name="coi_required"
              title="Certificate of Insurance (COI)"
              small={`${dollars(coiFee)}. Many buildings ask movers for one; if yours does, tick this.`}
            />
          )}
        </fieldset>
      )}
      <ItemWords hint="What is large or fragile, and what we should know of it." />
    </>
  );
};
