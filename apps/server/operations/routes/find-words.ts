import type { Conditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';

/** From this many mails on, walking the list from its newest end finds some soon enough. */
const FEW = 2_000;

/**
 * Limits a list to the mails that have the given words in their subject or text. `column` is the
 * list's column with the mail's id. Rare words are looked up, frequent ones met along the way, so
 * that neither costs more with more mails.
 */
export async function addWords({
  database,
  conditions,
  column,
  words,
}: {
  database: Pick<Database, 'pool'>;
  conditions: Conditions;
  column: string;
  words: string;
}): Promise<void> {
  const { rows } = await database.pool.query<{ email_id: string }>(
    `select email_id from email_contents
     where search @@ websearch_to_tsquery('english', $1) limit ${FEW + 1}`,
    [words],
  );
  if (rows.length <= FEW) {
    const ids = rows.map(({ email_id }) => email_id);
    conditions.add(`${column} = any (?::uuid[])`, ids);
  } else {
    conditions.add(
      `exists (select from email_contents c where c.email_id = ${column}
         and c.search @@ websearch_to_tsquery('english', ?))`,
      words,
    );
  }
}
