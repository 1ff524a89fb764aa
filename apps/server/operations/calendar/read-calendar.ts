import type { Kysely, Selectable } from 'kysely';
import type { OperationsTables } from '../tables.ts';

export type CalendarEvent = Selectable<OperationsTables['calendar_events']>;

const DAY_MS = 86_400_000;
const PAST_DAYS = 90;
const FUTURE_DAYS = 730;
/** The nearest ones; however many mails there are, the feed stays small enough to be asked often. */
const MAX_PAST = 300;
const MAX_FUTURE = 1_000;

/** The events of the feed, from 90 days ago to two years from now: the earliest first. */
export async function readCalendar({
  database,
  now,
}: {
  database: Kysely<OperationsTables>;
  now: Date;
}): Promise<CalendarEvent[]> {
  const events = database.selectFrom('calendar_events').selectAll();
  const [past, future] = await Promise.all([
    events
      .where('due_at', '<', now)
      .where('due_at', '>=', new Date(now.getTime() - PAST_DAYS * DAY_MS))
      .orderBy('due_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MAX_PAST)
      .execute(),
    events
      .where('due_at', '>=', now)
      .where('due_at', '<', new Date(now.getTime() + FUTURE_DAYS * DAY_MS))
      .orderBy('due_at')
      .orderBy('id')
      .limit(MAX_FUTURE)
      .execute(),
  ]);
  return [...past.reverse(), ...future];
}
