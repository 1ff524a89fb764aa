import { subjectOf } from '../triage/mail-parts.ts';
import { clean, shorten } from './clean-sentence.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { type Found, quoteOf, type TaskContext } from './task-context.ts';

/** Something of the business's own is out of order; the report itself asks for nothing. */
export function alertTask({ email, triage }: TaskContext): Found[] {
  const subject = subjectOf(email);
  if (triage?.type !== 'alert' || triage.urgency < 40 || subject === '') return [];
  return [
    {
      where: 'subject',
      confidence: 0.93,
      task: {
        title: shorten(`Look into: ${clean(subject)}`, 120),
        description: shorten(`Reported by ${email.envelope.from.address}.`, 1_000),
        priority: prioritizeTask(subject, triage, null),
        assignee: null,
        category: 'operations',
        due_date: null,
        quote: quoteOf(subject),
      },
    },
  ];
}
