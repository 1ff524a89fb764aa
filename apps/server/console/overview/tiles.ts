import type { OverviewTile } from '@deskbell/protocol';
import type { BookingDay } from '../../bookings/read-booking-days.ts';
import type { AgentDay } from '../../operations/statistics/read-agent-days.ts';
import { ratio } from '../../operations/statistics/read-agent-statistics.ts';
import type { DayCounts } from '../../operations/statistics/read-days.ts';
import type { OpenWork } from '../../operations/statistics/read-open-work.ts';
import type { CalendarDate } from '../../platform/calendar-date.ts';

type TrendDay = OverviewTile['trend']['days'][number];
type DueDay = { day: CalendarDate; count: number };

/** Everything the tiles are made of. Of `days`, `agents` and `bookings` the last day is today. */
export interface TileFigures {
  /** The last day of this week. */
  sunday: CalendarDate;
  open: OpenWork;
  /** 14 days. */
  days: readonly DayCounts[];
  agents: readonly AgentDay[];
  /** From this Monday on. */
  tasksDue: readonly DueDay[];
  /** From today on. */
  deadlinesDue: readonly DueDay[];
  /** Empty while there has never been a booking. */
  bookings: readonly BookingDay[];
}

/** The tiles in the order they are shown. */
export function createTiles(figures: TileFigures): OverviewTile[] {
  const { days, open, tasksDue, deadlinesDue, bookings } = figures;
  const handling = handlingDays(figures);
  const failedOf = ({ failed }: DayCounts): number => failed;
  return [
    countTile('emails_today', days, ({ mails }) => mails),
    {
      key: 'completed_share',
      unit: 'share',
      value: completedShare(days.slice(-1)),
      comparison: { with: 'last_7_days', value: completedShare(weekBefore(days)) },
      trend: valueTrend(days, (day) => completedShare([day])),
    },
    countTile('failed_today', days, failedOf),
    {
      key: 'open_tasks',
      unit: 'count',
      value: Object.values(open.openTasks).reduce((sum, count) => sum + count, 0),
      comparison: null,
      trend: {
        of: 'tasks_created',
        days: days.map(({ day, tasksCreated }) => ({ day, value: tasksCreated })),
      },
    },
    {
      key: 'tasks_due_this_week',
      unit: 'count',
      value: tasksDue
        .filter(({ day }) => day <= figures.sunday)
        .reduce((sum, { count }) => sum + count, 0),
      comparison: null,
      trend: { of: 'tasks_due', days: tasksDue.map(toTrendDay) },
    },
    {
      key: 'coming_deadlines',
      unit: 'count',
      value: open.comingDeadlinesNext7Days,
      comparison: null,
      trend: { of: 'deadlines_due', days: deadlinesDue.map(toTrendDay) },
    },
    {
      key: 'pending_reviews',
      unit: 'count',
      value: open.pendingReviews,
      comparison: null,
      trend: {
        of: 'reviews_opened',
        days: days.map(({ day, reviewsOpened }) => ({ day, value: reviewsOpened })),
      },
    },
    {
      key: 'handling_time',
      unit: 'milliseconds',
      value: timePerMail(handling.slice(-1)),
      comparison: { with: 'last_7_days', value: timePerMail(weekBefore(handling)) },
      trend: valueTrend(handling, (day) => timePerMail([day])),
    },
    ...(bookings.length === 0
      ? []
      : [
          countTile('bookings_today', bookings, ({ pickups }) => pickups),
          countTile('new_bookings', bookings, ({ made }) => made),
        ]),
  ];
}

/** A count of today beside yesterday's. */
function countTile<Day extends { day: CalendarDate }>(
  key: OverviewTile['key'],
  days: readonly Day[],
  countOf: (day: Day) => number,
): OverviewTile {
  const [yesterday, today] = days.slice(-2);
  return {
    key,
    unit: 'count',
    value: today === undefined ? null : countOf(today),
    comparison: {
      with: 'yesterday',
      value: yesterday === undefined ? null : countOf(yesterday),
    },
    trend: valueTrend(days, countOf),
  };
}

const valueTrend = <Day extends { day: CalendarDate }>(
  days: readonly Day[],
  readDay: (day: Day) => number | null,
): OverviewTile['trend'] => ({
  of: 'value',
  days: days.map((day) => ({ day: day.day, value: readDay(day) })),
});

const toTrendDay = ({ day, count }: DueDay): TrendDay => ({ day, value: count });

/** The seven days before the last one. */
const weekBefore = <Day>(days: readonly Day[]): readonly Day[] => days.slice(-8, -1);

function completedShare(days: readonly DayCounts[]): number | null {
  const completed = days.reduce((sum, day) => sum + day.completed, 0);
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  return ratio(completed, completed + failed);
}

interface HandlingDay {
  day: CalendarDate;
  timeMs: number;
  mails: number;
}

/** Every mail that the agents read has one run of triage. */
function handlingDays({ days, agents }: TileFigures): HandlingDay[] {
  return days.map(({ day }) => {
    const runs = agents.filter((run) => run.day === day);
    return {
      day,
      timeMs: runs.reduce((sum, { timeMs }) => sum + timeMs, 0),
      mails: runs.find(({ agent }) => agent === 'triage')?.runs ?? 0,
    };
  });
}

const timePerMail = (days: readonly HandlingDay[]): number | null =>
  ratio(
    days.reduce((sum, { timeMs }) => sum + timeMs, 0),
    days.reduce((sum, { mails }) => sum + mails, 0),
  );
