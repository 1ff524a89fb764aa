import type { Goal, Memory } from '../../memory.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { ANSWERS, mailOf } from './view.ts';

const LEAD = '^(?:(?:and|so|but|ok) )*who (?:first |originally )?';
const END = '(?: to us| first| in the first place| originally)*[\\s?.!]*$';
const TOLD_FIRST: readonly RegExp[] = [
  '(?:reported|noticed|raised|discovered|brought up)',
  '(?:told|informed|notified|warned) (?:us|you) (?:first )?(?:about|of)',
  'let us know (?:about|of)',
].map((verb) => new RegExp(`${LEAD}${verb} (.+?)${END}`));
const IT = /^(?:it|this|that|all (?:this|that))$/;

/** "Who reported that dent to us?": of all mails about it the first tells. */
export function readFirstTeller(text: string, memory: Memory): Goal[] | undefined {
  const said = TOLD_FIRST.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
  if (said === undefined) return undefined;
  const { focus, records } = memory;
  const subject = focus === undefined ? '' : (records.get(mailOf(focus, memory))?.subject ?? '');
  // Who sent a mail that answers no other is told of itself.
  if (IT.test(said) && !ANSWERS.test(subject)) return undefined;
  const named = IT.test(said) ? subject.replace(ANSWERS, '').toLowerCase() : said;
  const words = contentWords(named).filter((word) => !FIND_WORDS.test(word));
  if (words.length === 0 || words.length > 6) return undefined;
  return [
    {
      kind: 'query',
      query: { topic: 'find', words: words.join(' '), pick: 'oldest', facet: 'sender' },
    },
  ];
}
