import { addDays, readDays, sayDay } from '@deskbell/clerk';
import type { DayContext, Matcher } from './expression.ts';

const NAMES =
  "(?:thanksgiving|black friday|cyber monday|christmas(?: eve)?|xmas|new year'?s(?: (?:eve|day))?|easter(?: (?:sunday|monday))?|halloween|labor day|memorial day|independence day|juneteenth)";

/** Holidays by their names, and the weekends and weeks around them. */
export const holidays: readonly Matcher[] = [
  {
    pattern: new RegExp(
      `\\b(?:the )?(?:weekend|week) (?:of|around|after|before) ${NAMES}\\b|\\b(?:the )?${NAMES} (?:long )?(?:week-?end|week)\\b`,
      'g',
    ),
    read: ([hit], context) => {
      const found = daysOf(hit.replace('week-end', 'weekend').replace(' long ', ' '), context);
      if (found === undefined) return undefined;
      const name = `${sayDay(found.first, context.today)} to ${sayDay(found.last, context.today)}`;
      return { ...found, name, lead: '', isRelative: true };
    },
  },
  {
    pattern: new RegExp(`\\b${NAMES}\\b`, 'g'),
    read: ([hit], context) => {
      const found = daysOf(hit, context);
      if (found === undefined) return undefined;
      const name = sayDay(found.first, context.today);
      return { first: found.first, last: found.first, name, lead: 'on ', isRelative: false };
    },
  },
];

function daysOf(name: string, context: DayContext): { first: string; last: string } | undefined {
  const { now, today, direction } = context;
  const start = direction === 'past' ? yearBefore(now, today) : now;
  const [found] = readDays(name, start);
  return found === undefined || found.first === '' ? undefined : found;
}

/** A holiday is the next one to come; seen from a year ago that is the last one that was. */
function yearBefore(now: DayContext['now'], today: string): DayContext['now'] {
  return {
    ...now,
    instant: new Date(now.instant.getTime() - 365 * 86_400_000),
    today: addDays(today, -364),
  };
}
