import type { Conditions } from '../platform/conditions.ts';
import type { Database } from '../platform/database.ts';

/** From this many bookings on, walking the list from its newest end finds some soon enough. */
const FEW = 2_000;
const NUMBER = /^(?:tt-?)?0*(\d{1,18})$/i;

/** As `LIKE` takes the beginning of a text. */
const beginningWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Each has an index of its own. */
const CONDITIONS = [
  `b.contact_email is not null and lower(b.contact_email) like ?`,
  `b.contact_name is not null and lower(b.contact_name) like ?`,
];

/**
 * Limits a list of bookings `b` to one number, or to those for somebody whose name or e-mail address
 * begins so. Rare beginnings are looked up, frequent ones met along the way, so that neither costs
 * more with more bookings.
 */
export async function addBookingSearch({
  database,
  conditions,
  words,
}: {
  database: Pick<Database, 'pool'>;
  conditions: Conditions;
  words: string;
}): Promise<void> {
  const digits = NUMBER.exec(words)?.[1];
  if (digits !== undefined) {
    conditions.add('b.number = ?', `TT-${digits.padStart(6, '0')}`);
    return;
  }
  const pattern = beginningWith(words.toLowerCase());
  const lookups = CONDITIONS.map(
    (condition) =>
      `(select b.id from bookings b where ${condition.replace('?', '$1')} limit ${FEW + 1})`,
  );
  const { rows } = await database.pool.query<{ id: string }>(lookups.join(' union all '), [
    pattern,
  ]);
  if (rows.length <= FEW) {
    const ids = rows.map(({ id }) => id);
    conditions.add('b.id = any (?::uuid[])', ids);
  } else {
    conditions.add(`((${CONDITIONS.join(') or (')}))`, pattern);
  }
}
