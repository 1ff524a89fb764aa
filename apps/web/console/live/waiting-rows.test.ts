import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countWaiting, createWaitingRows } from './waiting-rows.ts';

interface Row {
  id: string;
  at: number;
  status: string;
}
const row = (at: number, status = 'failed'): Row => ({ id: `id ${at}`, at, status });
const idOf = ({ id }: Row): string => id;
const comesBefore = (one: Row, other: Row) => one.at > other.at;
const create = () => createWaitingRows<Row>({ idOf, matches: ({ status }) => status === 'failed' });
const count = (
  waiting: ReadonlyMap<string, Row>,
  { rows = [row(5)], hasMore = false }: { rows?: Row[]; hasMore?: boolean } = {},
) => countWaiting({ waiting, rows, hasMore, idOf, comesBefore });

describe('rows that wait', () => {
  it('are not those that the list would not show', () => {
    const waiting = create();
    waiting.take([row(9, 'completed')]);
    assert.equal(waiting.getRows().size, 0);
  });

  it('stop waiting when they match no longer', () => {
    const waiting = create();
    waiting.take([row(9)]);
    waiting.take([row(9, 'completed')]);
    assert.equal(count(waiting.getRows()), 0);
  });

  it('are the same object until something changes', () => {
    const waiting = create();
    waiting.take([row(9)]);
    const before = waiting.getRows();
    waiting.take([row(8, 'completed')]);
    waiting.forget(new Set(['id 1']));
    assert.equal(waiting.getRows(), before);
  });

  it('are counted once each, and not when they are shown already', () => {
    const waiting = create();
    waiting.take([row(9), row(9), row(8), row(5)]);
    assert.equal(count(waiting.getRows()), 2);
  });

  it('do not count below the last row of a list that goes on: its page brings them', () => {
    const waiting = create();
    waiting.take([row(9), row(3)]);
    assert.equal(count(waiting.getRows(), { hasMore: true }), 1);
    assert.equal(count(waiting.getRows(), { hasMore: false }), 2);
  });

  it('count in an empty list, and up to 101', () => {
    const waiting = create();
    waiting.take(Array.from({ length: 2_000 }, (_, index) => row(1_000 + index)));
    assert.equal(count(waiting.getRows(), { rows: [] }), 101);
    assert.ok(waiting.getRows().size < 1_000);
  });

  it('that came after somebody asked for them still wait', () => {
    const waiting = create();
    waiting.take([row(9)]);
    const asked = waiting.ids();
    waiting.take([row(10)]);
    waiting.forget(asked);
    assert.deepEqual([...waiting.getRows().keys()], ['id 10']);
  });
});
