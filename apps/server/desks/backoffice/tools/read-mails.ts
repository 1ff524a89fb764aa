import { hostOf, registrableDomain } from '../../../operations/agents/triage/domains.ts';
import type { List } from '../../../operations/statistics/page.ts';
import type { PeriodStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { Database } from '../../../platform/database.ts';
import { endOfDay, startOfDay } from './inputs.ts';
import { countUpTo, MOST_COUNTED, readList } from './read-list.ts';
import type { ListEmailsInput, Listed, ListRequest } from './tool-results.ts';

type Wanted = Pick<ListEmailsInput, 'from' | 'to' | 'status' | 'category' | 'sender'>;
type MailList = Omit<List, 'columns'>;

/** The executions `x` with their mails `e` that are asked for, newest first, along an index. */
function mailsOf({ from, to, status, category, sender }: Wanted, timezone: string): MailList {
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

/** One page of the mails that are asked for, and how many there are. */
export async function readMails<Row extends object, Item>({
  database,
  timezone,
  wanted,
  counters,
  columns,
  toItem,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  wanted: Wanted & ListRequest;
  /** Of the days that are asked for. */
  counters: Pick<PeriodStatistics, 'categoriesByStatus'>;
  /** Of an execution `x` and its mail `e`. */
  columns: string;
  toItem: (row: Row) => Item;
}): Promise<Listed & { items: Item[] }> {
  const counted = await countMails({ database, timezone, wanted, counters });
  // No index has both: looking for what is not there would take the longest.
  const isBoth = wanted.status !== undefined && wanted.category !== undefined;
  if (isBoth && counted.total === 0) return { ...counted, items: [], next_cursor: null };
  const { items, nextCursor } = await readList({
    database,
    limit: wanted.limit,
    cursor: wanted.cursor,
    list: { columns, ...mailsOf(wanted, timezone) },
    toItem,
  });
  return { ...counted, items, next_cursor: nextCursor };
}

/** By the counters of the days; of a sender's mails up to a bound. */
async function countMails({
  database,
  timezone,
  wanted,
  counters,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  wanted: Wanted;
  counters: Pick<PeriodStatistics, 'categoriesByStatus'>;
}): Promise<Pick<Listed, 'total' | 'is_more_than_total'>> {
  const { status, category, ...sent } = wanted;
  if (sent.sender === undefined) {
    const total = Object.entries(counters.categoriesByStatus)
      .filter(([counted]) => status === undefined || counted === status)
      .flatMap(([, categories]) => Object.entries(categories))
      .filter(([counted]) => category === undefined || counted === category)
      .reduce((sum, [, mails]) => sum + mails, 0);
    return { total, is_more_than_total: false };
  }
  const count = ({ from, values }: MailList) => countUpTo(database, from, values);
  const all = await count(mailsOf(sent, timezone));
  if (status === undefined && category === undefined) return all;
  return { ...all, total: (await count(mailsOf(wanted, timezone))).total };
}
