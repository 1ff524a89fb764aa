import type { Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { hasWord, wordsBetweenSpaces } from '../alike.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { ANSWERS, hasAll, mailOf, saidOf } from './view.ts';

// Another mail than the one in view, of those that were told of: by its title, by who sent it.

const THE = /\b(?:the|that|our) ([a-z]{4,20})\b/g;
/** What every mail may have: it names none of them. */
const OF_EVERY =
  /^(?:amounts?|total|price|cost|fees?|sum|number|address|sender|dates?|days?|times?|status|reason|problem|point|person|company|customer|vendor|answer|reply|text|body|subject|name|mail|e-?mail|message|letter|task|deadline|review|files?|week|month|end|matter|last|first|next|same|other|others|rest|list|second|third|latest|newest|oldest)$/;

/** "What's wrong with the phone?": the only other row that is called by it, where the mail in view says nothing of it. */
export function titledRow(text: string, memory: Memory): string | undefined {
  const { focus, rows } = memory;
  if (focus === undefined || rows.length < 2) return undefined;
  const words = [...text.matchAll(THE)].map(([, word = '']) => word);
  const named = words.filter((word) => !OF_EVERY.test(word) && !FIND_WORDS.test(word));
  const isHere = named.some((word) => hasWord(saidOf(focus, memory), word));
  if (isHere || named.length === 0) return undefined;
  const [only, another] = rows.filter(
    ({ ref, name = '' }) => ref !== undefined && hasAll(wordsBetweenSpaces(name), named),
  );
  return another === undefined ? only?.ref : undefined;
}

export const FOR_IT = /\b(?:it|that|this)\b/;
export const OF_PRICE = /\b(?:want|wants|wanted|ask|asked|need) for\b/;

/** "What does the garage want for fixing it?": of their mails told of, one about the mail in view. */
export function aboutIt(
  isTheirs: (ref: string) => boolean,
  asked: readonly string[],
  memory: Memory,
): Query | undefined {
  const { focus, records } = memory;
  const { subject = '' } =
    (focus === undefined ? undefined : records.get(mailOf(focus, memory))) ?? {};
  const about = contentWords(subject.replace(ANSWERS, '').toLowerCase());
  const among = [...records.keys()].filter(
    (ref) =>
      ref.startsWith('[email:') &&
      isTheirs(ref) &&
      about.some((word) => hasWord(saidOf(ref, memory), word)),
  );
  return among.length === 0 ? undefined : { topic: 'record', among, asked: [...asked, ...about] };
}
