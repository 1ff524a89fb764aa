import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import type { Model } from '@deskbell/engine';
import { type ExecutionView, openBackOffice } from '@deskbell/testing/back-office.ts';
import { end } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';

const NOW = new Date('2026-11-20T15:00:00Z');

async function start(t: Parameters<typeof startTestServer>[0]) {
  const server = await startTestServer(t, { backOffice: {}, clock: () => NOW });
  return { server, office: openBackOffice(t, server) };
}

const leaseMail = {
  subject: 'Lease of van 3',
  sender: 'Harbor Van Leasing <office@harborvans.example>',
  recipient: 'office@totetaxi.example',
  body: 'Hello,\n\nplease send us the signed lease by Tuesday.\n\nKen Ito',
  received_at: '2026-11-20T14:59:00Z',
};

const agentsOf = ({ agent_outputs }: ExecutionView) =>
  agent_outputs.map(({ agent_type }) => agent_type);

test('hole: every mail ended failed: an ordinary mail ends completed, with a task and an event', async (t) => {
  const { office } = await start(t);
  const { status, body } = await office.post('/process-email', leaseMail);
  assert.equal(status, 202);
  const execution = await office.settled(String(body.execution_id));
  assert.equal(execution.status, 'completed');
  assert.deepEqual(agentsOf(execution).sort(), ['context', 'deadline', 'task', 'triage']);
  assert.deepEqual(
    execution.agent_outputs.map(({ model_used }) => model_used),
    ['rules@1', 'rules@1', 'rules@1', 'rules@1'],
  );
  assert.deepEqual(execution.actions.map(({ kind, status: state }) => [kind, state]).sort(), [
    ['create_task', 'executed'],
    ['schedule_event', 'executed'],
  ]);
  const tasks = await office.get<{ tasks: { title: string; due_date: string }[] }>('/api/tasks');
  assert.equal(tasks.tasks.length, 1);
  assert.equal(tasks.tasks[0]?.due_date, '2026-11-24');
  const { deadlines } = await office.get<{ deadlines: { date: string }[] }>('/api/deadlines');
  assert.deepEqual(
    deadlines.map(({ date }) => date),
    ['2026-11-24'],
  );
});

test('the same mail again answers with the first execution and does nothing twice', async (t) => {
  const { office } = await start(t);
  const first = await office.post('/process-email', leaseMail);
  await office.settled(String(first.body.execution_id));
  const second = await office.post('/process-email', leaseMail);
  assert.equal(second.body.execution_id, first.body.execution_id);
  const { tasks } = await office.get<{ tasks: unknown[] }>('/api/tasks');
  assert.equal(tasks.length, 1);
});

test('hole: low confidence dropped everything with no way to approve: a suspicious mail waits, and runs once approved', async (t) => {
  const { office } = await start(t);
  const { body } = await office.post('/process-email', {
    ...leaseMail,
    sender: 'Harbor Van Leasing <office@harborvans.example>',
    headers: { 'Reply-To': 'payments@elsewhere.example' },
    body: 'Please pay invoice 77 to our new bank account, IBAN GB33BUKB20201555555555, by Tuesday.',
  });
  const execution = await office.settled(String(body.execution_id));
  assert.equal(execution.status, 'completed');
  assert.ok(execution.actions.length > 1);
  for (const { kind, status } of execution.actions) {
    assert.equal(status, kind === 'send_notification' ? 'executed' : 'pending_review');
  }
  assert.ok(execution.review?.reasons.some(({ code }) => code === 'changed_bank_details'));
  assert.deepEqual(await office.get('/api/tasks').then(({ tasks }) => tasks), []);

  const decided = await office.post(`/api/reviews/${execution.review?.id}`, {
    decision: 'approve',
    note: 'Called them.',
  });
  assert.equal(decided.status, 200);
  const after = await office.get<ExecutionView>(`/executions/${execution.id}`);
  assert.equal(after.review?.status, 'approved');
  assert.ok(after.actions.every(({ status }) => status === 'executed'));
});

test('a mail that cannot be read ends failed with a reason, and a retry says so again', async (t) => {
  const { office } = await start(t);
  const parts = Array.from({ length: 1_200 }, () => '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n');
  const id = await office.sendRaw(
    `From: a@example.com\r\nTo: b@totetaxi.example\r\nSubject: Many parts\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
  );
  const execution = await office.settled(id);
  assert.equal(execution.status, 'failed');
  assert.equal(execution.error_code, 'too_many_parts');
  assert.equal(execution.metadata.subject, 'Many parts');
  const retried = await office.post(`/executions/${id}/retry`, {});
  assert.ok(retried.status < 300, JSON.stringify(retried.body));
  assert.equal((await office.settled(id)).status, 'failed');
});

test('a channel that hangs and a mail in work end side by side: neither waits for the other', async (t) => {
  const hanging = createServer().listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  t.after(() => hanging.closeAllConnections());
  t.after(() => hanging.close());
  const { port } = hanging.address() as AddressInfo;

  let isAvailable = false;
  const asked = Promise.withResolvers<AbortSignal>();
  const answer = Promise.withResolvers<void>();
  const model: Model = {
    name: 'slow',
    provider: 'anthropic',
    isAvailable: () => isAvailable,
    async *stream({ signal }) {
      asked.resolve(signal);
      await answer.promise;
      yield end('refusal', []);
    },
  };
  const webhook = { url: `http://127.0.0.1:${port}/`, secret: undefined };
  const server = await startTestServer(t, {
    backOffice: { notifications: { email: undefined, webhook } },
    agentModels: [model],
    clock: () => NOW,
  });
  const office = openBackOffice(t, server);
  const urgent = { ...leaseMail, body: 'Please pay to our new bank account by Tuesday.' };
  const sending = once(hanging, 'request');
  await office.post('/process-email', { ...urgent, id: 'one' });
  const [request] = (await sending) as [IncomingMessage];
  const hungUp = once(request.socket, 'close');
  isAvailable = true;
  await office.post('/process-email', { ...urgent, id: 'two' });
  const signal = await asked.promise;

  const closing = server.operations?.close();
  await hungUp;
  assert.equal(signal.aborted, false);
  answer.resolve();
  await closing;
  const { rows } = await server.database.pool.query('select status from executions');
  assert.deepEqual(rows, [{ status: 'completed' }, { status: 'completed' }]);
});

test('a header that never ends is cut off before a large mail on a slow line would be', async (t) => {
  const { server } = await startTestServer(t);
  // The other way round Node takes the one for the other.
  assert.ok(server.headersTimeout < server.requestTimeout);
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  t.after(() => socket.destroy());
  server.headersTimeout = 1;
  socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  assert.match(answer.toString(), /^HTTP\/1\.1 408 /);
});
