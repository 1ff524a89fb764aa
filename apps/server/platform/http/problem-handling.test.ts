import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { chatRequestSchema, problemSchema } from '@deskbell/protocol';
import fastify, { type LightMyRequestResponse } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import pg from 'pg';
import { HttpProblem } from './problem.ts';
import { frameworkErrors, registerProblemHandling } from './problem-handling.ts';

const SECRET = 'postgres://deskbell:hunter2@db.internal/deskbell';

const buildApp = (logLines: string[] = []) => {
  const app = fastify({
    bodyLimit: 16 * 1024,
    frameworkErrors,
    logger: { level: 'warn', stream: { write: (line: string) => void logLines.push(line) } },
  });
  registerProblemHandling(app);
  app.setValidatorCompiler(validatorCompiler);
  app.post('/api/chat', { schema: { body: chatRequestSchema } }, async () => ({ ok: true }));
  app.get('/api/throws', async () => {
    throw Object.assign(new Error(`cannot reach ${SECRET}`), {
      statusCode: 401,
      detail: 'Key (email)=(someone@example.com) already exists.',
    });
  });
  app.get('/api/throws-a-string', async () => {
    throw SECRET;
  });
  app.get('/api/no-database', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 9, user: 'nobody' });
    await pool.query('select 1').finally(() => pool.end());
  });
  app.get('/api/refuses', async () => {
    throw new HttpProblem({
      code: 'rate_limited',
      detail: 'please wait',
      headers: { 'retry-after': '7' },
      cause: new Error(SECRET),
    });
  });
  app.get('/api/refuses-a-stream', async (_request, reply) => {
    reply.type('text/event-stream');
    throw new HttpProblem({ code: 'turn_running', detail: 'still answering' });
  });
  return app;
};

const readProblem = (response: LightMyRequestResponse) => {
  assert.equal(response.headers['content-type'], 'application/problem+json');
  const problem = problemSchema.strict().parse(response.json());
  assert.equal(problem.status, response.statusCode);
  assert.equal(problem.error, problem.detail);
  return problem;
};

const postChat = (payload: string, contentType = 'application/json') =>
  buildApp().inject({
    method: 'POST',
    url: '/api/chat',
    payload,
    headers: { 'content-type': contentType },
  });

for (const [what, body, expected] of [
  ['a missing message', '{}', 'message is required'],
  ['an empty message', '{"message":" "}', 'message is required'],
  ['a message that is no text', '{"message":7}', 'message must be a string'],
  [
    'a message that is too long',
    JSON.stringify({ message: 'é'.repeat(501) }),
    'message must be at most 500 characters',
  ],
  ['an unknown field', '{"message":"hi","history":[]}', 'unknown field: history'],
  ['a thread id that is no UUID', '{"message":"hi","thread_id":"x"}', 'thread_id must be a UUID'],
  ['a list instead of an object', '[]', 'the body must be a JSON object'],
  ['null instead of an object', 'null', 'a JSON body is required'],
  ['an empty body', '', 'a JSON body is required'],
  ['a body cut short', '{"message":', 'the body is not valid JSON'],
  ['a poisoned prototype', '{"__proto__":{"a":1},"message":"hi"}', 'the body is not valid JSON'],
] as const) {
  test(`${what} is refused with 400 and says so`, async () => {
    const response = await postChat(body);
    assert.equal(response.statusCode, 400);
    assert.equal(readProblem(response).detail, expected);
  });
}

test('a message of 500 code points passes, however many bytes they take', async () => {
  const response = await postChat(JSON.stringify({ message: '🚚'.repeat(500) }));
  assert.equal(response.statusCode, 200);
});

test('a long unknown field name is not echoed in full', async () => {
  const response = await postChat(JSON.stringify({ message: 'hi', ['x'.repeat(5000)]: 1 }));
  assert.equal(response.statusCode, 400);
  assert.ok(readProblem(response).detail.length < 100);
});

