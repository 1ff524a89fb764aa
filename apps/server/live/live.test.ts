import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Booking, LiveChanges, Task } from '@deskbell/protocol';
import { type BackOffice, openBackOffice } from '@deskbell/testing/back-office.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { ask, delivery, MORNING } from '../bookings/routes/test-booking.ts';
import { startWebhook } from '../operations/notifications/test-servers.ts';
import { type LiveClient, openLive } from './test-live-client.ts';

const limit = { timeout: 120_000 };

const invoice = (number: number): string =>
  [
    'From: Ana <ana@boxright.example>',
    'To: desk@totetaxi.example',
    `Subject: Invoice ${number} is due`,
    `Message-ID: <${number}@boxright.example>`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    '',
    `Please pay invoice ${number} over $420.00 by December 11.`,
  ].join('\r\n');

/** Every list that has records of a kind, whole. */
const lists: Record<keyof LiveChanges, readonly string[]> = {
  executions: ['/executions?view=summary'],
  emails: ['/api/emails'],
  tasks: ['/api/tasks'],
  deadlines: ['scheduled', 'done', 'cancelled'].map(
    (status) => `/api/deadlines?include_past=true&status=${status}`,
  ),
  reviews: ['pending', 'approved', 'rejected'].map((status) => `/api/reviews?status=${status}`),
  notifications: ['/api/notifications'],
  bookings: ['/api/bookings/all'],
};
const kinds = Object.keys(lists) as (keyof LiveChanges)[];

type Listed = Record<string, unknown>;

async function listed({ get }: BackOffice, kind: keyof LiveChanges): Promise<Map<string, Listed>> {
  const records = new Map<string, Listed>();
  for (const path of lists[kind]) {
    const page = await get<Record<string, Listed[]>>(
      `${path}${path.includes('?') ? '&' : '?'}limit=100`,
    );
    for (const one of page[kind] ?? []) records.set(String(one.number ?? one.id), one);
  }
  return records;
}

/** Waits until what the tab was told is what the lists give, in every field. */
async function untilTold(office: BackOffice, tab: LiveClient, only = kinds): Promise<void> {
  for (const kind of only) {
    const isTold = async () => isDeepStrictEqual(tab.latest(kind), await listed(office, kind));
    await until(isTold).catch(async () => {
      assert.deepEqual(tab.latest(kind), await listed(office, kind), kind);
    });
  }
}

async function start(t: TestContext, options: Parameters<typeof startTestServer>[1] = {}) {
  const server = await startTestServer(t, { clock: () => MORNING, backOffice: {}, ...options });
  return { server, office: openBackOffice(t, server), tab: await openLive(t, server) };
}

