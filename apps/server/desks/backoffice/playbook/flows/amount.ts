import { sayList } from '@deskbell/clerk';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import { amount } from '../wording/counts.ts';
import { quoted } from '../wording/quote-text.ts';
import { quotesOf, sentencesOf } from './quote-about.ts';
import { nameOf, sayReview } from './story.ts';

const MOST = 4;
export const MONEY =
  /[$€£] ?\d|\b\d[\d.,]* ?(?:dollars?|bucks|usd|eur|euros?|gbp|pounds?|cents?|percent|%)(?![a-z])/i;
/** How the context agent writes of invoices and receipts that were read in attachments. */
export const READ_AMOUNT =
  /(?:the (?:invoice|receipt)(?: "[^"]{1,80}")?) for (\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})/g;

/** What a mail and its attachments say of money, in their own words. */
export function sayAmount(email: GetEmailResult): string {
  const read = [...(email.summary ?? '').matchAll(READ_AMOUNT)]
    .slice(0, MOST)
    .map(
      ([, value = '', currency = '']) => `${amount(Math.round(Number(value) * 100))} ${currency}`,
    );
  const quotes = quotesOf(email.text, MONEY, MOST);
  const pending = email.review?.status === 'pending' ? sayReview(email.review) : '';
  const parts = [
    read.length > 0 && `The total read in its attachment is ${sayList(read)}.`,
    quotes.length > 0 && `${read.length > 0 ? 'It' : nameOf(email)} says: ${quotes.join(' ')}`,
  ].filter((part) => part !== false);
  if (parts.length > 0) {
    const named = read.length > 0 ? `${nameOf(email)}: ` : '';
    return [`${named}${parts.join(' ')}`, pending].filter((part) => part !== '').join('\n\n');
  }
  const files = email.attachments
    .slice(0, MOST)
    .map(({ filename }) => quoted(filename, '(no name)'));
  return [
    `${nameOf(email)} names no amount that I can see${files.length === 0 ? '' : `; it may stand in ${sayList(files)}`}.`,
    pending,
  ]
    .join(' ')
    .trim();
}

const VALUE =
  /[$€£] ?(\d[\d,]*(?:\.\d{1,2})?)|\b(\d[\d,]*(?:\.\d{1,2})?) ?(?:dollars?|bucks|usd|eur|euros?|gbp|pounds?)(?![a-z])/gi;
const OF_THE_WHOLE = /\b(?:total|sum|altogether|in all|premium|due|amount)\b/i;

const valuesIn = (text: string): number[] =>
  [...text.matchAll(VALUE)].map(([, one, other]) =>
    Number((one ?? other ?? '').replaceAll(',', '')),
  );

/** What a mail is about in money: the total that was read or stands in it, else its highest amount. */
export function mostMoneyIn({ summary, text }: GetEmailResult): number | undefined {
  const read = [...(summary ?? '').matchAll(READ_AMOUNT)].map(([, value]) => Number(value));
  const sentences = sentencesOf(text);
  const whole = sentences.filter((sentence) => OF_THE_WHOLE.test(sentence)).flatMap(valuesIn);
  const all = [read, whole, sentences.flatMap(valuesIn)].find((values) => values.length > 0);
  return all === undefined ? undefined : Math.max(...all);
}
