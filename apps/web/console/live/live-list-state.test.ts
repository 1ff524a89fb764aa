import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import { type InfiniteData, InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import type { ListPage } from './live-list.ts';
import { createLiveListState } from './live-list-state.ts';
import type { LiveListener } from './live-source.ts';
import { changesOf } from './test-live-server.ts';
import { createWaitingRows } from './waiting-rows.ts';

interface Row {
  id: string;
  status: string;
}
type Pages = InfiniteData<ListPage<Row>, string | undefined>;
const rowsOf = (status: string, ...ids: string[]): Row[] => ids.map((id) => ({ id, status }));

/** A list of one page that is shown, with a server whose answers a test gives one by one. */
function show(t: TestContext) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, gcTime: Number.POSITIVE_INFINITY } },
  });
  const queryKey = ['executions', {}];
  const asked: PromiseWithResolvers<ListPage<Row>>[] = [];
  const read = () => {
    const answer = Promise.withResolvers<ListPage<Row>>();
    asked.push(answer);
    return answer.promise;
  };
  const observer = new InfiniteQueryObserver(client, {
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: read,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const stopShowing = observer.subscribe(() => {});
  let listener: LiveListener = {};
  const idOf = ({ id }: Row) => id;
  const waiting = createWaitingRows<Row>({ idOf, matches: () => true });
  const state = createLiveListState<Row>({
    client,
    queryKey,
    kind: 'executions',
    source: {
      listen: (given) => {
        listener = given;
        return () => {
          listener = {};
        };
      },
    },
    waiting,
    read,
    idOf,
  });
  const stop = state.start();
  t.after(() => {
    stop();
    stopShowing();
    client.clear();
  });
  return {
    state,
    waiting,
    client,
    observer,
    stop,
    asked,
    /** Answers the nth question, once it is asked. */
    answer: async (nth: number, rows: Row[], nextCursor: string | null = null) => {
      await until(() => asked.length > nth);
      asked[nth]?.resolve({ rows, nextCursor });
    },
    refuse: async (nth: number) => {
      await until(() => asked.length > nth);
      asked[nth]?.reject(new Error('The server cannot be reached.'));
    },
    rows: () =>
      client
        .getQueryData<Pages>(queryKey)
        ?.pages.flatMap((page) => page.rows.map(({ id, status }) => `${id} ${status}`)),
    tell: (...rows: Row[]) => listener.onChanges?.(changesOf({ executions: rows })),
    catchUp: () => listener.onCatchUp?.(),
    isListening: () => listener.onChanges !== undefined,
  };
}

describe('a list that follows the stream', () => {
  it('keeps its rows when they cannot be read again, says so, and tries again', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'b', 'a'));
    await until(() => list.rows() !== undefined);
    list.catchUp();
    await list.refuse(1);
    await until(() => list.state.getCurrency().problem === 'The server cannot be reached.');
    assert.deepEqual(list.rows(), ['b old', 'a old']);
    list.state.readAgain();
    await list.answer(2, rowsOf('new', 'b', 'a'));
    await until(() => list.rows()?.[0] === 'b new');
    await until(() => list.state.getCurrency().problem === undefined);
  });

  it('is read when the stream is back, after it could not be read at first', async (t) => {
    const list = show(t);
    await list.refuse(0);
    await until(() => list.observer.getCurrentResult().isError);
    list.catchUp();
    await list.answer(1, rowsOf('new', 'a'));
    await until(() => list.observer.getCurrentResult().isSuccess);
    assert.deepEqual(list.rows(), ['a new']);
  });

  it('comes to an end however often it is to be read again, and is read once more then', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'a'));
    await until(() => list.rows() !== undefined);
    for (let nth = 0; nth < 20; nth += 1) list.catchUp();
    await until(() => list.asked.length === 2);
    list.catchUp();
    await list.answer(1, rowsOf('new', 'a'));
    await until(() => list.rows()?.[0] === 'a new');
    await list.answer(2, rowsOf('newest', 'a'));
    await until(() => list.rows()?.[0] === 'a newest' && !list.state.getCurrency().isBeingRead);
    assert.equal(list.asked.length, 3);
  });

  it('shows what waits when somebody asks for it, whatever else is to be read', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'a'));
    await until(() => list.rows() !== undefined);
    list.tell({ id: 'b', status: 'new' });
    list.state.readFromTop();
    await until(() => list.asked.length === 2);
    list.catchUp();
    await list.answer(1, rowsOf('new', 'b', 'a'));
    await until(() => list.rows()?.length === 2 && list.waiting.getRows().size === 0);
    await list.answer(2, rowsOf('new', 'b', 'a'));
  });

  it('lets rows wait that came while nobody heard the server, and drops what has gone', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'c', 'b', 'a'));
    await until(() => list.rows() !== undefined);
    list.catchUp();
    await list.answer(1, rowsOf('new', 'e', 'd', 'c', 'a'));
    await until(() => list.waiting.getRows().size === 2);
    assert.deepEqual(list.rows(), ['c new', 'a new']);
    assert.deepEqual([...list.waiting.ids()], ['e', 'd']);
  });

  it('keeps what it was told during a reading that began before it', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'b', 'a'));
    await until(() => list.rows() !== undefined);
    list.catchUp();
    await until(() => list.asked.length === 2);
    list.client.setQueryData<Pages>(['executions', {}], {
      pages: [{ rows: [...rowsOf('old', 'b'), ...rowsOf('told', 'a')], nextCursor: null }],
      pageParams: [undefined],
    });
    list.tell(...rowsOf('told', 'a'));
    await list.answer(1, rowsOf('read', 'b', 'a'));
    await until(() => list.rows()?.[0] === 'b read');
    assert.deepEqual(list.rows(), ['b read', 'a told']);
  });

  it('waits for a page that is under way, so that neither undoes the other', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'c', 'b'), 'next');
    await until(() => list.rows() !== undefined);
    const more = list.observer.fetchNextPage();
    await until(() => list.asked.length === 2);
    list.catchUp();
    await list.answer(1, rowsOf('old', 'a'));
    await more;
    await list.answer(2, rowsOf('new', 'c', 'b', 'a'));
    await until(() => list.rows()?.[0] === 'c new');
    assert.deepEqual(list.rows(), ['c new', 'b new', 'a new']);
  });

  it('is read from its top when somebody asks, and what came meanwhile still waits', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'a'));
    await until(() => list.rows() !== undefined);
    list.tell(...rowsOf('new', 'b'));
    list.state.readFromTop();
    await until(() => list.asked.length === 2);
    list.tell(...rowsOf('newer', 'b'), ...rowsOf('new', 'c'));
    await list.answer(1, rowsOf('new', 'b', 'a'));
    await until(() => list.state.getCurrency().fromTop === 1);
    assert.deepEqual(list.rows(), ['b newer', 'a new']);
    assert.deepEqual([...list.waiting.ids()], ['c']);
  });

  it('is read again when its area is opened again, and left alone when that is closed', async (t) => {
    const list = show(t);
    await list.answer(0, rowsOf('old', 'a'));
    await until(() => list.rows() !== undefined);
    list.stop();
    assert.equal(list.isListening(), false);
    const stopAgain = list.state.start();
    await until(() => list.asked.length === 2);
    stopAgain();
    await list.answer(1, rowsOf('late', 'a'));
    assert.deepEqual(list.rows(), ['a old']);
    assert.equal(list.state.getCurrency().isBeingRead, false);
  });
});
