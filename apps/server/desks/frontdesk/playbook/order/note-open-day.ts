import { ASKS } from '../goals/signals/asks.ts';
import { NO_IDEA } from '../goals/signals/no-idea.ts';
import type { Memory } from '../memory.ts';

/** The day that was asked for stays open when it is not known yet, or was passed over too often. */
export function noteOpenDay(memory: Memory): void {
  const { asked, changed, days, text } = memory.heard;
  if (asked !== 'day') return;
  const isSkipped = changed.size > 0 && days.length === 0 && !ASKS.test(text);
  if (isSkipped) memory.daySkips += 1;
  // Asked twice, and other details came both times: the booking form asks for the day.
  if (NO_IDEA.test(text) || memory.daySkips > 1) memory.dayIsOpen = true;
}
