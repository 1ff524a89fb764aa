import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Sends a message, waits for the first bytes of its stream and vanishes without a word. */
async function connectAndDrop(port: number): Promise<void> {
  const body = JSON.stringify({ message: 'Hello' });
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
    socket.write(
      `POST /api/assistant/chat/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  });
}

describe('a thousand clients that connect and vanish', () => {
  it('leave no memory, no handles and no running turn behind', async (t) => {
    const words = Array.from({ length: 40 }, (_, index) => `${index} `.padEnd(250, '.'));
    const steps = Array.from({ length: 2_300 }, () => says(...words));
    const model = createScriptedModel(steps);
    const server = await startTestServer(t, { languageModels: [model] });
    const port = Number(new URL(server.url).port);

    const dropMany = async (count: number): Promise<void> => {
      for (let start = 0; start < count; start += 50) {
        await Promise.all(Array.from({ length: 50 }, () => connectAndDrop(port)));
      }
      for (;;) {
        const { rows } = await server.database.pool.query(
          "select count(*)::int as running from turns where state = 'running'",
        );
        if (rows[0].running === 0) break;
      }
      model.requests.length = 0;
      collectGarbage();
    };
    // The first thousand fill caches and pools that stay.
    await dropMany(1_300);
    const before = process.memoryUsage().heapUsed;
    await dropMany(1_000);
    const after = process.memoryUsage().heapUsed;
    // One kept log or response per client would be 10 MB and more.
    assert.ok(after - before < 6_000_000, `${Math.round((after - before) / 1024)} KB stayed`);
    const { rows } = await server.database.pool.query(
      'select state, count(*)::int as turns from turns group by state',
    );
    assert.deepEqual(rows, [{ state: 'done', turns: 2_300 }]);
    const connections = await new Promise((resolve, reject) =>
      server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
    assert.equal(connections, 0);
  });
});
