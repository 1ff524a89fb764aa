import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import { liveWordOf } from './live-status.ts';
import { changesOf, startLiveServer } from './test-live-server.ts';
import { isLive, openLiveSource } from './test-live-source.ts';

const heartbeat = {
  event: 'heartbeat',
  data: { server_time: '2026-05-14T12:00:00.000Z' },
} as const;

const change = (id: string) =>
  ({ event: 'changes', data: changesOf({ executions: [{ id }] }) }) as const;

describe('the stream of a tab', () => {
  it('leads to the sign-in when nobody is signed in, and is not tried again', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith({ status: 401 });
    const { signedOut, life } = openLiveSource(t, server);
    await until(() => signedOut() === 1);
    life.wake();
    life.comeBack();
    assert.equal(server.requests(), 1);
  });

  it('is tried again after a refusal, not sooner than the server asks', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith({ status: 503, headers: { 'retry-after': '1' } });
    const { source } = openLiveSource(t, server);
    await until(() => server.requests() === 1);
    const refusedAtMs = performance.now();
    server.answerWith('stream');
    await until(isLive(source));
    assert.ok(performance.now() - refusedAtMs > 900);
  });

  it('gives up a try that is not answered', async (t) => {
    const server = await startLiveServer(t);
    server.answerWith('nothing');
    const { source } = openLiveSource(t, server, { connectWithinMs: 30 });
    await until(() => server.requests() >= 2);
    server.answerWith('stream');
    await until(isLive(source));
  });

  it('says that it is lost when it breaks, and whoever comes back reads again', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = openLiveSource(t, server);
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
    const { source, life } = openLiveSource(t, server);
    await until(isLive(source));
    life.goOffline();
    server.answerWith({ status: 502 });
    server.cut();
    await until(() => liveWordOf(source.getStatus()) === 'offline');
  });

  it('is stale when nothing is heard, gives up the silent connection and opens another', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = openLiveSource(t, server, { silentAfterMs: 150 });
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
    const { source } = openLiveSource(t, server, { silentAfterMs: 100 });
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
    const { source } = openLiveSource(t, server, { silentAfterMs: 250 });
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
    const { source, life } = openLiveSource(t, server, {
      firstRetryMs: 60_000,
      longestRetryMs: 60_000,
    });
    await until(() => server.requests() === 1);
    server.answerWith('stream');
    await until(() => {
      life.lookAt();
      return isLive(source)();
    });
  });

  it('tells changes in their order, and a resync as reading again', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = openLiveSource(t, server);
    await until(isLive(source));
    server.send(change('one'));
    server.send({ event: 'resync', data: {} });
    server.send(change('two'));
    await until(() => told.length === 4);
    assert.deepEqual(told, ['catch up', 'changes one', 'catch up', 'changes two']);
  });

  it('counts each record once while it is paused, shows nothing, and catches up afterwards', async (t) => {
    const server = await startLiveServer(t);
    const { source, told } = openLiveSource(t, server);
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
    const { source, told } = openLiveSource(t, server);
    await until(isLive(source));
    source.pause();
    source.resume();
    assert.deepEqual(told, ['catch up']);
  });

  it('ends with the page and is there again when the page comes back', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, told } = openLiveSource(t, server);
    await until(isLive(source));
    life.hide();
    await until(() => server.open.size === 0);
    life.comeBack();
    await until(isLive(source));
    assert.deepEqual(told, ['catch up', 'catch up']);
  });

  it('leaves one connection however often it is started, and none when all have stopped', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, stop } = openLiveSource(t, server);
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
