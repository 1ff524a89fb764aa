import type { ListPage } from './live-list.ts';

/** A list that is so far behind is read from its top instead. */
const MOST_EXTRA_PAGES = 20;

export interface ListReading<Row> {
  /** Every row that was read, by its id. */
  fresh: ReadonlyMap<string, Row>;
  /** Rows among those that are shown which are not among them. */
  unknown: readonly Row[];
  /** Rows below all that are shown, to stand in for those that have gone. */
  below: readonly Row[];
  /** Where the list goes on after them; undefined: where it went on before. */
  nextCursor: string | null | undefined;
}

/**
 * Reads a list again from its top, as far down as it is shown, and says how it differs from `shown`,
 * the ids of its rows in their order. Undefined: too much is new, start from the top. Whatever row
 * is shown and not in the answer has gone or comes after `nextCursor`, so that nothing is lost.
 * Rejects as `read` does.
 */
export async function readListAgain<Row>({
  shown,
  pageCount,
  goesOn,
  read,
  idOf,
}: {
  shown: ReadonlySet<string>;
  pageCount: number;
  /** Whether there was a page after them: then it is read when it is wanted. */
  goesOn: boolean;
  read: (cursor: string | undefined) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
}): Promise<ListReading<Row> | undefined> {
  const fresh = new Map<string, Row>();
  const unknown: Row[] = [];
  const lastShown = [...shown].at(-1);
  let sinceKnown: Row[] = [];
  let lastKnown: string | undefined;
  let found = 0;
  let cursor: string | undefined;
  for (let page = 0; page < pageCount + MOST_EXTRA_PAGES; page += 1) {
    const answer = await read(cursor);
    for (const row of answer.rows) {
      const id = idOf(row);
      if (fresh.has(id)) continue;
      fresh.set(id, row);
      if (shown.has(id)) {
        found += 1;
        lastKnown = id;
        unknown.push(...sinceKnown);
        sinceKnown = [];
      } else {
        sinceKnown.push(row);
      }
    }
    // Nothing was shown, so whatever there is now is new.
    if (shown.size === 0) return { fresh, unknown: answer.rows, below: [], nextCursor: undefined };
    if (goesOn && found === shown.size && lastKnown === lastShown) {
      return { fresh, unknown, below: [], nextCursor: undefined };
    }
    const isReadThrough = found > 0 && fresh.size >= shown.size + unknown.length;
    if (answer.nextCursor === null || isReadThrough) {
      return { fresh, unknown, below: sinceKnown, nextCursor: answer.nextCursor };
    }
    cursor = answer.nextCursor;
  }
  return undefined;
}

export interface ListPages<Row> {
  pages: ListPage<Row>[];
  pageParams: (string | undefined)[];
}

/** What is shown after such a reading: no row has moved, some may have gone, more may be below. */
export function mergeReading<Row>(
  data: ListPages<Row>,
  {
    reading,
    shown,
    idOf,
    isKept,
  }: {
    reading: ListReading<Row>;
    /** The ids that the reading was made for: rows loaded since are not judged by it. */
    shown: ReadonlySet<string>;
    idOf: (row: Row) => string;
    /** Whether a row that was told of since is newer than the reading. */
    isKept: (id: string) => boolean;
  },
): ListPages<Row> {
  const pages = data.pages.map((page) => ({
    ...page,
    rows: page.rows.flatMap((row) => {
      const id = idOf(row);
      if (isKept(id)) return [row];
      const fresh = reading.fresh.get(id);
      return fresh === undefined ? (shown.has(id) ? [] : [row]) : [fresh];
    }),
  }));
  const last = pages.at(-1);
  const present = new Set(pages.flatMap(({ rows }) => rows.map(idOf)));
  if (last !== undefined && [...present].every((id) => shown.has(id))) {
    last.rows = [...last.rows, ...reading.below.filter((row) => !present.has(idOf(row)))];
    if (reading.nextCursor !== undefined) last.nextCursor = reading.nextCursor;
  }
  return { ...data, pages };
}
