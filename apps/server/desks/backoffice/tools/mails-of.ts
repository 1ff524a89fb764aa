import { hostOf, registrableDomain } from '../../../operations/agents/triage/domains.ts';
import type { List } from '../../../operations/statistics/page.ts';
import type { PeriodStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { Database } from '../../../platform/database.ts';
import { endOfDay, startOfDay } from './inputs.ts';
import { countUpTo, MOST_COUNTED } from './read-list.ts';
import type { ListEmailsInput, Listed } from './tool-results.ts';

type Wanted = Pick<ListEmailsInput, 'from' | 'to' | 'status' | 'category' | 'sender'>;
type MailList = Omit<List, 'columns'>;
type Counted = Pick<Listed, 'total' | 'is_more_than_total'>;

/** The executions `x` with their mails `e` that are asked for, newest first, along an index. */
export function mailsOf(
  { from, to, status, category, sender }: Wanted,
  timezone: string,
): MailList {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const days = (column: string) => [
    ...(from === undefined ? [] : [`${column} >= ${value(startOfDay(from, timezone))}`]),
    ...(to === undefined ? [] : [`${column} < ${value(endOfDay(to, timezone))}`]),
  ];
  const kinds = () => [
    ...(status === undefined ? [] : [`x.status = ${value(status)}`]),
    ...(category === undefined ? [] : [`x.category = ${value(category)}`]),
  ];
  const keysOf = (table: 'x' | 'e'): List['keys'] => [
    { expression: `${table}.accepted_at`, type: 'timestamptz' },
    { expression: `${table}.id`, type: 'uuid' },
  ];
  if (sender === undefined) {
    const where = ['true', ...days('x.accepted_at'), ...kinds()].join(' and ');
    return {
      from: `from executions x join emails e on e.id = x.email_id where ${where}`,
      keys: keysOf('x'),
      direction: 'desc',
      values,
    };
  }
  const isFiltered = status !== undefined || category !== undefined;
  const sent = [sentBy(sender, value), ...days('accepted_at')].join(' and ');
  // Somebody may have sent a great many mails, and none that fits.
  const bound = isFiltered ? `order by accepted_at desc limit ${MOST_COUNTED}` : '';
  return {
    from: `from (select * from emails where ${sent} ${bound}) as e
      join executions x on x.email_id = e.id where ${['true', ...kinds()].join(' and ')}`,
    keys: keysOf('e'),
    direction: 'desc',
    values,
  };
}

function sentBy(sender: string, value: (given: unknown) => string): string {
  const written = sender.trim().toLowerCase();
  return /^[^@]+@./.test(written)
    ? `sender = ${value(written)}`
    : `sender_domain = ${value(registrableDomain(hostOf(written)))}`;
}

/** How many they are: by the counters of their days, of a sender's mails up to a bound. */
export async function countMails(
  database: Pick<Database, 'pool'>,
  {
    wanted,
    timezone,
    counters,
  }: {
    wanted: Wanted;
    timezone: string;
    /** Of the days that are asked for. */
    counters: Pick<PeriodStatistics, 'categoriesByStatus'>;
  },
): Promise<Counted> {
  const { status, category, ...sent } = wanted;
  if (sent.sender === undefined) {
    const total = Object.entries(counters.categoriesByStatus)
      .filter(([counted]) => status === undefined || counted === status)
      .flatMap(([, categories]) => Object.entries(categories))
      .filter(([counted]) => category === undefined || counted === category)
      .reduce((sum, [, mails]) => sum + mails, 0);
    return { total, is_more_than_total: false };
  }
  const [fitting, all] = await Promise.all(
    [mailsOf(wanted, timezone), mailsOf(sent, timezone)].map(({ from, values }) =>
      countUpTo(database, from, values),
    ),
  );
  return {
    total: fitting?.total ?? 0,
    is_more_than_total: all?.is_more_than_total ?? false,
  };
}
