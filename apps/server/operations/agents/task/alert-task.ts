import { subjectOf } from '../triage/mail-parts.ts';
import { clean, shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { type Found, type Line, quoteOf, type TaskContext } from './task-context.ts';

/** Something of the business's own is out of order; the report itself asks for nothing. */
export function alertTask(context: TaskContext, lines: readonly Line[]): Found[] {
  const { email, triage } = context;
  const subject = subjectOf(email);
  if (triage?.type !== 'alert' || triage.urgency < 40 || subject === '') return [];
  const due = [{ text: subject }, ...lines]
    .filter(({ text }) => /\b(?:expir|before|by|until|renew|due|ends)/i.test(text))
    .map(({ text }) => findDueDate(text, context))
    .find((date) => date !== null);
  return [
    {
      where: 'subject',
      confidence: due?.isAmbiguous ? 0.89 : 0.93,
      task: {
        title: shorten(`Look into: ${clean(subject)}`, 120),
        description: shorten(`Reported by ${email.envelope.from.address}.`, 1_000),
        priority: prioritizeTask(subject, triage, due ?? null),
        assignee: null,
        category: 'operations',
        due_date: due?.date ?? null,
        quote: quoteOf(subject),
      },
    },
  ];
}
