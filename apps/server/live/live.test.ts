import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveChanges } from '@deskbell/protocol';
import { openBackOffice } from '../../../testing/back-office.ts';
import { startTestServer } from '../../../testing/start-test-server.ts';
import { openLive } from './test-live-client.ts';

const INVOICE = [
  'From: Ana <ana@boxright.example>',
  'To: desk@totetaxi.example',
  'Subject: Invoice 4711 is due',
  'Message-ID: <4711@boxright.example>',
  'Date: Sun, 22 Nov 2026 10:00:00 +0000',
  '',
  'Please pay invoice 4711 over $420.00 by December 1.',
].join('\r\n');

test('a mail and all that comes of it arrive as their lists give them', async (t) => {
  const server = await startTestServer(t, { backOffice: {} });
  const office = openBackOffice(t, server);
  const tab = await openLive(server);
  t.after(async () => tab.leave());
  const executionId = await office.sendRaw(INVOICE);
  await office.settled(executionId);
  const execution = await tab.record('executions', ({ status }) => status === 'completed');
  const last = tab.events.at(-1);
  console.log(JSON.stringify(tab.events, null, 1).slice(0, 3000), last?.event);
  assert.equal(execution.id, executionId);
});
