import type { Email } from '../../mail/email.ts';
import { textOf } from '../../mail/email.ts';
import { splitSentences } from '../text/sentences.ts';
import { type Word, wordsOf } from '../text/words.ts';

export interface ReadSentence {
  text: string;
  words: readonly Word[];
  where: 'subject' | 'body';
  /** What it counts for: less when somebody else wrote it and it was only sent on. */
  weight: number;
}

const longestText = 20_000;
/** Somebody who writes less than this above a forwarded mail speaks through that mail. */
const shortCover = 200;

/** What the subject of an answer counts for: it is what was written before, by whomever. */
const answeredSubject = 0.4;

/** Whether the mail answers another one, so that its subject is old text. */
export function isAnswer({ envelope }: Pick<Email, 'envelope'>): boolean {
  const isThread = envelope.inReplyTo !== null || envelope.references.length > 0;
  return isThread && !/^\s{0,3}(?:fwd?|wg):/i.test(envelope.subject);
}

/** The sentences triage reads: subject, new text, and a mail sent on with few words of its own. */
export function readSentences(email: Email): ReadSentence[] {
  const fresh = textOf(email).slice(0, longestText);
  const sentences: ReadSentence[] = [
    read({
      text: subjectOf(email),
      where: 'subject',
      weight: isAnswer(email) ? answeredSubject : 2,
    }),
    ...splitSentences(fresh).map(({ text }) => read({ text, where: 'body', weight: 1 })),
  ];
  if (fresh.length < shortCover) {
    const forwarded = textOf(email, ['forwarded']).slice(0, longestText);
    sentences.push(
      ...splitSentences(forwarded).map(({ text }) => read({ text, where: 'body', weight: 0.7 })),
    );
  }
  return sentences.filter(({ text }) => text !== '');
}

/** The subject without "Re:" and "Fwd:". */
export function subjectOf({ envelope }: Pick<Email, 'envelope'>): string {
  let subject = envelope.subject.slice(0, 500).trim();
  for (let count = 0; count < 5; count += 1) {
    const shorter = subject.replace(/^(?:re|fw|fwd|aw|wg)(?:\[\d{1,3}\])?:\s{0,5}/i, '');
    if (shorter === subject) break;
    subject = shorter;
  }
  return subject;
}

function read({ text, where, weight }: Omit<ReadSentence, 'words'>): ReadSentence {
  return { text, where, weight, words: wordsOf(text) };
}
