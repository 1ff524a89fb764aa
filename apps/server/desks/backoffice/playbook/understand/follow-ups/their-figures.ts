import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { saysNothingElse } from '../slots/read-names.ts';
import { ofShown } from './ask-on.ts';
import { personInView } from './view.ts';

// "How reliable are they?": what a vendor's own answer tells of the one spoken of.

/** What a question of somebody spoken of is put in, beside the names of things the rules know. */
export const OF_THE_QUESTION =
  /\b(?:time|times|ever|before|again|else|others?|earlier|previous\w*|first|initial\w*|original\w*|besides|same|sender|person|company|customer|vendor|supplier|guy|address|last|wants?|asks?|asked|need\w*|originally|complain\w*|about|since|very|there|here|altogether|total|after|then|that)\b/g;
/** "Which order did they deliver late?" is told by one of their mails. */
const WHICH_OF_THEIRS =
  /^(?:(?:and|so|but|ok) )*(?:which|what) [a-z]{3,20} (?:did|do|does|was|is|were|has|have|of)\b/;
/** What a vendor's own answer counts and adds up. */
const OF_ITS_INVOICES =
  /\bhow many (?:invoices?|bills?)\b|\b(?:sum|total|altogether|in all|in total)\b.*\b(?:them|those|these|they|their)\b|\bhow much (?:did|do|have|has) (?:they|he|she) (?:charge|bill|invoice)d?\b/;
const INVOICES = /\b(?:invoices?|bills?|sums?|charged?|billed|invoiced|much|many)\b/g;

/** A question about the vendor spoken of: its topic says so, or what only invoices tell. */
export const isOfVendor = ({ plain, topics }: Request): boolean =>
  topics[0] === 'vendors' || OF_ITS_INVOICES.test(plain);

export const readTheirFigures = (request: Request): Goal[] | undefined =>
  ofVendor(request) ??
  (WHICH_OF_THEIRS.test(request.plain)
    ? ofShown(request.plain, request.memory, request.plain)
    : undefined);

function ofVendor({ plain, memory, span }: Request): Goal[] | undefined {
  const { query, focus, records } = memory;
  const known = focus === undefined ? undefined : records.get(focus)?.vendor;
  const isTold = query?.topic === 'vendors' && query.vendor !== undefined;
  if (OF_ITS_INVOICES.test(plain) && !isTold) return undefined;
  const vendor = query?.topic === 'vendors' ? query.vendor : (known ?? personInView(memory));
  const days = span ?? query?.span;
  const rest = plain.replace(OF_THE_QUESTION, ' ').replace(INVOICES, ' ');
  return vendor === undefined || !saysNothingElse(rest)
    ? undefined
    : ask({ topic: 'vendors', vendor, ...(days ? { span: days } : {}) });
}
