import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { contentWords } from '../slots/read-names.ts';

const TOGETHER = '(?: (?:in total|in all|altogether|overall|together|so far|all in all|combined))';
const VENDOR =
  "(?:the |our |all |all the |all of the |all our )*([\\p{L}\\p{N}][\\p{L}\\p{N}&. '-]{1,40}?)";
const END = `(?=${TOGETHER}| (?:please|for me)|[\\s?.!]*$)`;

/** Questions for what a vendor cost in all; the group is the vendor. */
const SUMS: readonly RegExp[] = [
  `\\bhow much (?:money )?(?:have|did|do|has) (?:we|the company) (?:all )?(?:spent|spend) (?:with|at|on|for) ${VENDOR}${END}`,
  `\\bhow much (?:money )?(?:have|did) we (?:paid|pay)(?: to)? ${VENDOR}${TOGETHER}`,
  `\\b(?:how much|what) (?:has|have|did|do) ${VENDOR} (?:charged?|billed?|invoiced?|cost)(?: us)?(?:${TOGETHER}|(?=[\\s?.!]*$))`,
  `\\b(?:total|sum(?: up)?|add(?: up)?|tally(?: up)?|totals)(?: of| for)? (?:all |all of )?(?:the |our )?(?:\\w+ )?(?:invoices|bills|charges)(?: that| which)?(?: we got| sent| came)? (?:of|from|by) ${VENDOR}${END}`,
  `\\b(?:total|sum(?: up)?|add(?: up)?|tally(?: up)?|totals)(?: of| for)? (?:all |all of )?(?:the |our )?${VENDOR}(?:'s)? (?:invoices|bills|charges)${END}`,
].map((source) => new RegExp(source, 'u'));
/** The same of all vendors at once. */
const OF_ALL: readonly RegExp[] = [
  /\bwhich (?:vendor|supplier)s? (?:costs?|charge[sd]?|bill(?:s|ed)?|invoice[sd]?|is|are|has|have|do we (?:pay|spend))\b.*\b(?:most|least|expensive|dearest|cheapest|highest|biggest)\b/,
  /\b(?:total|sum(?: up)?|add(?: up)?|tally)(?: of| for)? (?:all |all of )?(?:the |our )?(?:invoices|bills)(?: together| up)?(?=[\s?.!]*$)/,
];
const ALL_VENDORS =
  /^(?:(?:all|our|the|these|every) )*(?:vendors?|suppliers?|contractors?|they|them|everyone|everybody)(?: all)?$/;
const NO_VENDOR = /\b(?:ai|model|agents?|system|claude|tokens?|budget|you|it|that|this|for)\b/;

const NOT_OF_ALL =
  'I can tell what the invoices of one vendor come to, not of all together; ask for one by name.';

/** "How much have we spent with BoxRight in November?": what its invoices come to is in its history. */
export function readVendorSum({ plain, namedSpan }: Request): Goal[] | undefined {
  const days = namedSpan === undefined ? {} : { span: namedSpan };
  const all = ask({ topic: 'vendors', ...days, notes: [NOT_OF_ALL] });
  for (const pattern of SUMS) {
    const name = pattern.exec(plain)?.[1]?.trim();
    if (name === undefined) continue;
    if (ALL_VENDORS.test(name)) return all;
    if (NO_VENDOR.test(name) || contentWords(name).length === 0) continue;
    return ask({ topic: 'vendors', vendor: name, ...days });
  }
  return OF_ALL.some((pattern) => pattern.test(plain)) ? all : undefined;
}
