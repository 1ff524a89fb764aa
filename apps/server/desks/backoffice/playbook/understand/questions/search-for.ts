import type { Span } from '../../days/span.ts';
import type { Goal } from '../../memory.ts';
import type { Facet } from '../../query.ts';
import { accountFor } from '../account.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { searchedFor } from '../slots/read-cannot.ts';
import { readFacet } from '../slots/read-facet.ts';

const HOLIDAY =
  /\b(?:thanksgiving|christmas(?: eve)?|new year's(?: eve)?|easter|halloween|labor day)\b/;
const OF_AMOUNT =
  /\b(?:costs?|costing|prices?|pay|paid|owe|owed|charged?|expensive|amounts?|total)\b ?/g;
const MOST_WORDS = 8;

/** What says that an amount is asked for names no mail, where something else does. */
export function withoutAmount(words: string, facet: Facet): string {
  if (facet !== 'amount') return words;
  const rest = words.replace(OF_AMOUNT, '').trim();
  return rest === '' ? words : rest;
}

/** Asks for mails with the words: what no rule knows may stand in one. */
export function searchFor(
  words: readonly string[],
  { span, facet = 'story' }: { span?: Span | undefined; facet?: Facet },
): Goal[] {
  if (words.length === 0) return [];
  const sought = withoutAmount(words.slice(0, MOST_WORDS).join(' '), facet);
  return ask({
    topic: 'find',
    words: sought,
    notes: [searchedFor(sought)],
    ...(span === undefined ? {} : { span }),
    ...(facet === 'story' ? {} : { facet }),
  });
}

/** "Who can't work on Thanksgiving?" names the day that the mail is about. */
export function readHoliday({ text, content }: Request): Goal[] | undefined {
  const holiday = content.length === 0 ? HOLIDAY.exec(text)?.[0] : undefined;
  return holiday === undefined ? undefined : searchFor([holiday], { facet: readFacet(text) });
}

/** Whatever words are left, searched for as a guess; nothing where none are. */
export const readWordsLeft = ({ text, content, span, context }: Request): Goal[] =>
  searchFor(content, { span, facet: readFacet(text) }).map((goal) =>
    goal.kind === 'query'
      ? { kind: 'query', query: accountFor(goal.query, text, context), isGuess: true }
      : goal,
  );
