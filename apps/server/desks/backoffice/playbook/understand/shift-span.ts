import { addDays, sayDays } from '@deskbell/clerk';
import type { Span } from '../days/span.ts';

const NEIGHBOUR =
  /\bthe (day|week|month) (before|after|prior|earlier|following)(?: (?:that|it))?[?.!]*$|\bthe (?:previous|preceding) (day|week|month)[?.!]*$/;

function monthBeside(day: string, step: number): { from: string; to: string } {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + step;
  const startOf = (at: number): string =>
    `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  return { from: startOf(month), to: addDays(startOf(month + 1), -1) };
}

/** "The week before?": the days beside those asked about last; undefined when it is not that. */
export function shiftSpan(text: string, last: Span | undefined, today: string): Span | undefined {
  const hit = NEIGHBOUR.exec(text);
  if (hit === null || last?.from === undefined || last.to === undefined) return undefined;
  const unit = hit[1] ?? hit[3];
  const step = /^(?:after|following)$/.test(hit[2] ?? '') ? 1 : -1;
  const length = unit === 'day' ? 1 : 7;
  const days =
    unit === 'month'
      ? monthBeside(last.from, step)
      : unit === 'day' && step > 0
        ? { from: addDays(last.to, 1), to: addDays(last.to, 1) }
        : unit === 'day'
          ? { from: addDays(last.from, -1), to: addDays(last.from, -1) }
          : { from: addDays(last.from, step * length), to: addDays(last.from, step * length + 6) };
  const lead = days.from === days.to ? 'on ' : 'from ';
  return { ...days, label: `${lead}${sayDays(days.from, days.to, today)}` };
}
