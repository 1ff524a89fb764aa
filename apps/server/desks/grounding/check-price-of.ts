/** A thing sold at fixed prices: how texts name it, and every amount of cents that is its price. */
export interface PriceFact {
  names: RegExp;
  /** Whether its name stands before its price ("a COI is $50") or behind it ("$75 a bag"). */
  stands: 'before' | 'behind';
  cents: readonly number[];
}

/** A line of a price that a tool has computed. */
export interface PriceLine {
  label: string;
  cents: number;
}

/** What may stand between a thing and its price. */
const LINK =
  /^(?:[\s:|=,()-]|\b(?:is|are|costs?|would|will|be|comes?|in|to|at|for|runs?|just|only|around|about|roughly|approximately|currently|normally|priced|estimated|starts?|starting|from|an?|the|of|you|you'd|pay|price|fee|package|itself|ships?|goes?|set|back)\b)*$/i;
/** The amount is added to the price of something, or taken from it. */
const IS_PART =
  /^[ |*]*(?:more|extra|additional|on top|higher|(?:\w+ ){0,2}(?:surcharge|fee)|(?:for|in|of) (?:the )?(?:coi|packing|unpacking|supplies|tax))\b/i;
const IS_TOTAL = /\b(?:total|altogether|all in)\b(?! of (?:the|all))(?: [\w-]+){0,4}[^\p{L}\d]*$/iu;
/** "Packing for a Full Move": not the price of the move. */
const IS_BESIDES =
  /(?<!\b(?:price|cost|costs|total|estimate|pay|fee)) (?:for|in|of|on|with|to) (?:an?|the|your|our)? ?$/i;
const FOR = /^ for (?:the |an? |your )?(?:\d+ )?/i;
const IN_TOTAL = /^ (?:in total|altogether|all in|all included)\b/i;
const FARTHEST = 80;

/**
 * Whether an amount said right beside the name of a thing is a price of that thing, and one said
 * to be a total is a total: `head` and `tail` are what stands before and behind the amount.
 * What is named farther away, or not at all, is not judged.
 */
export function isPriceOfNamed(
  { head, tail, cents }: { head: string; tail: string; cents: number },
  {
    prices,
    lines,
    totals,
  }: { prices: readonly PriceFact[]; lines: readonly PriceLine[]; totals: ReadonlySet<number> },
): boolean {
  if (totals.has(cents)) return true;
  const near = head.slice(-FARTHEST);
  if (totals.size > 0 && (IS_TOTAL.test(near) || IN_TOTAL.test(tail))) return false;
  const isOfAnother = prices.some(({ stands, names }) => stands === 'before' && isFor(tail, names));
  const named = prices.find((price) =>
    price.stands === 'behind'
      ? price.names.test(tail)
      : !isOfAnother && !IS_PART.test(tail) && LINK.test(behindLast(near, price.names) ?? '?'),
  );
  if (named === undefined || named.cents.includes(cents)) return true;
  return lines.some((line) => line.cents === cents && named.names.test(line.label));
}

/** "$700 for 2 surfboards, $500 for the crib": the $500 are not the surfboards', which stand before. */
const isFor = (tail: string, names: RegExp): boolean => {
  const lead = FOR.exec(tail)?.[0];
  return lead !== undefined && names.exec(tail.slice(lead.length))?.index === 0;
};

/** What follows the last place where a name stands; undefined without one. */
function behindLast(text: string, names: RegExp): string | undefined {
  const last = Array.from(text.matchAll(new RegExp(names.source, 'gi'))).at(-1);
  if (last === undefined || IS_BESIDES.test(text.slice(0, last.index))) return undefined;
  return text.slice(last.index + last[0].length);
}
