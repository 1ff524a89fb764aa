import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { LiveChanges } from '@deskbell/protocol';
import { until } from '@deskbell/testing/until.ts';
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { applyChanges } from './apply-changes.ts';
import type { ListPage } from './live-list.ts';
import type { LiveListener } from './live-source.ts';
import { changesOf } from './test-live-server.ts';

interface Row {
  id: string;
  status: string;
  extra?: string;
}
interface Pages {
  pages: ListPage<Row>[];
  pageParams: unknown[];
}
const pagesOf = (...pages: Row[][]): Pages => ({
  pages: pages.map((rows) => ({ rows, nextCursor: null })),
  pageParams: pages.map(() => undefined),
});

function start(t: TestContext) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 60_000, gcTime: Infinity } },
  });
  let listener: LiveListener = {};
  const stop = applyChanges({
    client,
    source: {
      listen: (given) => {
        listener = given;
        return () => {
          listener = {};
        };
      },
    },
    everyMs: 30,
  });
  t.after(() => {
    stop();
    client.clear();
  });
  return {
    client,
    tell: (changes: { [Kind in keyof LiveChanges]?: object[] }) =>
      listener.onChanges?.(changesOf(changes)),
    catchUp: () => listener.onCatchUp?.(),
    /** Somebody shows it: what it holds and how often it was read. */
    show: (queryKey: readonly unknown[], answer: (nth: number) => unknown) => {
      let count = 0;
      const observer = new QueryObserver(client, {
        queryKey,
        queryFn: async () => {
          count += 1;
          return answer(count);
        },
      });
      t.after(observer.subscribe(() => {}));
      return { count: () => count, data: () => client.getQueryData(queryKey) };
    },
  };
}

describe('changes that the stream tells', () => {
  it('do not undo a newer record whose answer was here first', (t) => {
    const { client, tell } = start(t);
    const newer = { id: 'a', status: 'done', updated_at: '2026-05-14T12:00:01.000Z' };
    const older = { id: 'a', status: 'open', updated_at: '2026-05-14T12:00:00.000Z' };
    client.setQueryData(['tasks', {}], pagesOf([newer]));
    client.setQueryData(['task', 'a'], newer);
    tell({ tasks: [older] });
    assert.deepEqual(client.getQueryData(['tasks', {}]), pagesOf([newer]));
    assert.deepEqual(client.getQueryData(['task', 'a']), newer);
    const newest = { ...older, updated_at: '2026-05-14T12:00:02.000Z' };
    tell({ tasks: [newest] });
    assert.deepEqual(client.getQueryData(['tasks', {}]), pagesOf([newest]));
  });

  it('leave alone rows that are not there and lists of other kinds', (t) => {
    const { client, tell } = start(t);
    const executions = pagesOf([{ id: 'a', status: 'running' }]);
    const emails = pagesOf([{ id: 'b', status: 'running' }]);
    client.setQueryData(['executions', {}], executions);
    client.setQueryData(['emails', {}], emails);
    tell({ executions: [{ id: 'b', status: 'completed' }] });
    assert.equal(client.getQueryData(['executions', {}]), executions);
    assert.equal(client.getQueryData(['emails', {}]), emails);
  });

  it('change nothing, not even an object, when the record is as it was', (t) => {
    const { client, tell } = start(t);
    const data = pagesOf([{ id: 'a', status: 'running' }]);
    client.setQueryData(['executions', {}], data);
    tell({ executions: [{ id: 'a', status: 'running' }] });
    assert.equal(client.getQueryData(['executions', {}]), data);
  });

  it('change a row in place; other rows and pages are the same objects', (t) => {
    const { client, tell } = start(t);
    const data = pagesOf(
      [{ id: 'a', status: 'running' }],
      [
        { id: 'b', status: 'running', extra: 'kept' },
        { id: 'c', status: 'running' },
      ],
    );
    client.setQueryData(['executions', { status: 'running' }], data);
    tell({ executions: [{ id: 'b', status: 'completed' }] });
    const after = client.getQueryData<Pages>(['executions', { status: 'running' }]);
    assert.deepEqual(after?.pages[1]?.rows[0], { id: 'b', status: 'completed', extra: 'kept' });
    assert.equal(after?.pages[0], data.pages[0]);
    assert.equal(after?.pages[1]?.rows[1], data.pages[1]?.rows[1]);
  });

  it('find bookings by their number, and lists that are no pages', (t) => {
    const { client, tell } = start(t);
    client.setQueryData(['bookings', {}], {
      bookings: [{ number: 'TT-000001', status: 'pending' }],
    });
    tell({ bookings: [{ number: 'TT-000001', status: 'paid' }] });
    assert.deepEqual(client.getQueryData(['bookings', {}]), {
      bookings: [{ number: 'TT-000001', status: 'paid' }],
    });
  });

  it('change a record that is shown at once, and read again what only it has', async (t) => {
    const { show, tell } = start(t);
    const shown = show(['execution', 'a'], (nth) => ({ id: 'a', status: 'running', outputs: nth }));
    const other = show(['execution', 'b'], () => ({ id: 'b', status: 'running' }));
    await until(() => other.data() !== undefined && shown.data() !== undefined);
    tell({ executions: [{ id: 'a', status: 'running' }] });
    assert.equal(shown.count(), 1);
    tell({ executions: [{ id: 'a', status: 'completed' }] });
    assert.deepEqual(shown.data(), { id: 'a', status: 'completed', outputs: 1 });
    await until(() => shown.count() === 2);
    assert.equal(other.count(), 1);
  });

  it('read an execution again when what came of it has changed', async (t) => {
    const { show, tell } = start(t);
    const shown = show(['execution', 'short'], () => ({ id: 'a', status: 'completed' }));
    await until(() => shown.data() !== undefined);
    tell({ reviews: [{ id: 'r', execution_id: 'a', status: 'approved' }] });
    await until(() => shown.count() === 2);
  });

  it('read the overview again at once, then no more often than allowed, and once after the last', async (t) => {
    const { show, tell } = start(t);
    const overview = show(['overview'], (nth) => nth);
    await until(() => overview.data() === 1);
    for (let nth = 0; nth < 50; nth += 1) tell({ tasks: [{ id: `${nth}` }] });
    await until(() => overview.data() === 3);
    assert.equal(overview.count(), 3);
  });

  it('outlive an answer that was read before them and arrives after them', async (t) => {
    const { client, tell } = start(t);
    const answer = Promise.withResolvers<ListPage<Row>>();
    let pages = 0;
    const observer = new InfiniteQueryObserver(client, {
      queryKey: ['executions', {}],
      meta: { liveKind: 'executions' },
      initialPageParam: undefined as string | undefined,
      queryFn: async (): Promise<ListPage<Row>> => {
        pages += 1;
        if (pages === 1) return { rows: [{ id: 'a', status: 'running' }], nextCursor: 'next' };
        return answer.promise;
      },
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    });
    t.after(observer.subscribe(() => {}));
    await until(() => client.getQueryData(['executions', {}]) !== undefined);
    const more = observer.fetchNextPage();
    await until(() => pages === 2);
    tell({
      executions: [
        { id: 'a', status: 'completed' },
        { id: 'b', status: 'failed' },
      ],
    });
    answer.resolve({ rows: [{ id: 'b', status: 'running' }], nextCursor: null });
    await more;
    const { pages: after } = client.getQueryData<Pages>(['executions', {}]) ?? pagesOf();
    assert.deepEqual(
      after.flatMap(({ rows }) => rows.map(({ id, status }) => `${id} ${status}`)),
      ['a completed', 'b failed'],
    );
  });
});

