import { hostOf, registrableDomain } from '../../../../operations/agents/triage/domains.ts';
import type { Database } from '../../../../platform/database.ts';
import { MOST_COUNTED } from '../read-list.ts';

/** Of the newest mails so many are looked through where no index helps. */
export const MOST_LOOKED_THROUGH = 2_000;
const MOST_VENDORS = 20;

type Pool = Pick<Database, 'pool'>;

/** Instants, the end not included. */
export interface Span {
  from: Date | undefined;
  to: Date | undefined;
}

/**
 * Mails that hold all the words in subject or text, whenever they came: all of them, or any when
 * there is one more than are counted.
 */
export async function findByText({ pool }: Pool, words: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select email_id as id from email_contents
     where search @@ plainto_tsquery('english', $1) limit ${MOST_COUNTED + 1}`,
    [words.join(' ')],
  );
  return rows.map(({ id }) => id);
}

/** Those that came in the span, in any order. */
export async function keepInSpan(
  { pool }: Pool,
  ids: readonly string[],
  { from, to }: Span,
): Promise<readonly string[]> {
  if (from === undefined && to === undefined) return ids;
  const { rows } = await pool.query<{ id: string }>(
    `select id from emails where id = any ($1::uuid[]) and accepted_at >= $2 and accepted_at < $3`,
    [ids, from ?? '-infinity', to ?? 'infinity'],
  );
  return rows.map(({ id }) => id);
}

/**
 * How many of the span's newest mails hold the words, and whether those are all its mails. OFFSET 0
 * keeps the planner from reading all contents instead of these.
 */
export async function countNewest(
  { pool }: Pool,
  words: readonly string[],
  { from, to }: Span,
): Promise<{ found: number; isAll: boolean }> {
  const { rows } = await pool.query<{ found: number; mails: number }>(
    `select count(*) as mails,
       count(*) filter (where c.search @@ plainto_tsquery('english', $1)) as found
     from (
       select id from emails where accepted_at >= $2 and accepted_at < $3
       order by accepted_at desc, id desc limit ${MOST_LOOKED_THROUGH}
     ) as newest
     left join lateral (
       select search from email_contents where email_id = newest.id offset 0
     ) as c on true`,
    [words.join(' '), from ?? '-infinity', to ?? 'infinity'],
  );
  const { found, mails } = rows[0] ?? { found: 0, mails: 0 };
  return { found, isAll: mails < MOST_LOOKED_THROUGH };
}

const BY_SENDER = `
  select found.id
  from (
    (select e.id, e.accepted_at from emails e
      where e.sender = any ($1::text[]) and e.accepted_at >= $4 and e.accepted_at < $5
      order by e.accepted_at desc limit ${MOST_COUNTED + 1})
    union
    (select e.id, e.accepted_at from emails e
      where e.sender_domain = any ($2::text[]) and e.accepted_at >= $4 and e.accepted_at < $5
      order by e.accepted_at desc limit ${MOST_COUNTED + 1})
    union
    (select x.email_id, x.accepted_at from executions x
      where x.vendor_id = any (array(
          select v.id from (
            select id, name from vendors order by last_seen_at desc, id desc limit 5000
          ) as v
          where ' ' || v.name ilike all ($3::text[]) limit ${MOST_VENDORS}))
        and x.accepted_at >= $4 and x.accepted_at < $5
      order by x.accepted_at desc limit ${MOST_COUNTED + 1})
    union
    (select latest.id, latest.accepted_at from (
        select e.id, e.accepted_at, e.sender_name from emails e
        where e.accepted_at >= $4 and e.accepted_at < $5
        order by e.accepted_at desc, e.id desc limit ${MOST_LOOKED_THROUGH}
      ) as latest
      where ' ' || latest.sender_name ilike all ($3::text[])
      order by latest.accepted_at desc limit ${MOST_COUNTED + 1})
  ) as found
  order by found.accepted_at desc limit ${MOST_COUNTED + 1}`;

/**
 * Mails whose sender the words name: an address, a domain, a vendor's name or, among the newest
 * mails, the sender's own. The newest ones, at most one more than are counted.
 */
export async function findBySender(
  { pool }: Pool,
  words: readonly string[],
  { from, to }: Span,
): Promise<string[]> {
  const beginnings = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`);
  const lower = words.map((word) => word.toLowerCase().replace(/\.+$/, ''));
  const { rows } = await pool.query<{ id: string }>(BY_SENDER, [
    lower.filter((word) => word.includes('@')),
    lower
      .filter((word) => !word.includes('@') && word.includes('.'))
      .map((word) => registrableDomain(hostOf(word))),
    beginnings,
    from ?? '-infinity',
    to ?? 'infinity',
  ]);
  return rows.map(({ id }) => id);
}
