import { sayList } from '@deskbell/clerk';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import { amount } from '../wording/counts.ts';
import { quoted } from '../wording/quote-text.ts';
import { quotesOf } from './quote-about.ts';
import { nameOf, sayReview } from './story.ts';

const MOST = 4;
const MONEY =
  /[$€£] ?\d|\b\d[\d.,]* ?(?:dollars?|bucks|usd|eur|euros?|gbp|pounds?|cents?|percent|%)(?![a-z])/i;
/** How the context agent writes of invoices and receipts that were read in attachments. */
const READ =
  /(?:the (?:invoice|receipt)(?: "[^"]{1,80}")?) for (\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})/g;

/** What a mail and its attachments say of money, in their own words. */
export function sayAmount(email: GetEmailResult): string {
  const read = [...(email.summary ?? '').matchAll(READ)]
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
