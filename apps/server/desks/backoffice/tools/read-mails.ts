import { hostOf, registrableDomain } from '../../../operations/agents/triage/domains.ts';
import type { PeriodStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { Database } from '../../../platform/database.ts';
import type { List } from '../../../platform/page.ts';
import { endOfDay, startOfDay } from './inputs.ts';
import { countUpTo, MOST_COUNTED, readList } from './read-list.ts';
import type { ListEmailsInput, Listed, ListRequest } from './tool-results.ts';

type Wanted = Pick<
  ListEmailsInput,
  'from' | 'to' | 'status' | 'category' | 'sender' | 'is_high_risk' | 'has_attachments'
>;
type MailList = Omit<List, 'columns'>;

/** By which index mails are looked for; the rest of what is asked for is a filter. */
type Base = 'sender' | 'risk' | 'attachments' | 'newest';

function baseOf({ sender, is_high_risk, has_attachments }: Wanted): Base {
  if (sender !== undefined) return 'sender';
  if (is_high_risk === true) return 'risk';
  return has_attachments === true ? 'attachments' : 'newest';
}

/** Whether more is asked for than the base and the days. */
const isFiltered = (wanted: Wanted): boolean =>
  wanted.status !== undefined ||
  wanted.category !== undefined ||
  (wanted.is_high_risk === true && baseOf(wanted) !== 'risk') ||
  (wanted.has_attachments !== undefined && baseOf(wanted) !== 'attachments');

/** No counter knows these mails. */
const isUncounted = (wanted: Wanted): boolean =>
  baseOf(wanted) !== 'newest' || wanted.has_attachments !== undefined;

function withoutFilters(wanted: Wanted): Wanted {
  const { from, to, sender } = wanted;
  const base = baseOf(wanted);
  return {
    from,
    to,
    ...(base === 'sender' ? { sender } : {}),
    ...(base === 'risk' ? { is_high_risk: true } : {}),
    ...(base === 'attachments' ? { has_attachments: true } : {}),
  };
}

/** In the words of its index. */
const HIGH_RISK = `risk in ('high', 'critical')`;

/** The executions `x` with their mails `e` that are asked for, newest first, along an index. */
function mailsOf(wanted: Wanted, timezone: string): MailList {
  const { from, to, status, category, has_attachments } = wanted;
  const base = baseOf(wanted);
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const days = (column: string) => [
    ...(from === undefined ? [] : [`${column} >= ${value(startOfDay(from, timezone))}`]),
    ...(to === undefined ? [] : [`${column} < ${value(endOfDay(to, timezone))}`]),
  ];
  const filters = () => [
    'true',
    ...(status === undefined ? [] : [`x.status = ${value(status)}`]),
    ...(category === undefined ? [] : [`x.category = ${value(category)}`]),
    ...(wanted.is_high_risk === true ? [`x.${HIGH_RISK}`] : []),
    ...(has_attachments === undefined ? [] : [`e.has_attachments = ${value(has_attachments)}`]),
  ];
  const listOf = (table: 'x' | 'e', from: string): MailList => ({
    from,
    keys: [
      { expression: `${table}.accepted_at`, type: 'timestamptz' },
      { expression: `${table}.id`, type: 'uuid' },
    ],
    direction: 'desc',
    values,
  });
  if (!isUncounted(wanted)) {
    const where = [...days('x.accepted_at'), ...filters()].join(' and ');
    return listOf('x', `from executions x join emails e on e.id = x.email_id where ${where}`);
  }
  const found = {
    sender: () => sentBy(wanted.sender ?? '', value),
    risk: () => HIGH_RISK,
    attachments: () => 'has_attachments',
    newest: () => 'true',
  }[base]();
  const where = [found, ...days('accepted_at')].join(' and ');
  // There may be a great many of them, and none that fits.
  const bound = isFiltered(wanted)
    ? `order by accepted_at desc, id desc limit ${MOST_COUNTED}`
    : '';
  const matching = filters().join(' and ');
  return base === 'risk'
    ? listOf(
        'x',
        `from (select * from executions where ${where} ${bound}) as x
         join emails e on e.id = x.email_id where ${matching}`,
      )
    : listOf(
        'e',
        `from (select * from emails where ${where} ${bound}) as e
         join executions x on x.email_id = e.id where ${matching}`,
      );
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

/** By the counters of the days; what no counter knows up to a bound. */
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
  const { status, category } = wanted;
  if (!isUncounted(wanted)) {
    const total = Object.entries(counters.categoriesByStatus)
      .filter(([counted]) => status === undefined || counted === status)
      .flatMap(([, categories]) => Object.entries(categories))
      .filter(([counted]) => category === undefined || counted === category)
      .reduce((sum, [, mails]) => sum + mails, 0);
    return { total, is_more_than_total: false };
  }
  const count = (these: Wanted) => {
    const { from, values } = mailsOf(these, timezone);
    return countUpTo(database, from, values);
  };
  const all = await count(withoutFilters(wanted));
  return isFiltered(wanted) ? { ...all, total: (await count(wanted)).total } : all;
}
