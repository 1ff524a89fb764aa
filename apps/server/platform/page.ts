import type { Database } from './database.ts';

const MAX_ITEMS = 1_000;

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface PageRequest {
  database: Pick<Database, 'pool'>;
  /** 1 to 1,000. */
  limit: number;
  /** A `nextCursor` of the same list. */
  cursor?: string | undefined;
}

/** A cursor that no page of such a list gave. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

type KeyType = 'uuid' | 'timestamptz' | 'date' | 'integer';

const shapes: Record<KeyType, RegExp> = {
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  timestamptz: /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
  date: /^(\d{4,6}-\d\d-\d\d|infinity)$/,
  integer: /^\d{1,9}$/,
};

export interface List {
  columns: string;
  /** From 'from' to the end of 'where'. */
  from: string;
  /** What the list is sorted by, all one way, as one index has it; the last part is unique. */
  keys: readonly { expression: string; type: KeyType }[];
  direction: 'asc' | 'desc';
  values: readonly unknown[];
}

/**
 * Reads on from a position, not an offset: a page costs the same wherever it is. Throws
 * `CursorError`, and `RangeError` for a limit that is none.
 */
export async function readPage<Row extends object>(
  { database, limit, cursor }: PageRequest,
  { columns, from, keys, direction, values }: List,
): Promise<Page<Row>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_ITEMS) {
    throw new RangeError(`A page has from 1 to ${MAX_ITEMS} items.`);
  }
  const position = cursor === undefined ? [] : readCursor(cursor, keys);
  const expressions = keys.map(({ expression }) => expression);
  const parameters = position.map((_, at) => `$${values.length + 1 + at}::${keys[at]?.type}`);
  const comparison = direction === 'asc' ? '>' : '<';
  const { rows } = await database.pool.query<Row & { page_keys: string[] }>(
    `select ${columns}, array[${expressions.map((key) => `(${key})::text`).join(', ')}] as page_keys
     ${from}
     ${position.length === 0 ? '' : `and (${expressions}) ${comparison} (${parameters})`}
     order by ${expressions.map((key) => `${key} ${direction}`).join(', ')}
     limit ${limit + 1}`,
    [...values, ...position],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ page_keys: _, ...row }) => row as unknown as Row),
    nextCursor:
      last === undefined ? null : Buffer.from(JSON.stringify(last.page_keys)).toString('base64url'),
  };
}

function readCursor(cursor: string, keys: List['keys']): string[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new CursorError('The cursor cannot be read.', { cause });
  }
  const fits =
    Array.isArray(parts) &&
    parts.length === keys.length &&
    parts.every((part, at) => {
      const type = keys[at]?.type;
      return typeof part === 'string' && type !== undefined && shapes[type].test(part);
    });
  if (!fits) throw new CursorError('The cursor is not one of this list.');
  return parts as string[];
}
