import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { type TestContext, test } from 'node:test';
import { until } from '@deskbell/testing/until.ts';
import type { Insertable } from 'kysely';
import { rawMail } from '../mail/test-mail.ts';
import { insertTestMail } from '../routing/test-rows.ts';
import type { OperationsTables } from '../tables.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const headers = { 'x-role': 'staff' };

/** A stored mail; `files` is what the pipeline has read of it, null: nothing yet. */
async function insertMail(
  { tables }: TestApp,
  {
    raw,
    files,
  }: {
    raw: Uint8Array;
    files:
      | readonly Pick<Insertable<OperationsTables['attachments']>, 'filename' | 'content_type'>[]
      | null;
  },
): Promise<string> {
  const { emailId } = await insertTestMail(tables);
  await tables
    .insertInto('email_sources')
    .values({ email_id: emailId, raw: Buffer.from(raw) })
    .execute();
  if (files === null) return emailId;
  await tables
    .insertInto('email_contents')
    .values({
      email_id: emailId,
      segments: '[]',
      hidden_text: JSON.stringify({ characters: 0, examples: [] }),
      body_text: '',
      search: '',
    })
    .execute();
  for (const [position, file] of files.entries()) {
    await tables
      .insertInto('attachments')
      .values({
        email_id: emailId,
        position,
        size_bytes: 1,
        sha256: '0'.repeat(64),
        is_inline: false,
        ...file,
      })
      .execute();
  }
  return emailId;
}

const part = (type: string, content: string): string =>
  [
    '--cut',
    `Content-Type: ${type}`,
    'Content-Disposition: attachment; filename=x',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'latin1').toString('base64'),
  ].join('\r\n');
const mailWith = (...parts: string[]): Uint8Array =>
  rawMail(
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=cut',
    '',
    ...parts,
    '--cut--',
  );

/** The routes at an address of this machine. */
async function listen(t: TestContext): Promise<TestApp & { base: string }> {
  const app = await startTestApp(t);
  return { ...app, base: await app.app.listen({ host: '127.0.0.1', port: 0 }) };
}

test('what is not there is 404, whatever the position says', async (t) => {
  const app = await startTestApp(t);
  const id = await insertMail(app, {
    raw: mailWith(part('application/pdf', 'a')),
    files: [{ filename: 'a.pdf', content_type: 'application/pdf' }],
  });
  for (const position of ['1', '-1', '00', '1.0', '0x0', 'a', '99999999999', '%00', '0%27']) {
    const { status, body } = await app.ask(`/api/emails/${id}/attachments/${position}`);
    assert.deepEqual([status, String(body.code)], [404, 'not_found'], position);
  }
});

test('a file that the mail no longer has, and one whose source is gone, are 404', async (t) => {
  const app = await startTestApp(t);
  const file = { filename: 'a.pdf', content_type: 'application/pdf' };
  const id = await insertMail(app, { raw: mailWith(part('text/csv', 'a')), files: [file, file] });
  assert.equal((await app.ask(`/api/emails/${id}/attachments/1`)).status, 404);
  await app.tables.deleteFrom('email_sources').where('email_id', '=', id).execute();
  assert.equal((await app.ask(`/api/emails/${id}/attachments/0`)).status, 404);
});

test('a mail that has not been read, or is over a limit, says so and names the way out', async (t) => {
  const app = await startTestApp(t);
  const unread = await insertMail(app, { raw: mailWith(part('text/csv', 'a')), files: null });
  const bomb = await insertMail(app, {
    raw: mailWith('--cut\r\n\r\nx\r\n'.repeat(2_000)),
    files: [{ filename: 'a.pdf', content_type: 'application/pdf' }],
  });
  for (const id of [unread, bomb]) {
    const { status, body } = await app.ask(`/api/emails/${id}/attachments/0`);
    assert.deepEqual([status, String(body.code)], [422, 'mail_unreadable']);
    assert.match(String(body.detail), /you can save its source instead/);
  }
});

