import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { hostileMails } from '@deskbell/testing/hostile-mails.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import type { OperationsTables } from './tables.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = resolve(root, process.env.DESKBELL_DATA ?? '../shared/data', 'mime');
const skip = existsSync(folder) ? false : `no mail fixtures in ${folder}`;

test('every mail fixture goes through the whole pipeline to completed', { skip }, async (t) => {
  const server = await startTestServer(t, { backOffice: {} });
  const office = openBackOffice(t, server);
  const files = globSync('**/*.eml', { cwd: folder }).sort();
  assert.ok(files.length > 50);
  const ids = new Map<string, string>();
  for (const file of files) ids.set(file, await office.sendRaw(readFileSync(`${folder}/${file}`)));
  for (const [file, id] of ids) {
    const { status, error_message } = await office.settled(id);
    assert.equal(status, 'completed', `${file}: ${error_message}`);
  }
  const failed = await server.database
    .for<OperationsTables>()
    .selectFrom('agent_outputs')
    .select(['agent', 'error_code'])
    .where('status', '=', 'failed')
    .execute();
  assert.deepEqual(failed, []);
});

test('hostile mail ends with a reason while the server keeps answering', async (t) => {
  const server = await startTestServer(t, { backOffice: {} });
  const office = openBackOffice(t, server);
  for (const { subject, raw, mustFail } of hostileMails()) {
    const id = await office.sendRaw(raw);
    const settled = office.settled(id);
    let isSettled = false;
    void settled.finally(() => {
      isSettled = true;
    });
    do {
      const response = await fetch(`${server.url}/health`);
      assert.equal(response.status, 200);
      await response.arrayBuffer();
    } while (!isSettled);
    const { metadata, status, error_message: reason } = await settled;
    assert.equal(metadata.subject, subject);
    assert.ok(
      status === 'failed' || (status === 'completed' && !mustFail),
      `${subject}: ${status}`,
    );
    if (status === 'failed') assert.ok((reason ?? '').length > 10, subject);
  }
});
