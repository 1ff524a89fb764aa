import { subjectOf } from '../triage/mail-parts.ts';
import { shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { describe, type Found, type Line, quoteOf, type TaskContext } from './task-context.ts';

const absence =
  /\b(?:sick|ill|flu|fever|throwing up|not feeling well|food poisoning|come in|make it(?: in)?|be in|coming in|work|shift|calling (?:out|in)|out (?:today|tomorrow)|emergency|urgent care)\b/i;

const covered =
  /\b(?:takes|is taking|took|will take|has taken|covers|is covering|will cover|covered|agreed to (?:take|cover)|swapped|fills|is filling|will fill)\b.{0,40}\b(?:my|his|her|their|the|both|all|shifts?|trips?|routes?|runs?|jobs?|for (?:me|him|her)|in for)\b/i;
const open =
  /\b(?:nobody|no one|can|could|who|need|needs|somebody|someone|anyone|anybody|if|until|unless)\b|\?/i;

/** Whether a sentence says who does the work of the one who is missing. */
function isCovered(sentence: string): boolean {
  const text = sentence.slice(0, 400);
  return covered.test(text) && !open.test(text);
}

/** Somebody cannot come: cover is needed for the day he names. */
export function coverTask(lines: readonly Line[], context: TaskContext): Found[] {
  if (context.triage?.type !== 'call_out' || lines.some(({ text }) => isCovered(text))) return [];
  const subject: Line = { text: subjectOf(context.email), where: 'subject' };
  const said = lines.find(({ text }) => absence.test(text)) ?? lines[0] ?? subject;
  const days = [said, ...lines, subject]
    .map(({ text }) => findDueDate(text, context))
    .find((date) => date !== null);
  return [
    {
      where: said.where,
      confidence: 0.94,
      task: {
        title: shorten(`Find cover for ${context.writer}`, 120),
        description: describe(said.text, context),
        priority:
          days && days.inDays > 2
            ? 'high'
            : days?.inDays === 0
              ? 'urgent'
              : prioritizeTask(said.text, context.triage, days ?? null),
        assignee: null,
        category: 'scheduling',
        due_date: days?.date ?? null,
        quote: quoteOf(said.text),
      },
    },
  ];
}
