import { sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Database } from '../../platform/database.ts';
import type { AcceptMail, IncomingMail } from '../intake/accept-mail.ts';
import type { OperationsTables } from '../tables.ts';
import { composeDemoMail, composeFailingMail } from './compose-demo-mail.ts';
import { demoMails } from './demo-mails.ts';
import { failingMails } from './failing-mails.ts';

export interface SeedDemoMailOptions {
  database: Database;
  accept: AcceptMail;
  clock: () => Date;
  timezone: string;
  /** Aborted: it stops after the mail at hand, and the next start goes on. */
  signal: AbortSignal;
}

/**
 * Sends the demonstration's mail of the last thirty days through the real doors. On the day it was
 * sent it only adds what is missing; on a later day the old ones are deleted, with everything that
 * came of them, and sent again. Once real mail has arrived nothing is touched any more.
 */
export async function seedDemoMail(
  options: SeedDemoMailOptions,
): Promise<'seeded' | 'unchanged' | 'real mail'> {
  const { database, accept, clock, timezone, signal } = options;
  const tables = database.for<OperationsTables>();
  const real = await tables
    .selectFrom('emails')
    .select('id')
    .where('is_demo', '=', false)
    .limit(1)
    .executeTakeFirst();
  if (real !== undefined) return 'real mail';

  const now = DateTime.fromJSDate(clock(), { zone: timezone });
  const laidOn = now.toISODate() ?? '';
  await tables
    .deleteFrom('emails')
    .where('is_demo', '=', true)
    .where(sql<boolean>`message_key not like ${`%.${laidOn}@%`}`)
    .execute();

  let isChanged = false;
  for (const make of mailsInOrder(now, laidOn)) {
    if (signal.aborted) break;
    const outcome = await accept(await make());
    isChanged ||= outcome.kind === 'accepted';
  }
  return isChanged ? 'seeded' : 'unchanged';
}

type MakeMail = () => Promise<IncomingMail> | IncomingMail;

/** Oldest first, so that each mail is read with the history before it. */
function mailsInOrder(now: DateTime, laidOn: string): MakeMail[] {
  const placed = [
    ...demoMails.map((mail) => {
      const arrives = arrivalOf(mail, now);
      return { arrives, make: () => composeDemoMail(mail, { arrives, laidOn }) };
    }),
    ...failingMails.map((mail) => {
      const arrives = arrivalOf(mail, now);
      return { arrives, make: () => composeFailingMail(mail, { arrives, laidOn }) };
    }),
  ];
  return placed.sort((a, b) => a.arrives.toMillis() - b.arrives.toMillis()).map(({ make }) => make);
}

/** At its time of day, or shortly before now where that is still to come. */
function arrivalOf({ daysAgo, at }: { daysAgo: number; at: string }, now: DateTime): DateTime {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const planned = now.startOf('day').minus({ days: daysAgo }).set({ hour, minute });
  return planned < now ? planned : now.minus({ seconds: 1 + (24 - hour) * 60 - minute });
}