async function send(
  server: TestServer,
  method: string,
  path: string,
  body: object,
): Promise<Listed> {
  const answer = await ask<Listed>(server, path, { method, body });
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.body.detail}`);
  return answer.body;
}

test('a mail and all that comes of it are told as their lists give them', limit, async (t) => {
  const { office, tab } = await start(t, { backOffice: { reviewBelowConfidence: 1 } });
  const id = await office.sendRaw(invoice(4711));
  await office.settled(id);
  await untilTold(office, tab);
  assert.deepEqual([...tab.latest('executions').keys()], [id]);
  for (const kind of ['emails', 'reviews'] as const) assert.equal(tab.latest(kind).size, 1, kind);
  assert.equal(tab.latest('executions').get(id)?.status, 'completed');
});

test('what people decide and change is told, and what comes of that', limit, async (t) => {
  const { server, office, tab } = await start(t, { backOffice: { reviewBelowConfidence: 1 } });
  await office.settled(await office.sendRaw(invoice(4711)));
  await untilTold(office, tab);
  const [review] = tab.latest('reviews').values();
  assert.equal(review?.status, 'pending');
  await send(server, 'POST', `/api/reviews/${review?.id}`, { decision: 'approve' });
  await until(() => tab.latest('reviews').get(review?.id ?? '')?.status === 'approved');
  await untilTold(office, tab);
  const [task] = tab.latest('tasks').values();
  const [deadline] = tab.latest('deadlines').values();
  assert.ok(task && deadline, 'an approved mail makes both');

  const before = tab.events.length;
  await send(server, 'PATCH', `/api/tasks/${task.id}`, { assignee: 'Ann' });
  await until(() => tab.latest('tasks').get(task.id)?.assignee === 'Ann');
  await send(server, 'PATCH', `/api/deadlines/${deadline.id}`, { status: 'done' });
  await until(() => tab.latest('deadlines').get(deadline.id)?.status === 'done');
  await untilTold(office, tab);
  for (const { event, data } of tab.events.slice(before)) {
    if (event === 'changes') assert.deepEqual(data.executions, [], 'only what changed is told');
  }
});

test('a change that was refused is not told', limit, async (t) => {
  const { server, office, tab } = await start(t);
  await office.settled(await office.sendRaw(invoice(4711)));
  await untilTold(office, tab);
  const [task] = tab.latest('tasks').values() as Iterable<Task>;
  const told = tab.count('changes');
  const seen = '2020-01-01T00:00:00.000Z';
  const { status } = await ask(server, `/api/tasks/${task?.id}`, {
    method: 'PATCH',
    body: { assignee: 'Ann', updated_at: seen },
  });
  assert.equal(status, 409);
  await send(server, 'PATCH', `/api/tasks/${task?.id}`, { assignee: 'Ben' });
  await until(() => tab.latest('tasks').get(task?.id ?? '')?.assignee === 'Ben');
  assert.equal(tab.count('changes'), told + 1);
});

test('an execution that fails, is tried again and given up is told each time', limit, async (t) => {
  const { server, office, tab } = await start(t);
  const tooDeep = Array.from(
    { length: 60 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  );
  const id = await office.sendRaw(`From: ana@boxright.example\r\n${tooDeep.join('')}\r\nhello`);
  const status = () => tab.latest('executions').get(id)?.status;
  await until(() => status() === 'failed');
  await untilTold(office, tab);
  await send(server, 'POST', `/executions/${id}/retry`, {});
  const attempts = () => tab.latest('executions').get(id)?.attempts ?? 0;
  await until(() => attempts() === 2 && status() === 'failed');
  await send(server, 'POST', `/executions/${id}/cancel`, {});
  await until(() => status() === 'cancelled');
  assert.equal(tab.latest('emails').values().next().value?.execution?.status, 'cancelled');
});

test('a booking, what becomes of it, and how its notices fare are told', limit, async (t) => {
  const hook = await startWebhook(t);
  const webhook = { url: hook.url, secret: undefined };
  const { server, office, tab } = await start(t, {
    backOffice: { notifications: { email: undefined, webhook } },
  });
  const { status, body } = await ask<Booking>(server, '/api/bookings', { body: delivery });
  assert.equal(status, 201);
  const { number } = body;
  await until(() => tab.latest('bookings').has(number));
  const notice = () => [...tab.latest('notifications').values()][0];
  await until(() => notice()?.status === 'sent');
  assert.equal(notice()?.booking_number, number);
  await send(server, 'PATCH', `/api/bookings/${number}`, { status: 'confirmed' });
  await until(() => tab.latest('bookings').get(number)?.status === 'confirmed');
  await untilTold(office, tab);

  hook.answer = (response) => response.writeHead(400).end();
  await ask(server, '/api/bookings', { body: delivery });
  await until(() =>
    [...tab.latest('notifications').values()].some((one) => one.status === 'failed'),
  );
  await untilTold(office, tab);
});

test('fifty mails at once arrive complete and in a few batches', limit, async (t) => {
  const { office, tab } = await start(t);
  const ids = await Promise.all(Array.from({ length: 50 }, (_, n) => office.sendRaw(invoice(n))));
  await until(() => [...tab.latest('executions').values()].length === 50);
  await until(() =>
    [...tab.latest('executions').values()].every((one) => one.status === 'completed'),
  );
  await untilTold(office, tab);
  assert.deepEqual([...tab.latest('executions').keys()].toSorted(), ids.toSorted());
  assert.equal(tab.count('resync'), 0);
  const [accepted, last] = [tab.events[1], tab.events.at(-1)];
  assert.ok(accepted !== undefined && last !== undefined);
  t.diagnostic(`${tab.count('changes')} events for 50 mails`);
  // Each mail changes three times: one event for each would be 150.
  assert.ok(tab.count('changes') < 50);
});

test('two processes: what one of them does shows in the stream of the other', limit, async (t) => {
  const { server, office, tab } = await start(t);
  const other = await startTestServer(t, {
    clock: () => MORNING,
    backOffice: {},
    databaseUrl: server.databaseUrl,
  });
  const elsewhere = await openLive(t, other);
  const id = await office.sendRaw(invoice(4711));
  await until(() => elsewhere.latest('executions').get(id)?.status === 'completed');
  const { body } = await ask<Booking>(server, '/api/bookings', { body: delivery });
  await until(() => elsewhere.latest('bookings').has(body.number));
  await untilTold(office, elsewhere);
  await untilTold(office, tab);
});

test('a server that closes ends every stream at once, and takes no new one', limit, async (t) => {
  const { server, tab } = await start(t, { drainMs: 3_000 });
  const tabs = [tab, ...(await Promise.all(Array.from({ length: 9 }, () => openLive(t, server))))];
  const startedAtMs = performance.now();
  const closing = server.close();
  await until(() => tabs.every(({ isEnded }) => isEnded));
  assert.ok(performance.now() - startedAtMs < 1_000);
  assert.ok(tabs.every(({ response }) => response.complete));
  await assert.rejects(openLive(t, server));
  await closing;
  assert.ok(performance.now() - startedAtMs < 10_000);
});
