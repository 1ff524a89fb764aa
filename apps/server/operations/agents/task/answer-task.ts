import { plainSentence } from '../text/plain-sentence.ts';
import { subjectOf } from '../triage/mail-parts.ts';
import { categorizeTask } from './categorize-task.ts';
import { clean, shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { nothingToDo } from './not-meant.ts';
import { prioritizeTask } from './prioritize-task.ts';
import {
  type Asked,
  describe,
  type Found,
  type Line,
  quoteOf,
  type TaskContext,
} from './task-context.ts';

/** All that wants an answer is one task: questions, wishes, a complaint, an inquiry. */
export function answerTask(
  asked: readonly Asked[],
  lines: readonly Line[],
  context: TaskContext,
): Found[] {
  const { email, triage, writer } = context;
  const isOpen = ({ act }: Asked) => act.kind === 'question' || act.kind === 'wish';
  const hasOrder = asked.some((one) => !isOpen(one));
  // "I need them at six. Please bring them": the order says it; a wish with a day of its own stays.
  const isSaid = ({ act, sentence }: Asked) =>
    hasOrder &&
    act.kind === 'wish' &&
    findDueDate(sentence, { ...context, onlyLimits: true }) === null;
  const open = asked.filter((one) => isOpen(one) && !isSaid(one));
  const isComplaint = triage?.type === 'complaint' && triage.category !== 'staff';
  const isCustomer = triage?.category === 'customer';
  const expects =
    isComplaint || (isCustomer && (triage.type === 'inquiry' || triage.type === 'booking'));
  const isDismissed = lines.some(({ text }) => nothingToDo.test(plainSentence(text)));
  if (open.length === 0 && (isDismissed || !expects || (hasOrder && !isComplaint))) return [];
  const subject = subjectOf(email);
  const complaint = isComplaint
    ? (lines.find(({ text }) => text.length > 25) ?? lines[0])
    : undefined;
  const first: Line | undefined =
    (isComplaint ? complaint : undefined) ??
    (open[0] ? { text: open[0].sentence, where: open[0].where } : undefined) ??
    lines.find(({ text }) => text.length > 25) ??
    (subject === '' ? undefined : { text: subject, where: 'subject' });
  if (first === undefined) return [];
  const due = open
    .map(({ sentence }) => findDueDate(sentence, { ...context, onlyLimits: true }))
    .find((date) => date !== null);
  const about = clean(open[0]?.act.words ?? first.text);
  const questions = open.map(({ sentence }) => clean(sentence)).join('\n');
  return [
    {
      where: first.where,
      confidence: due?.isAmbiguous ? 0.89 : 0.94,
      task: {
        title: shorten(
          isComplaint
            ? `Answer ${writer}'s complaint: ${subject === '' ? about : subject}`
            : `Answer ${writer}: ${about}`,
          120,
        ),
        description: describe(questions === '' ? first.text : questions, context),
        priority: prioritizeTask(questions, triage, due ?? null),
        assignee: null,
        category: isCustomer || isComplaint ? 'customer service' : categorizeTask(about, triage),
        due_date: due?.date ?? null,
        quote: quoteOf(first.text),
      },
    },
  ];
}
