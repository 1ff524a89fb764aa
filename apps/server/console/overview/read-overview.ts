import type { Overview } from '@deskbell/protocol';
import { readBookingDays } from '../../bookings/read-booking-days.ts';
import { weekOf } from '../../desks/backoffice/context/business-week.ts';
import { readAgentDays } from '../../operations/statistics/read-agent-days.ts';
import { readDays } from '../../operations/statistics/read-days.ts';
import { readDeadlinesDue, readTasksDue } from '../../operations/statistics/read-due-days.ts';
import { readOpenWork } from '../../operations/statistics/read-open-work.ts';
import { localDay } from '../../platform/business-day.ts';
import { addDays } from '../../platform/calendar-date.ts';
import type { Database } from '../../platform/database.ts';
import { attentionCounts, readAttention } from './read-attention.ts';
import { createTiles } from './tiles.ts';

/** Of every trend. */
const DAYS = 14;

export interface OverviewOptions {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  /** Addresses or domains whose dates come before anything else that presses as much. */
  leadership: readonly string[];
  /** The business's own: who writes from there is of the team. */
  ownDomains: readonly string[];
}

/**
 * What needs a person first, and the figures of the day. Counters and index reads: the cost does not
 * grow with the mails. Its parts are read side by side, so a mail that is being finished meanwhile may
 * be in one and not yet in another.
 */
export async function readOverview(
  { database, timezone, leadership, ownDomains }: OverviewOptions,
  now: Date,
): Promise<Overview> {
  const today = localDay(now, timezone);
  const { monday, sunday } = weekOf(today);
  const last = { from: addDays(today, 1 - DAYS), to: today };
  const next = { from: today, to: addDays(today, DAYS - 1) };
  const weeks = { from: monday, to: addDays(monday, DAYS - 1) };
  const [items, open, days, agents, tasksDue, deadlinesDue, bookings] = await Promise.all([
    readAttention({ database, timezone, leadership, ownDomains, now }),
    readOpenWork({ database, timezone, now }),
    readDays({ database, timezone, span: last }),
    readAgentDays({ database, timezone, span: last }),
    readTasksDue(database, weeks),
    readDeadlinesDue({ database, timezone, now, span: next }),
    readBookingDays({ database, timezone, ...last }),
  ]);
  return {
    at: now.toISOString(),
    today,
    attention: { items, counts: attentionCounts(open) },
    tiles: createTiles({ sunday, open, days, agents, tasksDue, deadlinesDue, bookings }),
  };
}
