import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Channel, createChannel } from './channel.ts';

describe('createChannel', () => {
  let channel: Channel<number>;
  let pulls: number;
  let dones: number;

  beforeEach(() => {
    pulls = 0;
    dones = 0;
    channel = createChannel({
      onEmptyPull: () => {
        pulls += 1;
      },
      onDone: () => {
        dones += 1;
      },
    });
  });

  const next = () => channel.items.next();
  const DONE = { done: true, value: undefined };

  it('gives the items before a failure, the failure once, then the end', async () => {
    channel.push(1);
    channel.fail(new Error('broken'));
    channel.push(2);
    assert.equal(dones, 0);
    assert.deepEqual(await next(), { done: false, value: 1 });
    await assert.rejects(next(), /broken/);
    assert.deepEqual(await next(), DONE);
    assert.equal(dones, 1);
  });

  it('drops what waits when aborted, also after its end', async () => {
    channel.push(1);
    channel.push(2);
    channel.end();
    await next();
    channel.abort(new Error('stopped'));
    await assert.rejects(next(), /stopped/);
    assert.deepEqual(await next(), DONE);
    assert.equal(dones, 1);
  });

  it('says when the consumer waits, and hands the next item to it', async () => {
    const waiting = next();
    assert.equal(pulls, 1);
    channel.push(1);
    channel.push(2);
    assert.equal(channel.size, 1);
    assert.deepEqual(await waiting, { done: false, value: 1 });
    assert.deepEqual(await next(), { done: false, value: 2 });
    assert.equal(pulls, 1);
  });

  it('ends a pull that waits when the producer ends, fails or the consumer returns', async () => {
    let waiting = next();
    await channel.items.return?.();
    assert.deepEqual(await waiting, DONE);
    assert.equal(dones, 1);

    channel = createChannel({ onEmptyPull: () => {}, onDone: () => {} });
    waiting = next();
    channel.fail(new Error('broken'));
    await assert.rejects(waiting, /broken/);
    assert.deepEqual(await next(), DONE);
  });
});
