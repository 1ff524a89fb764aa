import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
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

const line = (words: string) => `${words}\r\n`;
const header = (subject: string) =>
  `From: a@example.com\r\nTo: b@totetaxi.example\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@example.com>\r\nSubject: ${subject}\r\n`;

/** Mails made to hurt, and how each ends. */
const hostile: [string, () => string, 'failed' | 'completed'][] = [
  [
    '50000 parts',
    () =>
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${line('--b\r\nContent-Type: text/plain\r\n\r\nx').repeat(50_000)}--b--\r\n`,
    'failed',
  ],
  [
    '1000 levels',
    () => {
      const open = Array.from(
        { length: 1_000 },
        (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
      );
      return `${open.join('')}Content-Type: text/plain\r\n\r\nx\r\n`;
    },
    'failed',
  ],
  ['30 MB of text', () => `\r\n${line('x'.repeat(998)).repeat(30_000)}`, 'failed'],
  [
    '100000 header fields',
    () => `${line('X-Field: value').repeat(100_000)}\r\nHello.\r\n`,
    'completed',
  ],
  [
    'a header line of 5 MB',
    () => `X-Long: ${'x'.repeat(5_000_000)}\r\n\r\nHello.\r\n`,
    'completed',
  ],
  [
    'deep HTML',
    () => `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}Hello.\r\n`,
    'completed',
  ],
  ['words without end', () => `\r\n${'next '.repeat(100_000)}\r\n`, 'completed'],
  ['digits without end', () => `\r\n${'12/11/'.repeat(50_000)}\r\n`, 'completed'],
];

test('hostile mail ends with a reason while the server keeps answering', async (t) => {
  const server = await startTestServer(t, { backOffice: {} });
  const office = openBackOffice(t, server);
  for (const [subject, body, status] of hostile) {
    const id = await office.sendRaw(header(subject) + body());
    const settled = office.settled(id);
    let isSettled = false;
    void settled.finally(() => {
      isSettled = true;
    });
    let answers = 0;
    do {
      const response = await fetch(`${server.url}/health`);
      assert.equal(response.status, 200);
      await response.arrayBuffer();
      answers += 1;
    } while (!isSettled);
    const execution = await settled;
    assert.equal(execution.metadata.subject, subject);
    assert.ok(answers > 0);
    if (status === 'failed') {
      assert.equal(execution.status, 'failed', subject);
      assert.ok((execution.error_message ?? '').length > 10, subject);
    } else {
      // A slow machine may cut one of these off at its limit, which is as good an end.
      assert.ok(['completed', 'failed'].includes(execution.status), subject);
    }
  }
});
