import { subjectOf } from '../triage/mail-parts.ts';
import type { Act } from './act.ts';
import { categorizeTask } from './categorize-task.ts';
import { clean, shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { isPayable } from './pay-task.ts';
import { isPaymentOrder } from './payment.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { type Asked, describe, type Found, quoteOf, type TaskContext } from './task-context.ts';

const mostOrders = 12;

/** Orders, duties and needs: each its own task. */
export function ownWork(asked: readonly Asked[], context: TaskContext): Found[] {
  const titles = new Set<string>();
  const found: Found[] = [];
  for (const { sentence, where, act, score } of asked) {
    if (act.kind === 'question' || act.kind === 'wish' || found.length >= mostOrders) continue;
    if (isPayable(context) && isPaymentOrder(sentence)) continue;
    const due = findDueDate(sentence, context);
    if (act.kind === 'duty' && due === null && score < 1.5) continue;
    const work = titleOf(act, context);
    const title = withSubject(work, context);
    if (titles.has(title.toLowerCase())) continue;
    titles.add(title.toLowerCase());
    found.push({
      where,
      confidence: due?.isAmbiguous ? 0.89 : act.kind === 'order' ? 0.94 : 0.91,
      task: {
        title,
        description: describe(sentence, context),
        priority: prioritizeTask(sentence, context.triage, due),
        assignee: act.person === null ? null : shorten(act.person, 100),
        category: categoryOf([work, title], sentence, context),
        due_date: due?.date ?? null,
        quote: quoteOf(sentence),
      },
    });
  }
  return found;
}

/** A title says what is to be done; why, and what comes after, the description tells. */
function withoutReasons(title: string): string {
  const end = reasons.exec(title)?.index ?? title.length;
  return end >= 8 ? title.slice(0, end).replace(/[\s,;:–-]+$/, '') : title;
}

const pointing = /^\p{L}+ (?:\p{L}+ )?(?:it|them|both|this|these|those|him|one of them)\b/iu;

const reasons =
  /;|, (?:we|i|it|they|you|he|she|otherwise|because|since|as)\b|,? (?:or (?:we|else|i|they)|otherwise|because|so (?:that )?(?:we|i|you|there|they|it)|and (?:we|i|you|they|it) (?:will|can|would|shall)|and (?:we|i|you|they)'ll)\b/i;

/** By what is to be done; by what is said around it where that tells nothing. */
function categoryOf(titles: readonly string[], sentence: string, { triage }: TaskContext): string {
  const named = titles.map((title) => categorizeTask(title, null));
  return named.find((category) => category !== 'other') ?? categorizeTask(sentence, triage);
}

/** "Send both by Friday": what, the subject says. */
function withSubject(title: string, { email }: TaskContext): string {
  const subject = clean(subjectOf(email));
  const isShort = title.length + subject.length < 117;
  return pointing.test(title) && subject !== '' && isShort ? `${title} (${subject})` : title;
}

function titleOf({ kind, words }: Act, { writer, people }: TaskContext): string {
  let title = words.replace(/[\s.?!,;:]+$/, '').replace(/,? (?:please|thanks|thank you|pls)$/i, '');
  if (kind === 'need') title = `${people.isStaffMail ? 'Get' : 'Provide'} ${title}`;
  title = title.replace(
    /^(\p{L}+(?: back)?) (?:me|us)\b/iu,
    (_, verb: string) => `${verb} ${writer}`,
  );
  title = withoutReasons(title)
    .replace(/\bmy\b/i, () => (title.includes(writer) ? 'their' : `${writer}'s`))
    .replace(
      /\b(and (?:call|tell|text|email|ring|show|send)) me\b/i,
      (_, verb: string) => `${verb} ${writer}`,
    );
  return shorten(title.charAt(0).toUpperCase() + title.slice(1), 120);
}
