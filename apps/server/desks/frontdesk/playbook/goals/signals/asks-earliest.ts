import type { Memory } from '../../memory.ts';
import type { Details } from '../../reading/read-details.ts';

const SIGNALS: readonly RegExp[] = [
  /\b(?:earliest|soonest|as (?:soon|early) as (?:possible|you can)|asap|how soon)\b/,
  /\b(?:first|next) (?:\w+ )?(?:day|date|slot|time|opening|possib\w+|chance)\b/,
  /\bwhen (?:can|could|would|do|will|are) (?:you|someone|somebody|a driver|the driver)\b[^.?!]*$/,
  /\b(?:what|which) (?:other )?(?:day|date)s? (?:can|could|would|do|are|is|works?)\b/,
  /\bwhen(?:'s| is| would| will)? (?:it|that) (?:be )?(?:possible|work)\b/,
];

/** "What's the earliest you could come then?", after today was refused or where the day is open. */
export function asksEarliest(memory: Memory, text: string, { days, zips }: Details): boolean {
  const isOpen = memory.dayWasRefused || (memory.asked === 'day' && memory.topic === 'booking');
  const isDayNamed = days.some(({ first }) => first !== '');
  if (!isOpen || isDayNamed || zips.length > 0) return false;
  return SIGNALS.some((signal) => signal.test(text));
}
