import { type Email, textOf } from '../../mail/email.ts';
import { splitSentences } from '../text/sentences.ts';
import { baseTimeOf, forwardedBaseTime } from './base-time.ts';

const LONGEST_SUBJECT = 300;

/** A sentence that may name a deadline. */
export interface Passage {
  text: string;
  where: 'subject' | 'body';
  /** A heading such as "Important dates:" stands above it. */
  isListed: boolean;
}

const HEADING =
  /\b(?:deadlines?|due dates?|important dates|key dates|dates|schedule|timeline|milestones|calendar|appointments?|upcoming)\b[^.!?]{0,40}:$/i;
const FORWARDED_HEADER =
  /^[>*\s]{0,4}(?:from|sent|date|to|cc|subject|reply-to|-{2,}.{0,60}-{2,}|begin forwarded message):?/i;

/** What is read of a mail, and the moment its words are told from. */
export function readPassages(email: Email, timezone: string): { passages: Passage[]; base: Date } {
  const { subject } = email.envelope;
  const written = textOf(email);
  const isForwarded = written.trim() === '';
  const sent = baseTimeOf(email);
  const base = isForwarded ? forwardedBaseTime(email, sent, timezone) : sent;
  const body = isForwarded
    ? textOf(email, ['forwarded'])
        .slice(0, 100_000)
        .split('\n')
        .filter((line) => !FORWARDED_HEADER.test(line))
        .join('\n')
    : written;
  const passages: Passage[] = [];
  // What "tomorrow" means in the subject of a thread, only its first mail knows.
  const isReply = /^\s{0,3}(?:re|aw|sv|fwd?|wg)\s?(?:\[\d+\])?:/i.test(subject);
  if (!isReply || /\d/.test(subject)) {
    const text = subject.slice(0, LONGEST_SUBJECT).trim();
    if (text !== '') passages.push({ text, where: 'subject', isListed: false });
  }
  let listed = 0;
  for (const text of sentencesOf(body)) {
    passages.push({ text, where: 'body', isListed: listed > 0 && text.length < 160 });
    listed = HEADING.test(text.slice(0, 120)) ? 12 : listed - 1;
  }
  return { passages, base };
}

const TIME_END = /\b[ap]\.m\.$/i;
const GOES_ON =
  /^(?:\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T)\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)/;

const SHORT_DAY_END =
  /\b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$/i;

/** Sentences, with those put together again that were split in "2 p.m. ET" or in "on Mon. at 8". */
function sentencesOf(body: string): string[] {
  const sentences = splitSentences(body);
  const texts: string[] = [];
  for (let position = 0; position < sentences.length; position += 1) {
    const one = sentences[position];
    const next = sentences[position + 1];
    if (one === undefined) continue;
    const isSplit =
      next !== undefined &&
      ((TIME_END.test(one.text.slice(-8)) && GOES_ON.test(next.text)) ||
        (SHORT_DAY_END.test(one.text.slice(-8)) && /^[a-z]/.test(next.text)));
    if (isSplit) {
      texts.push(body.slice(one.index, next.index + next.text.length));
      position += 1;
    } else texts.push(one.text);
  }
  return texts;
}
