import { sayCount, sayList, upperFirst } from '@deskbell/clerk';
import type { AttentionItemsResult } from '../../tools/tool-results.ts';
import { number } from '../wording/counts.ts';
import { shortDay } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { listing, whyOf } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';

/** What a person should know about, the most important first: the order is the tool's. */
export const attention: Flow = (turn, query, room) => {
  const fetched = fetch(turn, 'attention_items', { limit: query.limit ?? room.rows });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  return sayItems(turn, room, { value, total: itemsIn(value), sentence: sayAttention(value) });
};

/** How many items there are, deadlines included; two about the same matter are listed once. */
export const itemsIn = ({ counts, total }: AttentionItemsResult): number =>
  total + counts.overdue_deadlines + counts.deadlines_next_7_days;

export function sayAttention({ counts, total }: AttentionItemsResult): string {
  const kindsOfTask = [
    counts.overdue_tasks > 0 && `${number(counts.overdue_tasks)} overdue`,
    counts.urgent_tasks > 0 && `${number(counts.urgent_tasks)} urgent`,
    counts.high_tasks > 0 && `${number(counts.high_tasks)} high-priority`,
  ].filter((kind) => kind !== false);
  const tasks = counts.pressing_tasks;
  const parts = [
    counts.failed_executions > 0 && sayCount(counts.failed_executions, 'failed execution'),
    counts.pending_reviews > 0 &&
      `${sayCount(counts.pending_reviews, 'review')} waiting for a decision`,
    tasks > 0 && `${sayCount(tasks, 'task')} (${kindsOfTask.join(', ')})`,
  ].filter((part) => part !== false);
  const { overdue_deadlines: passed, deadlines_next_7_days: coming } = counts;
  const sentences = [
    total === 0
      ? 'Nothing needs your attention right now.'
      : `${upperFirst(sayCount(total, 'thing'))} ${total === 1 ? 'needs' : 'need'} attention: ${sayList(parts)}.`,
    passed > 0 &&
      `${upperFirst(sayCount(passed, 'deadline'))} ${passed === 1 ? 'has' : 'have'} passed without being marked as done.`,
    coming > 0 &&
      `${upperFirst(sayCount(coming, 'deadline'))} ${coming === 1 ? 'comes' : 'come'} up in the next 7 days.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

export function sayItems(
  { now }: Turn,
  { firstNumber, isCount }: Room,
  { value, total, sentence }: { value: AttentionItemsResult; total: number; sentence: string },
): string {
  const items = value.items.slice(firstNumber - 1);
  const rows = items.map(({ title, ref, why, due }) => {
    const reason = whyOf(why);
    // The reason mostly says how many days are left or over.
    const isSaid =
      /\b(?:today|tomorrow|yesterday|days?|due|since|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/.test(reason);
    const day =
      !isSaid && due !== null && /^\d{4}-\d\d-\d\d$/.test(due)
        ? `, due ${shortDay(due, now.today)}`
        : '';
    return `${quoted(title)} ${ref}: ${reason}${day}`;
  });
  if (rows.length === 0 && firstNumber > 1) {
    return `That is as far as I list them, of ${number(total)} in all. Ask for the failed executions, the reviews, the tasks or the deadlines to see all of one kind.`;
  }
  const isMore = total > firstNumber - 1 + rows.length;
  return listing(sentence, {
    rows,
    list: { total, is_more_than_total: false, next_cursor: isMore ? 'more' : null },
    firstNumber,
    isCount,
  });
}
