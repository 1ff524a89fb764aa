import type { GetEmailResult } from '../../tools/tool-results.ts';
import type { Facet } from '../query.ts';
import { hasMeaning, hasWord, wordsBetweenSpaces } from '../understand/alike.ts';
import { soughtWords } from '../understand/follow-ups/asking.ts';
import { unquoted } from '../wording/quote-text.ts';
import { DAYS } from './facets.ts';
import { sentencesOf } from './quote-about.ts';
import { quotedText } from './story.ts';

/** A text that is no longer is quoted whole. */
const SHORT = 420;
const MOST_SENTENCES = 2;
const LONGEST_SENTENCE = 220;

/** What is asked for by these the records know; the mail's own words may know more. */
const BY_RECORDS = new Set<Facet>([
  'sender',
  'assignee',
  'answered',
  'recipient',
  'review',
  'status',
  'tasks',
  'todo',
]);
const NAMES_NONE = /\bnames no amount\b|^Nothing with a date\b/;

/**
 * An answer about one thing in a mail, with what the mail says of it where the answer leaves that
 * out: a question put in a mail's own words is answered by them.
 */
export function withText(
  said: string,
  { email, facet, asked }: { email: GetEmailResult; facet: Facet; asked: readonly string[] },
): string {
  const isUnknown = NAMES_NONE.test(said);
  if (/\bsays\b.{0,20}: “/.test(said) || facet === 'story' || facet === 'text') return said;
  const known = wordsBetweenSpaces(said);
  const isOpen = asked.some((word) => !hasMeaning(known, word));
  if (!isUnknown && !isOpen && !BY_RECORDS.has(facet)) return said;
  const quote = sayText(email, asked);
  return quote === '' ? said : `${said}\n\nThe mail says: ${quote}`;
}

function sayText({ text, is_text_cut }: GetEmailResult, asked: readonly string[]): string {
  if (text.length <= SHORT) return quotedText(text, { longest: SHORT, isCut: is_text_cut });
  const scored = sentencesOf(text).map((sentence, at) => {
    const words = wordsBetweenSpaces(sentence);
    return { sentence, at, score: asked.filter((word) => hasMeaning(words, word)).length };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_SENTENCES)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => `“${unquoted(sentence, LONGEST_SENTENCE)}”`)
    .join(' ');
}

/** A date is told with the sentence that has what is asked about, where another one has the date. */
export function withAsked(said: string, { text }: GetEmailResult, question: string): string {
  const known = wordsBetweenSpaces(said);
  const asked = soughtWords(question).filter((word) => !hasWord(known, word));
  if (asked.length === 0) return said;
  const quotes = sentencesOf(text).filter((sentence) => {
    const words = wordsBetweenSpaces(sentence);
    return DAYS.test(sentence) && asked.some((word) => hasWord(words, word));
  });
  if (quotes.length === 0) return said;
  const quoted = quotes
    .slice(0, MOST_SENTENCES)
    .map((one) => `“${unquoted(one, LONGEST_SENTENCE)}”`);
  return `${said}\n\nThe mail says: ${quoted.join(' ')}`;
}
