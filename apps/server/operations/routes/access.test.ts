import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { InjectOptions } from 'fastify';
import { calendarKey } from '../calendar/calendar-key.ts';
import { startTestApp } from './test-app.ts';

const SOME_ID = '019ae000-0000-7000-8000-00000000ffff';

it('hole: no authentication, CORS * with credentials: every route refuses who is not staff', async (t) => {
  const { app, served } = await startTestApp(t);
  const expected = [
    'GET /api/agents',
    'GET /api/agents/disagreements',
    'GET /api/calendar-link',
    'GET /api/deadlines',
    'GET /api/deadlines/:id',
    'GET /api/emails',
    'GET /api/emails/:id',
    'GET /api/emails/:id/attachments/:position',
    'GET /api/emails/:id/source',
    'GET /api/notifications',
    'GET /api/reviews',
    'GET /api/reviews/:id',
    'GET /api/tasks',
    'GET /api/tasks/:id',
    'GET /api/tasks/assignees',
    'GET /api/vendors',
    'GET /api/vendors/:id',
    'GET /calendar.ics',
    'GET /executions',
    'GET /executions/:id',
    'PATCH /api/deadlines/:id',
    'PATCH /api/tasks/:id',
    'POST /api/reviews/:id',
    'POST /executions/:id/cancel',
    'POST /executions/:id/retry',
  ];
  const all = served.filter(({ method }) => method !== 'HEAD');
  assert.deepEqual(all.map(({ method, url }) => `${method} ${url}`).toSorted(), expected);
  for (const { method, url } of served) {
    const request = {
      method: method as NonNullable<InjectOptions['method']>,
      url: url.replace(':id', SOME_ID),
      // What would otherwise be refused for its form.
      query: { unknown: 'field' },
    } satisfies InjectOptions;
    const nobody = await app.inject(request);
    const customer = await app.inject({ ...request, headers: { 'x-role': 'customer' } });
    if (url === '/calendar.ics') {
      delete (request as InjectOptions).query;
      assert.equal((await app.inject(request)).statusCode, 401);
      assert.equal(
        (await app.inject({ ...request, headers: { 'x-role': 'customer' } })).statusCode,
        403,
      );
      continue;
    }
    assert.deepEqual([nobody.statusCode, customer.statusCode], [401, 403], `${method} ${url}`);
    for (const { headers } of [nobody, customer]) {
      assert.equal(headers['access-control-allow-origin'], undefined);
      assert.equal(headers['access-control-allow-credentials'], undefined);
    }
  }
});

it('what changes something is refused to pages of other sites, staff or not', async (t) => {
  const { app, served } = await startTestApp(t);
  const changing = served.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  assert.equal(changing.length, 5);
  for (const { method, url } of changing) {
    const response = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: url.replace(':id', SOME_ID),
      headers: {
        'x-role': 'staff',
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
    });
    assert.equal(response.statusCode, 403, url);
    assert.equal(response.json().code, 'cross_site');
  }
});

it('unknown ids are 404 and unknown query fields 400, on every route', async (t) => {
  const { ask, served } = await startTestApp(t);
  for (const { method, url } of served) {
    if (method === 'HEAD' || url === '/calendar.ics' || url === '/api/calendar-link') continue;
    const payloads: Record<string, object> = {
      '/api/tasks/:id': { status: 'done' },
      '/api/deadlines/:id': { status: 'done' },
      '/api/reviews/:id': { decision: 'approve' },
    };
    const verb = method as NonNullable<InjectOptions['method']>;
    const payload = payloads[url];
    if (!url.includes(':id')) {
      for (const query of [
        'unknown=1',
        'limit=0',
        'limit=101',
        'limit=x',
        'cursor=',
        'cursor=abc',
      ]) {
        const { status, body } = await ask({ method: verb, url: `${url}?${query}` });
        assert.equal(status, 400, `${url}?${query}`);
        assert.match(String(body.detail), /unknown|limit|cursor/);
      }
      continue;
    }
    if (url.endsWith('/retry') || url.endsWith('/cancel')) continue;
    for (const id of [SOME_ID, 'none', '%00', `${SOME_ID}'--`]) {
      const path = url.replace(':id', id).replace(':position', '0');
      const { status } = await ask({ method: verb, url: path, ...(payload && { payload }) });
      assert.equal(status, 404, path);
    }
  }
});

it('a cursor with a day that does not exist, or from another list, is a bad one', async (t) => {
  const { ask } = await startTestApp(t);
  const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const cursors = [
    encode(['2026-13-45 00:00:00+00', SOME_ID]),
    encode(['2026-11-22', SOME_ID]),
    encode(['2026-11-22 10:00:00+00', 'x']),
    encode({}),
  ];
  for (const cursor of cursors) {
    for (const path of [
      '/executions',
      '/api/emails',
      '/api/deadlines',
      '/api/reviews',
      '/api/vendors',
    ]) {
      const { status, body } = await ask(`${path}?cursor=${cursor}`);
      assert.equal(status, 400, `${path} ${cursor}`);
      assert.match(String(body.detail), /cursor/);
    }
  }
});

it('the calendar is for staff and for its key; its tag saves sending it again', async (t) => {
  const { app } = await startTestApp(t);
  const key = calendarKey('a secret for tests');
  const wrong = await app.inject(`/calendar.ics?key=${calendarKey('another')}`);
  assert.equal(wrong.statusCode, 401);
  const link = await app.inject({ url: '/api/calendar-link', headers: { 'x-role': 'staff' } });
  assert.deepEqual(link.json(), { url: `https://desk.example/calendar.ics?key=${key}` });

  const first = await app.inject(`/calendar.ics?key=${key}`);
  assert.equal(first.statusCode, 200);
  assert.equal(first.headers['content-type'], 'text/calendar; charset=utf-8');
  assert.match(first.body, /^BEGIN:VCALENDAR\r\n/);
  const tag = String(first.headers.etag);
  for (const header of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
    const again = await app.inject({
      url: '/calendar.ics',
      headers: { 'x-role': 'staff', 'if-none-match': header },
    });
    assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, '', tag]);
  }
});
