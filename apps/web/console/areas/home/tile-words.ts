import type { OverviewTile } from '@deskbell/protocol';
import { sayCount, sayShare } from '../../ui/figures.ts';
import { sayDay, sayDuration } from '../../ui/time-words.ts';

type Trend = OverviewTile['trend'];

export const tileTitles: Readonly<Record<OverviewTile['key'], string>> = {
  emails_today: 'Mails today',
  completed_share: 'Worked on without failing',
  failed_today: 'Failed today',
  open_tasks: 'Open tasks',
  tasks_due_this_week: 'Tasks due this week',
  coming_deadlines: 'Deadlines in 7 days',
  pending_reviews: 'Waiting reviews',
  handling_time: 'Agents’ time per mail',
  bookings_today: 'Pickups today',
  new_bookings: 'Bookings made today',
};

/** What a day of the trend counts, where that is not the figure itself. */
const trendWords: Readonly<Record<Exclude<Trend['of'], 'value'>, string>> = {
  tasks_created: 'new tasks, day by day',
  tasks_due: 'due day by day, 2 weeks',
  deadlines_due: 'due day by day, 14 days',
  reviews_opened: 'new ones, day by day',
};

/** A figure of a tile; a dash where there is none. */
export function sayFigure(value: number | null, unit: OverviewTile['unit']): string {
  if (value === null) return '–';
  if (unit === 'share') return sayShare(value);
  return unit === 'count' ? sayCount(value) : sayDuration(value);
}

/** Below the figure: what it was before, else what the line beside it counts. */
export function sayBeside({ unit, value, comparison, trend }: OverviewTile): string {
  if (comparison !== null) {
    const { with: span, value: earlier } = comparison;
    if (earlier === null) return value === null ? 'nothing yet' : 'nothing before';
    const words = span === 'yesterday' ? 'yesterday' : 'in the 7 days before';
    return `${value === null ? 'none yet today, ' : ''}${sayFigure(earlier, unit)} ${words}`;
  }
  return trend.of === 'value' ? '' : trendWords[trend.of];
}

/** The line in words. */
export function sayTrend({ unit, trend }: Pick<OverviewTile, 'unit' | 'trend'>): string {
  const { of, days } = trend;
  const known = days.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || known.length === 0) {
    return 'Nothing to show in these days.';
  }
  const what = of === 'value' ? 'Day by day' : upperFirst(trendWords[of]);
  const span = `${sayDay(first.day)} to ${sayDay(last.day)}`;
  const highest = known.reduce((one, other) => (other.value > one.value ? other : one));
  const lowest = Math.min(...known.map(({ value }) => value));
  const most = `${sayFigure(highest.value, unit)}`;
  return lowest === highest.value
    ? `${what}, ${span}: always ${most}.`
    : `${what}, ${span}: from ${sayFigure(lowest, unit)} to ${most}, the highest on ${sayDay(highest.day)}.`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
