import type { GetEmailResult } from '../../tools/tool-results.ts';
import { hasMeaning, wordsBetweenSpaces } from '../understand/alike.ts';
import { fullSender } from '../wording/senders.ts';
import { quotesOf, sentencesOf } from './quote-about.ts';
import { nameOf, quotedText } from './story.ts';

/** What is known by its form, not by its name. */
const FORMS: readonly (readonly [asked: RegExp, form: RegExp])[] = [
  [/\b(?:phone|telephone|cell|mobile)\b/, /\+?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b/],
  [/\be-?mail address/, /[\w.+-]+@[\w-]+\.\w+/],
  [/\baddress/, /\b\d+ [\w ]{2,30}\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|highway)\b/i],
  [/\b(?:links?|urls?|websites?)\b/, /https?:|\bwww\./],
  [/\b(?:amounts?|prices?|sums?)\b/, /[$€£] ?\d|\b\d+ ?(?:usd|dollars|euros?)\b/i],
];
const OF_GRAMMAR =
  /^(?:an?|the|any|our|my|her|his|their|to|for|of|with|on|in|and|or|names?|numbers?)$/;
const MOST = 2;
const LONGEST = 420;

/** What a mail's text says of something, or that it says nothing of it. */
export function sayMention(email: GetEmailResult, mention: string): string {
  const named = `${nameOf(email)} from ${fullSender(email)}`;
  const form = FORMS.find(([asked]) => asked.test(mention))?.[1];
  const words = mention.split(' ').filter((word) => !OF_GRAMMAR.test(word));
  const known = wordsBetweenSpaces(email.text);
  const isSaid = words.length > 0 && words.every((word) => hasMeaning(known, word));
  const sentences = sentencesOf(email.text).filter((sentence) => {
    const said = wordsBetweenSpaces(sentence);
    return isSaid && words.some((word) => hasMeaning(said, word));
  });
  const quotes =
    form === undefined
      ? sentences.slice(0, MOST).flatMap((one) => quotesOf(one, /./, 1))
      : quotesOf(email.text, form, MOST);
  if (quotes.length > 0) return `${named} says: ${quotes.join(' ')}`;
  const part = email.is_text_cut ? 'The beginning of the text' : 'The text';
  const text = quotedText(email.text, { longest: LONGEST, isCut: email.is_text_cut });
  return `${part} of ${named} does not mention “${mention}”.${text === '' ? '' : ` It says: ${text}`}`;
}
