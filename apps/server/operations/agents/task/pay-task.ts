import { subjectOf } from '../triage/mail-parts.ts';
import { shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { findDemand, invoiceNumberIn } from './payment.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { describe, type Found, type Line, quoteOf, type TaskContext } from './task-context.ts';

/** Whether money that the mail asks for would be the business's: not what customers write of. */
export function isPayable({ triage }: TaskContext): boolean {
  return (
    triage === null ||
    (triage.category !== 'customer' &&
      [
        'invoice',
        'payment',
        'insurance',
        'contract',
        'delivery',
        'other',
        'phishing',
        'inspection',
      ].includes(triage.type))
  );
}

/** The one task to pay, when the mail's text asks for money. */
export function payTask(lines: readonly Line[], context: TaskContext): Found[] {
  if (!isPayable(context)) return [];
  const subject: Line = { text: subjectOf(context.email), where: 'subject' };
  const demand = findDemand([...lines, subject]);
  if (demand === null) return [];
  const all = [demand, subject, ...lines];
  const number = all.map(({ text }) => invoiceNumberIn(text)).find((one) => one !== null);
  const due = all
    .filter((line) => line === demand || /\b(?:due|pay|payable|payment)\b/i.test(line.text))
    .map(({ text }) => findDueDate(text, context))
    .find((date) => date !== null);
  const { writer } = context;
  return [
    {
      where: demand.where,
      confidence: due?.isAmbiguous ? 0.89 : 0.94,
      task: {
        title: shorten(number ? `Pay invoice ${number} (${writer})` : `Pay ${writer}`, 120),
        description: describe(demand.text, context),
        priority: prioritizeTask(demand.text, context.triage, due ?? null),
        assignee: null,
        category: 'accounting',
        due_date: due?.date ?? null,
        quote: quoteOf(demand.text),
      },
    },
  ];
}