test('a request without any body is refused with 400', async () => {
  const response = await buildApp().inject({ method: 'POST', url: '/api/chat' });
  assert.equal(response.statusCode, 400);
  assert.equal(readProblem(response).detail, 'a JSON body is required');
});

test('a body over the limit is refused with 400, as docs/api.md has it', async () => {
  const response = await postChat(JSON.stringify({ message: 'x'.repeat(17 * 1024) }));
  assert.equal(response.statusCode, 400);
  assert.equal(readProblem(response).code, 'body_too_large');
});

test('a body that is not JSON by its type is refused with 415', async () => {
  const response = await postChat('message=hi', 'application/x-www-form-urlencoded');
  assert.equal(response.statusCode, 415);
  assert.equal(readProblem(response).code, 'unsupported_media_type');
});

test('an exception becomes 500 with a reference, and nothing of it leaves', async () => {
  const logLines: string[] = [];
  const response = await buildApp(logLines).inject('/api/throws');
  assert.equal(response.statusCode, 500);
  const problem = readProblem(response);
  assert.equal(problem.code, 'internal');
  const sent = JSON.stringify([response.headers, response.body]);
  for (const secret of ['hunter2', 'someone@example.com', 'at ', '.ts']) {
    assert.ok(!sent.includes(secret), secret);
  }
  assert.equal(logLines.length, 1);
  const entry = JSON.parse(logLines[0] ?? '');
  assert.ok(problem.detail.includes(entry.reqId));
  assert.match(entry.error.stack, /problem-handling\.test\.ts/);
  assert.ok(!logLines[0]?.includes('someone@example.com'));
});

test('a thrown value that is no error becomes 500 and reaches neither client nor log', async () => {
  const logLines: string[] = [];
  const response = await buildApp(logLines).inject('/api/throws-a-string');
  assert.equal(response.statusCode, 500);
  readProblem(response);
  assert.ok(!response.body.includes('hunter2'));
  assert.equal(logLines.length, 1);
  assert.ok(!logLines[0]?.includes('hunter2'));
});

test('a refusal is sent with its status and headers, and without its cause', async () => {
  const response = await buildApp().inject('/api/refuses?token=abc');
  assert.equal(response.headers['retry-after'], '7');
  assert.ok(!response.body.includes('hunter2'));
  assert.deepEqual(readProblem(response), {
    type: 'about:blank',
    title: 'Too Many Requests',
    status: 429,
    detail: 'please wait',
    instance: '/api/refuses',
    code: 'rate_limited',
    error: 'please wait',
  });
});

test('a database that cannot be reached is 503, to be tried again', async () => {
  const response = await buildApp().inject('/api/no-database');
  assert.equal(response.statusCode, 503);
  assert.equal(readProblem(response).code, 'unavailable');
  assert.equal(response.headers['retry-after'], '5');
});

test('a refusal before the stream began is a problem document, not an event stream', async () => {
  const response = await buildApp().inject('/api/refuses-a-stream');
  assert.equal(response.statusCode, 409);
  readProblem(response);
});

test('an unknown API address is a problem document even for a browser', async () => {
  const response = await buildApp().inject({
    url: '/api/nothing',
    headers: { accept: 'text/html' },
  });
  assert.equal(response.statusCode, 404);
  assert.equal(readProblem(response).code, 'not_found');
});

test('an unknown page is a page', async () => {
  const response = await buildApp().inject({ url: '/nothing', headers: { accept: 'text/html' } });
  assert.equal(response.statusCode, 404);
  assert.equal(response.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(response.body, /Page not found/);
});

test('an address that cannot be decoded is a problem document', async (t) => {
  const app = buildApp();
  t.after(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const socket = connect(address.port, '127.0.0.1');
  socket.end('GET /api/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  socket.setEncoding('utf8');
  let answer = '';
  socket.on('data', (text) => {
    answer += text;
  });
  await once(socket, 'close');
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.match(answer, /application\/problem\+json/);
});
