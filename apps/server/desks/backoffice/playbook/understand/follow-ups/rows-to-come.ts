import { ORDINALS } from '@deskbell/clerk';
import type { Query, RowOf } from '../../query.ts';
import { readFacet } from '../slots/read-facet.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';

// "Show the open reviews and tell me which one is the riskiest": the list was not shown yet, so that
// its row is taken from what it will tell.

const LISTS = new Set<Query['topic']>(['emails', 'executions', 'tasks', 'deadlines', 'reviews']);
const LEAD =
  '^(?:(?:and|also|then|please|tell me|show me|say|give me|open|read|what about|with),? )*';
const THING = '(?:one|e-?mail|mail|message|task|review|deadline|row|item|execution|failure)';
const OF_THEM = '(?: of (?:them|those|these|the list))?';
const PLACE =
  /\b(?:the |its |number )(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\b(?! (?:week|month|day|time|year|weekend))/;
const RISKIEST = new RegExp(
  `${LEAD}(?:which|what)(?: ${THING})?${OF_THEM}(?:'s| is| are| looks?) (?:the )?(?:riskiest|worst|most (?:risky|urgent|critical|serious|dangerous|pressing|important|suspicious))(?: one| of (?:them|those|these|the (?:lot|six|five|four|three|two)|all))*[\\s?.!]*$`,
);
const BY_TIME = new RegExp(
  `${LEAD}(?:which|what)(?: ${THING})?${OF_THEM}(?:'s| is) (?:the )?(newest|latest|most recent|oldest)(?: one)?[\\s?.!]*$`,
);
const EACH =
  /\b(?:what (?:are|is) (?:the|their) files?(?: names?)?(?: called)?|what(?:'s| is) attached|who (?:sent|wrote) (?:them|each|it)|what do they say|what are they about)\b/;
const NAMED = new RegExp(
  `\\b(?:the|that) ${THING} (?:from|by|about|with|for|on|regarding|called) (?:(?:the|our|an?) )?([^,;?!]{2,50}?)(?=[,;?!.]|$| (?:say|says|about|want|wants|ask|asks|is|was|come|came|due|fail|failed|wait|waits|waiting)\\b)`,
);
const WHICH_NAMED = new RegExp(
  `${LEAD}which ${THING}${OF_THEM}(?:'s| is| was| are) (?:about|from|for) (?:(?:the|our|an?) )?(.{2,40}?)[\\s?.!]*$`,
);

const placeOf = (word: string): number => (word === 'last' ? -1 : (ORDINALS.get(word) ?? 0));
const isListed = ({ topic, isList, pick }: Query): boolean =>
  LISTS.has(topic) || (topic === 'find' && isList === true && pick === undefined);

function readRow(text: string): Omit<RowOf, 'list'> | undefined {
  if (RISKIEST.test(text)) return { pick: 'riskiest' };
  const byTime = BY_TIME.exec(text)?.[1];
  if (byTime !== undefined) return { place: byTime === 'oldest' ? -1 : 1 };
  const named = WHICH_NAMED.exec(text)?.[1] ?? NAMED.exec(text)?.[1];
  const words = contentWords(named ?? '').filter((word) => !FIND_WORDS.test(word));
  if (words.length > 0) return { words };
  const place = PLACE.exec(text)?.[1];
  if (place !== undefined && placeOf(place) !== 0) return { place: placeOf(place) };
  return EACH.test(text) ? { each: true } : undefined;
}

/** What is asked of a row of a list that nobody has seen yet; undefined when it is not that. */
export function readRowToCome(text: string, list: Query): Query | undefined {
  if (!isListed(list)) return undefined;
  const row = readRow(text);
  if (row === undefined) return undefined;
  const { notes: _notes, ...plain } = list;
  const facet = readFacet(text.replace(NAMED, 'it').replace(PLACE, 'the same'));
  return { topic: 'record', facet, rowOf: { list: plain, ...row } };
}
