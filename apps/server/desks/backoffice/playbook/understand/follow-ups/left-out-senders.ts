import type { Goal } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { isNamed, shownOf } from './view.ts';

// "Not those from the garage, the other ones": the mails shown without somebody's.

const LEAD =
  '^(?:(?:and|ok|so|no|nope|but|now|please|just|only|show me|give me|list|i want|i meant?|all|everything|the (?:others?|rest)),? )*';
const OUT =
  '(?:not|no|without|except(?: for)?|but not|all but|leave out|leaving out|skip|ignore|drop|hide|minus|forget|take out|excluding|other than|but)';
const ONES = '(?:ones?|mails?|e-?mails?|messages?)';
const THE = '(?:(?:the|those|these|any|our|that|all) )*';
const END = `(?:,? (?:(?:but|just|only|show me|give me|and|please) )*${THE}(?:others?(?: ${ONES})?|rest|remaining ones))?(?:,? please)?[\\s?.!]*$`;
const LEFT_OUT: readonly RegExp[] = [
  `${LEAD}${OUT} ${THE}(?:${ONES} )?(?:that (?:are|came|come) )?(?:from|by|of) ${THE}(.{2,40}?)(?:'s)?${END}`,
  `${LEAD}${OUT} ${THE}(.{2,30}?)(?:'s)? ${ONES}${END}`,
  `${LEAD}${OUT} ${THE}(.{2,30}?)(?:'s)?${END}`,
  `^(?:(?:and|so|but|ok|just|only|show me) )*(?:which|what|${THE}(?:${ONES})?)(?: of (?:them|those|these))?(?: that| which)? (?:is|are|was|were|did|do)(?: not|n't) (?:come )?(?:from|by|sent by) ${THE}(.{2,40}?)${END}`,
].map((source) => new RegExp(source));
const MAY_LEAVE_OUT =
  /\b(?:not|no|without|except|but|leave|leaving|skip|ignore|drop|hide|minus|forget|take|excluding|other)\b|n't\b/;
const MOST_WORDS = 3;

/** The list last shown as one of mails; undefined where it was of something else. */
function mailsShown({ topic, ...query }: Query): Query | undefined {
  const { facet: _facet, notes: _notes, limit: _limit, cursor: _cursor, ...kept } = query;
  if (topic === 'emails') return { topic, ...kept };
  return topic === 'find' && kept.pick === undefined ? { topic, ...kept, isList: true } : undefined;
}

/** Undefined where nobody of that name sent one of the rows. */
export function readLeftOutSender({ text, memory }: Request): Goal[] | undefined {
  const { query, rows } = memory;
  if (query === undefined || rows.length < 2 || !MAY_LEAVE_OUT.test(text)) return undefined;
  const list = mailsShown(query);
  if (list === undefined) return undefined;
  const shown = shownOf(rows, memory);
  for (const pattern of LEFT_OUT) {
    const words = contentWords(pattern.exec(text)?.[1] ?? '');
    if (words.length === 0 || words.length > MOST_WORDS) continue;
    if (words.some((word) => FIND_WORDS.test(word))) continue;
    const name = words.join(' ');
    const isTheirs = shown.some(({ known }) =>
      isNamed(`${known.senderName ?? ''} ${known.address ?? ''}`, name),
    );
    if (isTheirs) return ask({ ...list, notFrom: [...(query.notFrom ?? []), name] });
  }
  return undefined;
}
