import type { SearchEmailsResult } from '../../tools/tool-results.ts';
import type { Query } from '../query.ts';
import { isCommonWord } from '../understand/normalize/common-words.ts';
import { otherWordFor } from '../understand/phrasings/other-words.ts';
import { wordsIn } from './find-picked.ts';
import { fetch, type Room, type Turn } from './flow.ts';

/**
 * What a search finds by other words for one that it left out or that no mail has; the result as it
 * is where there are none or they find no more. Undefined while a call is open.
 */
export function byOtherWords(
  turn: Turn,
  { query, room }: { query: Query; room: Room },
  value: SearchEmailsResult,
): SearchEmailsResult | undefined {
  // Each search takes time of the turn: with days there may be another without them.
  if (query.span !== undefined) return value;
  const words = wordsIn(query.words ?? '');
  const found = value.total === 0 ? [] : wordsIn(value.query);
  if (value.total > 0 && found.length === 0) return value;
  const missing = words.filter((word) => !found.includes(word));
  const [other] = missing.flatMap((word) => {
    const said = otherWordFor(word);
    return said === undefined ? [] : { word, said };
  });
  if (other === undefined) return value;
  const search = fetch(turn, 'search_emails', {
    query: words.map((word) => (word === other.word ? other.said : word)).join(' '),
    limit: query.limit ?? room.rows,
  });
  if (search.kind === 'open') return undefined;
  if (search.kind !== 'ok' || search.value.total === 0) return value;
  const kept = wordsIn(search.value.query);
  const hasOther = wordsIn(other.said).every((word) => kept.includes(word));
  const isTelling = kept.length > found.length || found.every(isCommonWord);
  if (hasOther && isTelling) return search.value;
  return value;
}
