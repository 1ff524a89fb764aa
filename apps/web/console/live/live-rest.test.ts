import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import { liveWordOf } from './live-status.ts';
import { startLiveServer } from './test-live-server.ts';
import { createPage, isLive, openLiveSource } from './test-live-source.ts';

describe('the stream of a tab that nobody sees', () => {
  it('keeps no connection for a page that nobody sees, and reads again when somebody does', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, told } = openLiveSource(t, server, {
      restAfterMs: 30,
      silentAfterMs: 200,
    });
    await until(isLive(source));
    const words = new Set<string>();
    source.subscribe(() => words.add(liveWordOf(source.getStatus())));
    const hiddenAtMs = performance.now();
    life.putAway();
    await until(() => server.open.size === 0);
    // The network comes and goes, and nobody is there to see it.
    life.wake();
    await until(() => performance.now() - hiddenAtMs > 500);
    assert.equal(server.requests(), 1);
    life.lookAt();
    await until(isLive(source));
    assert.equal(server.requests(), 2);
    assert.deepEqual([...words], ['connecting', 'live'], 'it was never stale');
    assert.deepEqual(told, ['catch up', 'catch up']);
  });

  it('keeps its connection while somebody looks away for a moment', async (t) => {
    const server = await startLiveServer(t);
    const { source, life, told } = openLiveSource(t, server, { restAfterMs: 200 });
    await until(isLive(source));
    life.putAway();
    life.lookAt();
    const backAtMs = performance.now();
    await until(() => performance.now() - backAtMs > 400);
    assert.equal(server.open.size, 1);
    assert.deepEqual(told, ['catch up']);
  });

  it('rests as well when it was opened behind another page', async (t) => {
    const server = await startLiveServer(t);
    const life = createPage();
    life.putAway();
    const { source } = openLiveSource(t, server, { life, restAfterMs: 100 });
    await until(() => server.requests() === 1 && server.open.size === 0);
    life.lookAt();
    await until(isLive(source));
  });

  it('says how old things are when a page is seen again and the server stays silent', async (t) => {
    const server = await startLiveServer(t);
    const { source, life } = openLiveSource(t, server, { restAfterMs: 20, silentAfterMs: 150 });
    await until(isLive(source));
    const heardByMs = Date.now();
    life.putAway();
    await until(() => server.open.size === 0);
    server.answerWith({ status: 502 });
    const restedAtMs = performance.now();
    await until(() => performance.now() - restedAtMs > 400);
    const seenAtMs = Date.now();
    life.lookAt();
    await until(() => liveWordOf(source.getStatus()) === 'stale');
    assert.ok(Date.now() - seenAtMs >= 140, 'not before it had a chance');
    const { silentSinceMs } = source.getStatus();
    assert.ok(silentSinceMs !== undefined && silentSinceMs <= heardByMs);
  });
});
