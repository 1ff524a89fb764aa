import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListPage } from './live-list.ts';
import { type ListPages, mergeReading, readListAgain } from './read-list-again.ts';

interface Row {
  id: number;
  state: string;
}
const idOf = ({ id }: Row): string => String(id);
const PAGE = 3;

/** A server's list, the newest first; a cursor is the id that its page comes after. */
function serve(rows: readonly Row[]) {
  const asked: (string | undefined)[] = [];
  const read = async (cursor: string | undefined): Promise<ListPage<Row>> => {
    asked.push(cursor);
    const after = rows.filter(({ id }) => cursor === undefined || id < Number(cursor));
    const page = after.slice(0, PAGE);
    const last = page.at(-1);
    return { rows: page, nextCursor: after.length > PAGE && last ? String(last.id) : null };
  };
  return { read, asked };
}

const rowsDown = (from: number, to: number, state = 'old'): Row[] =>
  Array.from({ length: from - to + 1 }, (_, index) => ({ id: from - index, state }));

async function load(rows: readonly Row[], pageCount: number): Promise<ListPages<Row>> {
  const { read } = serve(rows);
  const data: ListPages<Row> = { pages: [], pageParams: [] };
  let cursor: string | undefined;
  for (let nth = 0; nth < pageCount; nth += 1) {
    const page = await read(cursor);
    data.pages.push(page);
    data.pageParams.push(cursor);
    cursor = page.nextCursor ?? undefined;
  }
  return data;
}

const goesOn = ({ pages }: ListPages<Row>) => pages.at(-1)?.nextCursor !== null;

async function comeBack(
  data: ListPages<Row>,
  rowsNow: readonly Row[],
  isKept: (id: string) => boolean = () => false,
) {
  const { read, asked } = serve(rowsNow);
  const shown = new Set(data.pages.flatMap(({ rows }) => rows.map(idOf)));
  const reading = await readListAgain({
    shown,
    pageCount: data.pages.length,
    goesOn: goesOn(data),
    read,
    idOf,
  });
  if (reading === undefined) return { asked };
  const merged = mergeReading(data, { reading, shown, idOf, isKept });
  return {
    asked,
    unknown: reading.unknown.map(({ id }) => id),
    rows: merged.pages.flatMap(({ rows }) => rows.map(({ id, state }) => `${id} ${state}`)),
    nextCursor: merged.pages.at(-1)?.nextCursor,
    pages: merged.pages.length,
  };
}
const said = (rows: readonly Row[]) => rows.map(({ id, state }) => `${id} ${state}`);

describe('reading a list again', () => {
  it('rejects when a page cannot be read', async () => {
    await assert.rejects(
      readListAgain<Row>({
        shown: new Set(['1']),
        pageCount: 1,
        goesOn: false,
        read: () => Promise.reject(new Error('no')),
        idOf,
      }),
      /no/,
    );
  });

  it('gives up when far too much is new', async () => {
    const data = await load(rowsDown(9, 1), 2);
    const { rows, asked } = await comeBack(data, rowsDown(500, 1));
    assert.equal(rows, undefined);
    assert.equal(asked.length, 22);
  });

  it('changes rows where they are when nothing is new', async () => {
    const data = await load(rowsDown(9, 1), 2);
    const now = rowsDown(9, 1, 'new');
    const back = await comeBack(data, now);
    assert.deepEqual(back.unknown, []);
    assert.deepEqual(back.rows, said(rowsDown(9, 4, 'new')));
    assert.equal(back.nextCursor, '4');
    assert.equal(back.asked.length, 2);
  });

  it('lets what is new wait, more than a page of it too, and reads on to what is shown', async () => {
    const data = await load(rowsDown(9, 1), 2);
    const back = await comeBack(data, rowsDown(14, 1, 'new'));
    assert.deepEqual(back.unknown, [14, 13, 12, 11, 10]);
    assert.deepEqual(back.rows?.slice(0, 6), said(rowsDown(9, 4, 'new')));
    assert.equal(back.pages, 2);
  });

  it('drops what has gone, and nothing between is lost or doubled', async () => {
    const data = await load(rowsDown(12, 1), 2);
    const now = rowsDown(12, 1, 'new').filter(({ id }) => id !== 11 && id !== 7);
    const back = await comeBack(data, now);
    const { read } = serve(now);
    const rest = await read(back.nextCursor ?? undefined);
    assert.deepEqual([...(back.rows ?? []), ...said(rest.rows)].slice(0, 9), said(now).slice(0, 9));
  });

  it('does not grow by being read again, however often', async () => {
    let data = await load(rowsDown(20, 1), 1);
    for (let newest = 21; newest < 25; newest += 1) {
      const { read } = serve(rowsDown(newest, 1));
      const shown = new Set(data.pages.flatMap(({ rows }) => rows.map(idOf)));
      const reading = await readListAgain({
        shown,
        pageCount: data.pages.length,
        goesOn: goesOn(data),
        read,
        idOf,
      });
      assert.ok(reading !== undefined);
      data = mergeReading(data, { reading, shown, idOf, isKept: () => false });
    }
    assert.deepEqual(data.pages, (await load(rowsDown(20, 1), 1)).pages);
  });

  it('shows what has come below the list’s last row', async () => {
    const data = await load(rowsDown(5, 4), 1);
    const back = await comeBack(data, [...rowsDown(5, 4), { id: 2, state: 'below' }]);
    assert.deepEqual(back.rows, ['5 old', '4 old', '2 below']);
    assert.equal(back.nextCursor, null);
  });

  it('keeps what the stream told meanwhile', async () => {
    const data = await load(rowsDown(3, 1, 'told'), 1);
    const back = await comeBack(data, rowsDown(3, 1, 'read before'), (id) => id === '2');
    assert.deepEqual(back.rows, ['3 read before', '2 told', '1 read before']);
  });

  it('shows the list as it is when nothing of what was shown is left', async () => {
    const data = await load(rowsDown(9, 8), 1);
    const back = await comeBack(data, rowsDown(3, 1));
    assert.deepEqual(back.rows, said(rowsDown(3, 1)));
    assert.deepEqual(back.unknown, []);
  });

  it('lets what comes into an empty list wait', async () => {
    const back = await comeBack(await load([], 1), rowsDown(2, 1));
    assert.deepEqual(back.unknown, [2, 1]);
    assert.deepEqual(back.rows, []);
  });

  it('follows a row that has moved within the list without doubling it', async () => {
    const data = await load(rowsDown(6, 1), 2);
    const idOfMoved = (row: Row) => (row.id === 60 ? '6' : row.id === 99 ? '1' : idOf(row));
    const now: Row[] = [{ id: 99, state: 'moved' }, ...rowsDown(6, 2)];
    const { read } = serve(now);
    const shown = new Set(['6', '5', '4', '3', '2', '1']);
    const reading = await readListAgain({
      shown,
      pageCount: 2,
      goesOn: false,
      read,
      idOf: idOfMoved,
    });
    assert.ok(reading !== undefined);
    const merged = mergeReading(data, { reading, shown, idOf: idOfMoved, isKept: () => false });
    const ids = merged.pages.flatMap(({ rows }) => rows.map(idOfMoved));
    assert.deepEqual(ids, ['6', '5', '4', '3', '2', '1']);
    assert.equal(merged.pages.at(-1)?.rows.at(-1)?.state, 'moved');
  });
});
