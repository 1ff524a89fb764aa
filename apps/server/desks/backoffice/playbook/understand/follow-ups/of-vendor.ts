import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { searchedFor } from '../slots/read-cannot.ts';
import { readFacet } from '../slots/read-facet.ts';
import { readVendor } from '../slots/read-people.ts';

/** "How often were they late?" of a vendor told of. */
const OF_THEIR_WORK =
  /\b(?:they|them|their|it|its|he|she)\b.*\b(?:late|on time|punctual|reliab\w+|deliver\w*|promises?|delay\w*|missed|let us down)\b/;

/** Not only another name: "which order was it?" */
const ASKS_OF_IT =
  /^(?:(?:and|so|but|ok|then) )*(?:which|what (?!about)|who|when|where|why|how (?!about)|did|does|do|is|was|were|are|has|have|can)\b/;
const isShort = (text: string): boolean => text.split(' ').length <= 6;

/** A short question after the figures of vendors. */
export function readOfVendor({
  text,
  plain,
  content,
  raw,
  memory: { query },
}: Request): Goal[] | undefined {
  if (query?.topic !== 'vendors') return undefined;
  const { vendor, span } = query;
  if (vendor !== undefined && OF_THEIR_WORK.test(plain)) {
    return ask({ topic: 'vendors', vendor, ...(span ? { span } : {}) });
  }
  // "Is Harbor Van Leasing any better?"
  const another = readVendor(plain, raw);
  if (another !== undefined) return ask({ topic: 'vendors', vendor: another });
  if (content.length === 0 || !isShort(plain)) return undefined;
  if (vendor === undefined || !ASKS_OF_IT.test(plain)) {
    return ask({ topic: 'vendors', vendor: content.join(' ') });
  }
  const words = `${vendor} ${content.slice(0, 5).join(' ')}`;
  return ask({ topic: 'find', words, facet: readFacet(text), notes: [searchedFor(words)] });
}
