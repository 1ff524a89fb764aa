import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import { createLiveSource, type LiveSource, type LiveTimes } from './live-source.ts';
import { liveWordOf } from './live-status.ts';
import type { PageLife } from './page-life.ts';
import { changesOf, type LiveServer, startLiveServer } from './test-live-server.ts';

const quick: LiveTimes = {
  silentAfterMs: 60_000,
  connectWithinMs: 60_000,
  firstRetryMs: 5,
  longestRetryMs: 20,
};
const heartbeat = {
  event: 'heartbeat',
  data: { server_time: '2026-05-14T12:00:00.000Z' },
} as const;

/** A page whose life a test leads. */
function createPage() {
  let listeners: Parameters<PageLife['listen']>[0] | undefined;
  let isOnline = true;
  const page: PageLife = {
    isOnline: () => isOnline,
    listen: (given) => {
      listeners = given;
      return () => {
        listeners = undefined;
      };
    },
  };
  return {
    page,
    isListenedTo: () => listeners !== undefined,
    wake: () => listeners?.onWake(),
    hide: () => listeners?.onHide(),
    comeBack: () => listeners?.onReturn(),
    goOffline: () => {
      isOnline = false;
    },
  };
}

function open(t: TestContext, server: LiveServer, times: Partial<LiveTimes> = {}) {
  const life = createPage();
  const told: string[] = [];
  let signedOut = 0;
  const source = createLiveSource({
    url: server.url,
    page: life.page,
    onSignedOut: () => {
      signedOut += 1;
    },
    times: { ...quick, ...times },
  });
  source.listen({
    onChanges: ({ executions }) => told.push(`changes ${executions.map(({ id }) => id)}`),
    onCatchUp: () => told.push('catch up'),
  });
  const stop = source.start();
  t.after(stop);
  return { source, life, told, stop, signedOut: () => signedOut };
}

const isLive = (source: LiveSource) => () => source.getStatus().link === 'open';
const change = (id: string) =>
  ({ event: 'changes', data: changesOf({ executions: [{ id }] }) }) as const;