describe('catching up', () => {
  it('comes to its end however often it is asked for, and happens once more', async (t) => {
    const { show, catchUp, client } = start(t);
    const answers: PromiseWithResolvers<object>[] = [];
    const deadline = show(['deadline', 'a'], (nth) => {
      if (nth === 1) return { id: 'a', nth };
      const answer = Promise.withResolvers<object>();
      answers.push(answer);
      return answer.promise;
    });
    await until(() => deadline.data() !== undefined);
    for (let nth = 0; nth < 20; nth += 1) catchUp();
    await until(() => answers.length === 1);
    catchUp();
    answers[0]?.resolve({ id: 'a', nth: 2 });
    await until(() => (client.getQueryData(['deadline', 'a']) as { nth: number }).nth === 2);
    await until(() => answers.length === 2);
    answers[1]?.resolve({ id: 'a', nth: 3 });
    await until(() => (client.getQueryData(['deadline', 'a']) as { nth: number }).nth === 3);
    assert.equal(deadline.count(), 3);
  });

  it('leaves lists that catch up by themselves, and what the stream does not tell of', async (t) => {
    const { client, catchUp, show } = start(t);
    let reads = 0;
    const list = new QueryObserver(client, {
      queryKey: ['executions', {}],
      meta: { liveKind: 'executions' },
      queryFn: async () => {
        reads += 1;
        return pagesOf([]);
      },
    });
    t.after(list.subscribe(() => {}));
    const me = show(['me'], () => 'me');
    const tasks = show(['tasks', 'assignees'], () => []);
    await until(() => reads === 1 && me.data() !== undefined && tasks.data() !== undefined);
    catchUp();
    await until(() => tasks.count() === 2);
    assert.equal(reads, 1);
    assert.equal(me.count(), 1);
  });

  it('reads once more what was being read for the first time', async (t) => {
    const { client, catchUp, show } = start(t);
    const first = Promise.withResolvers<string>();
    const overview = show(['overview'], (nth) => (nth === 1 ? first.promise : 'fresh'));
    await until(() => overview.count() === 1);
    catchUp();
    first.resolve('from before');
    await until(() => client.getQueryData(['overview']) === 'fresh');
    assert.equal(overview.count(), 2);
  });
});