test('a file is its decoded bytes, to be saved; a browser runs nothing in it', async (t) => {
  const app = await listen(t);
  const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('');
  const types: [declared: string, served: string][] = [
    ['application/pdf', 'application/pdf'],
    ['image/png', 'image/png'],
    ['text/plain', 'text/plain'],
    ['image/svg+xml', 'application/octet-stream'],
    ['text/html', 'application/octet-stream'],
    ['application/xhtml+xml', 'application/octet-stream'],
    ['text/javascript', 'application/octet-stream'],
    ['multipart/x-mixed-replace', 'application/octet-stream'],
  ];
  const id = await insertMail(app, {
    raw: mailWith(...types.map(([, served]) => part(served, bytes))),
    files: types.map(([content_type]) => ({ filename: 'x', content_type })),
  });
  for (const [position, [, served]] of types.entries()) {
    const answer = await fetch(`${app.base}/api/emails/${id}/attachments/${position}`, { headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), served);
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename=x');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1'), bytes);
  }
});

test('a name of any characters is one header, and comes back as it is', async (t) => {
  const app = await listen(t);
  const names = ['Rechnung Mai.pdf', 'a"b;c\\.pdf', 'Übergabe – 請求書 😀.pdf', "it's 100%.pdf"];
  const id = await insertMail(app, {
    raw: mailWith(...names.map(() => part('application/pdf', 'a'))),
    files: names.map((filename) => ({ filename, content_type: 'application/pdf' })),
  });
  for (const [position, name] of names.entries()) {
    const answer = await fetch(`${app.base}/api/emails/${id}/attachments/${position}`, { headers });
    const header = answer.headers.get('content-disposition') ?? '';
    assert.match(header, /^attachment; /);
    const encoded = /filename\*=UTF-8''([^;]+)$/.exec(header)?.[1];
    const quoted = /filename="?((?:[^"\\]|\\.)*)"?/.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
    assert.equal(encoded === undefined ? quoted : decodeURIComponent(encoded), name);
  }
});

test('whoever leaves while others are served holds up nobody', async (t) => {
  const app = await listen(t);
  const id = await insertMail(app, {
    raw: mailWith(part('text/plain', 'x'.repeat(3_000_000))),
    files: [{ filename: 'a.txt', content_type: 'text/plain' }],
  });
  const url = `${app.base}/api/emails/${id}/attachments/0`;
  const leaving = new AbortController();
  const left = Array.from({ length: 8 }, () => fetch(url, { headers, signal: leaving.signal }));
  const stayed = fetch(url, { headers });
  leaving.abort();
  const outcomes = await Promise.allSettled(left);
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  assert.equal((await (await stayed).arrayBuffer()).byteLength, 3_000_000);
});

test('for whoever has left before it is their turn nothing is read', async (t) => {
  const app = await listen(t);
  const id = await insertMail(app, {
    raw: mailWith(part('text/plain', 'hello')),
    files: [{ filename: 'a.txt', content_type: 'text/plain' }],
  });
  const url = `${app.base}/api/emails/${id}/attachments/0`;
  const { pool } = app.database;
  const query = pool.query;
  let gone = 0;
  let reads = 0;
  app.app.server.on('connection', (socket) => void socket.once('close', () => (gone += 1)));
  Object.assign(pool, {
    query: async (...call: unknown[]) => {
      if (String(call[0]).includes('email_sources')) reads += 1;
      else await until(() => gone === 8);
      return await Reflect.apply(query, pool, call);
    },
  });
  const sent = Array.from({ length: 8 }, async () => {
    const request = get(url, { headers, agent: false });
    request.on('error', () => {});
    await once(request, 'finish');
    request.destroy();
  });
  await Promise.all(sent);
  assert.equal(await (await fetch(url, { headers })).text(), 'hello');
  assert.equal(reads, 1);
});

test('a mail is named short too, as answers cite it', async (t) => {
  const app = await startTestApp(t);
  const id = await insertMail(app, {
    raw: mailWith(part('text/plain', 'hello')),
    files: [{ filename: 'a.txt', content_type: 'text/plain' }],
  });
  const answer = await app.app.inject({
    url: `/api/emails/${id.slice(-12)}/attachments/0`,
    headers,
  });
  assert.deepEqual([answer.statusCode, answer.body], [200, 'hello']);
});