describe('the stream of a tab', () => {
  it('leads to the sign-in when nobody is signed in, and is not tried again', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith({ status: 401 });
    const { signedOut, life } = open(t, server);
    await until(() => signedOut() === 1);
    life.wake();
    life.comeBack();
    assert.equal(server.requests(), 1);
  });

  it('is tried again after a refusal, not sooner than the server asks', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith({ status: 503, headers: { 'retry-after': '1' } });
    const { source } = open(t, server);
    await until(() => server.requests() === 1);
    const refusedAtMs = performance.now();
    server.answerWith('stream');
    await until(isLive(source));
    assert.ok(performance.now() - refusedAtMs > 900);
  });

  it('gives up a try that is not answered', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith('nothing');
    const { source } = open(t, server, { connectWithinMs: 30 });
    await until(() => server.requests() >= 2);
    server.answerWith('stream');
    await until(isLive(source));
  });

  it('says that it is lost when it breaks, and whoever comes back reads again', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = open(t, server);
    await until(isLive(source));
    const words: string[] = [];
    source.subscribe(() => words.push(liveWordOf(source.getStatus())));
    server.cut();
    await until(() => words.includes('live'));
    assert.deepEqual(words, ['reconnecting', 'live']);
    assert.deepEqual(told, ['catch up', 'catch up']);
    assert.equal(server.open.size, 1);
  });

  it('says offline when it breaks and the device has no network', async (t) => {
    const server = await startLiveServer(t);
    const { source, life } = open(t, server);
    await until(isLive(source));
    life.goOffline();
    server.answerWith({ status: 502 });
    server.cut();
    await until(() => liveWordOf(source.getStatus()) === 'offline');
  });

  it('is stale when nothing is heard, gives up the silent connection and opens another', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = open(t, server, { silentAfterMs: 150 });
    const silences: (number | undefined)[] = [];
    source.subscribe(() => silences.push(source.getStatus().silentSinceMs));
    await until(isLive(source));
    const heardAtMs = Date.now();
    await until(() => silences.some((since) => since !== undefined));
    const tookMs = Date.now() - heardAtMs;
    assert.ok(tookMs >= 100 && tookMs < 1_000, `${tookMs} ms`);
    await until(() => told.length === 2 && isLive(source)());
    assert.equal(source.getStatus().silentSinceMs, undefined);
    await until(() => server.open.size === 1);
  });

  it('stays stale while the server cannot be reached', async (t) => {
    const server = await startLiveServer(t);
    const { source } = open(t, server, { silentAfterMs: 100 });
    await until(isLive(source));
    const heardAtMs = Date.now();
    server.answerWith({ status: 502 });
    server.cut();
    await until(() => liveWordOf(source.getStatus()) === 'stale');
    const requests = server.requests();
    await until(() => server.requests() > requests + 3);
    const { silentSinceMs } = source.getStatus();
    assert.ok(silentSinceMs !== undefined && silentSinceMs <= heardAtMs);
  });

  it('is not stale while heartbeats come', async (t) => {
    const server = await startLiveServer(t);
    const { source } = open(t, server, { silentAfterMs: 250 });
    await until(isLive(source));
    const words: string[] = [];
    source.subscribe(() => words.push(liveWordOf(source.getStatus())));
    const untilMs = performance.now() + 600;
    await until(() => {
      server.send(heartbeat);
      return performance.now() > untilMs;
    });
    assert.deepEqual(words, []);
  });

  it('tries at once when somebody looks at the page again', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith({ status: 502 });
    const { source, life } = open(t, server, { firstRetryMs: 60_000, longestRetryMs: 60_000 });
    await until(() => server.requests() === 1);
    server.answerWith('stream');
    await until(() => {
      life.wake();
      return isLive(source)();
    });
  });

  it('tells changes in their order, and a resync as reading again', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = open(t, server);
    await until(isLive(source));
    server.send(change('one'));
    server.send({ event: 'resync', data: {} });
    server.send(change('two'));
    await until(() => told.length === 4);
    assert.deepEqual(told, ['catch up', 'changes one', 'catch up', 'changes two']);
  });

  it('counts each record once while it is paused, shows nothing, and catches up afterwards', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = open(t, server);
    await until(isLive(source));
    source.pause();
    server.send(change('one'));
    server.send(change('one'));
    server.send(change('two'));
    await until(() => source.getStatus().missedChanges === 2);
    server.send({ event: 'resync', data: {} });
    server.cut();
    await until(() => server.requests() === 2 && isLive(source)());
    assert.equal(liveWordOf(source.getStatus()), 'paused');
    assert.deepEqual(told, ['catch up']);
    source.resume();
    assert.deepEqual(told, ['catch up', 'catch up']);
    assert.equal(source.getStatus().missedChanges, 0);
  });

  it('reads nothing again after a pause in which nothing happened', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = open(t, server);
    await until(isLive(source));
    source.pause();
    source.resume();
    assert.deepEqual(told, ['catch up']);
  });

  it('ends with the page and is there again when the page comes back', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, told } = open(t, server);
    await until(isLive(source));
    life.hide();
    await until(() => server.open.size === 0);
    life.comeBack();
    await until(isLive(source));
    assert.deepEqual(told, ['catch up', 'catch up']);
  });

  it('leaves one connection however often it is started, and none when all have stopped', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, stop } = open(t, server);
    stop();
    const stopSecond = source.start();
    const stopThird = source.start();
    stop();
    await until(() => server.open.size === 1 && isLive(source)());
    stopSecond();
    assert.equal(life.isListenedTo(), true);
    stopThird();
    await until(() => server.open.size === 0);
    assert.equal(life.isListenedTo(), false);
  });
});
