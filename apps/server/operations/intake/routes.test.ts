import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { problemSchema } from '@deskbell/protocol';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import PostalMime from 'postal-mime';
import { registerBodyParsing } from '../../platform/http/body-parsing.ts';
import { registerProblemHandling } from '../../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../../platform/http/same-origin.ts';
import { createSignIn } from '../../platform/sign-in/sign-in.ts';
import { createStaffAccess, type StaffAccess } from '../../platform/sign-in/staff-access.ts';
import type { AcceptMail } from './accept-mail.ts';
import { acceptedEmailSchema } from './accepted-email.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';
import { intakeRoutes } from './routes.ts';
import { createTestIntake, type TestIntake, testMessage } from './test-intake.ts';

async function startApp(
  t: TestContext,
  intake: TestIntake,
  options: { accept?: AcceptMail; isOpenToThisMachine?: boolean; staff?: StaffAccess } = {},
): Promise<string> {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblemHandling(app);
  registerBodyParsing(app);
  const signIn = createSignIn({
    database: intake.database,
    secret: 'a secret for tests, thirty-two characters or more',
    publicUrl: 'http://localhost:8000',
    trustedOrigins: [],
    log: pino({ level: 'silent' }),
    onSignUp: async () => {},
  });
  await app.register(intakeRoutes, {
    accept: options.accept ?? intake.accept,
    staff:
      options.staff ??
      createStaffAccess({
        signIn,
        apiKeys: { find: async () => undefined },
        isOpenToThisMachine: options.isOpenToThisMachine ?? true,
      }),
    checkSameOrigin: createSameOriginCheck([]),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(() => app.close());
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

const email = {
  subject: 'Linen',
  sender: 'Ann <ann@vendor.example>',
  recipient: 'desk@hotel.example',
  body: 'Please confirm by Friday.',
};

const postJson = (url: string, body: unknown) =>
  fetch(`${url}/process-email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const postRaw = (url: string, body: Buffer | string, contentType = 'message/rfc822') =>
  fetch(`${url}/api/emails`, { method: 'POST', headers: { 'content-type': contentType }, body });

function postFiles(url: string, files: [string, Buffer][]) {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new Blob([content]), name);
  return fetch(`${url}/api/emails`, { method: 'POST', body: form });
}

async function refusal(response: Response): Promise<[number, string, string]> {
  const problem = problemSchema.parse(await response.json());
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return [response.status, problem.code, problem.detail];
}

async function accepted(response: Response) {
  assert.equal(response.status, 202);
  return acceptedEmailSchema.parse(await response.json());
}

describe('POST /process-email', () => {
  it('refuses what is no e-mail, with a sentence that names the field', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const bodies: [unknown, RegExp][] = [
      ['', /JSON body is required/],
      ['{"subject":', /not valid JSON/],
      [[], /must be a JSON object/],
      [{ ...email, subject: undefined }, /subject/],
      [{ ...email, subject: 'a\r\nBcc: eve@evil.example' }, /subject/],
      [{ ...email, sender: 'nobody' }, /sender: must hold an e-mail address/],
      [{ ...email, recipient: ['a@b.example'] }, /recipient/],
      [{ ...email, body: 7 }, /body/],
      [{ ...email, received_at: 'yesterday' }, /received_at/],
      [{ ...email, headers: { 'X Y': 'z' } }, /headers/],
      [{ ...email, attachments: [{ filename: 'a.pdf' }] }, /attachments/],
      [{ ...email, attachments: [{ filename: 'a', content: 'not base64!' }] }, /base64/],
    ];
    for (const [body, sentence] of bodies) {
      const [status, code, detail] = await refusal(await postJson(url, body));
      assert.deepEqual([status, code], [400, 'invalid_request'], JSON.stringify(body));
      assert.match(detail, sentence);
    }
    assert.deepEqual(await intake.stored(), []);
  });

  it('hole: no authentication', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake, { isOpenToThisMachine: false });
    const refused = [
      await postJson(url, email),
      await postRaw(url, testMessage()),
      await postFiles(url, [['a.eml', testMessage()]]),
    ];
    for (const response of refused) {
      assert.deepEqual((await refusal(response)).slice(0, 2), [401, 'not_signed_in']);
    }
    assert.deepEqual(await intake.stored(), []);
  });

  it('does not read what a stranger sends: the answer comes before the body', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake, { isOpenToThisMachine: false });
    const request = httpRequest(`${url}/api/emails`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'content-length': MAX_MESSAGE_BYTES },
    });
    request.on('error', () => {});
    request.write('From: a@b.example\r\n');
    const [response] = await once(request, 'response');
    request.destroy();
    assert.equal(response.statusCode, 401);
  });

  it('refuses what a page of another site sends', async (t) => {
    const url = await startApp(t, await createTestIntake(t));
    const response = await fetch(`${url}/process-email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify(email),
    });
    assert.deepEqual((await refusal(response)).slice(0, 2), [403, 'cross_site']);
  });

  it('hole: 202 only after the model had answered', async (t) => {
    // Nothing reads the mail here, and the answer comes all the same, for what is committed.
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const answer = await accepted(await postJson(url, email));
    const [row] = await intake.stored();
    assert.deepEqual(
      [answer.execution_id, answer.email_id, answer.status],
      [row?.executionId, row?.emailId, 'pending'],
    );
    assert.ok(Math.abs(Date.parse(answer.started_at) - Date.now()) < 60_000);
    assert.deepEqual([row?.mailbox, row?.source, row?.jobs], ['api', 'json', 1]);
    assert.deepEqual([row?.sender, row?.recipient], ['ann@vendor.example', 'desk@hotel.example']);
  });

  it('does not say 202 for what was not committed', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    await intake.database.pool.query('alter table executions rename to executions_away');
    const [status, code, detail] = await refusal(await postJson(url, email));
    assert.deepEqual([status, code], [500, 'internal']);
    assert.doesNotMatch(detail, /executions|relation/);
    assert.deepEqual((await intake.database.pool.query('select 1 from emails')).rows, []);
  });

  it('hole: attachments never reached vision', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const content = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10, 46, 13, 10]);
    await accepted(
      await postJson(url, {
        ...email,
        attachments: [
          {
            filename: 'Rechnung März.pdf',
            content_type: 'application/pdf',
            content: content.toString('base64'),
          },
        ],
      }),
    );
    const [row] = await intake.stored();
    const message = await PostalMime.parse(row?.raw ?? '');
    const [attachment] = message.attachments;
    assert.equal(attachment?.filename, 'Rechnung März.pdf');
    assert.equal(attachment?.mimeType, 'application/pdf');
    assert.ok(Buffer.from(attachment?.content as ArrayBuffer).equals(content));
    assert.equal(message.text?.trim(), email.body);
  });

  it('hole: no dedupe', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const sameEach: unknown[][] = [
      [email, { ...email, unknown_field: 1 }],
      [
        { ...email, id: '<7@client>' },
        { ...email, id: '7@client', body: 'changed' },
      ],
      [
        { ...email, headers: { 'Message-ID': '<8@v>', 'X-A': 'b' } },
        { ...email, headers: { 'message-id': '<8@v>' } },
      ],
    ];
    for (const [one, other] of sameEach) {
      const [first, second] = await Promise.all([postJson(url, one), postJson(url, other)]);
      const [a, b] = [await accepted(first), await accepted(second)];
      assert.deepEqual(
        [a.execution_id, a.email_id, a.started_at],
        [b.execution_id, b.email_id, b.started_at],
      );
    }
    assert.equal((await intake.stored()).length, 3);
    await accepted(await postJson(url, { ...email, body: 'Another.' }));
    assert.equal((await intake.stored()).length, 4);
    const raw = testMessage({ 'Message-ID': '<8@v>' });
    await accepted(await postRaw(url, raw));
    assert.equal((await intake.stored()).length, 4, 'the same by both routes');
  });

  it('writes a message that says what the request said and no more', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const headers = {
      'Reply-To': 'eve@evil.example',
      References: '<1@v> <2@v>',
      'X-Hostile': 'a\r\nBcc: eve@evil.example\r\n\r\nbody',
      'Content-Type': 'text/html; charset=utf-8',
      From: 'other@evil.example',
      'MIME-Version': '2.0',
    };
    await accepted(await postJson(url, { ...email, subject: 'Grüße', body: '<p>Hi</p>', headers }));
    await accepted(await postJson(url, { ...email, received_at: '2026-11-20T10:00:00' }));
    const [first, second] = await intake.stored();
    const message = await PostalMime.parse(first?.raw ?? '');
    const names = message.headers.map(({ key }) => key).sort();
    assert.deepEqual(names, [
      'content-transfer-encoding',
      'content-type',
      'from',
      'mime-version',
      'references',
      'reply-to',
      'subject',
      'to',
      'x-hostile',
    ]);
    assert.deepEqual([message.subject, message.html?.trim()], ['Grüße', '<p>Hi</p>']);
    assert.equal(message.from?.address, 'ann@vendor.example');
    assert.equal((await PostalMime.parse(second?.raw ?? '')).date, '2026-11-20T10:00:00.000Z');
    const { rows } = await intake.database.pool.query(
      'select sent_at, thread_key from emails order by accepted_at',
    );
    assert.deepEqual(rows[0], { sent_at: null, thread_key: '1@v' });
    assert.deepEqual(rows[1].sent_at, new Date('2026-11-20T10:00:00Z'));
  });

  it('refuses a sender who is not allowed and a message that is too large', async (t) => {
    const intake = await createTestIntake(t, { blockedSenders: ['vendor.example'] });
    const url = await startApp(t, intake);
    assert.deepEqual((await refusal(await postJson(url, email))).slice(0, 2), [
      422,
      'sender_not_allowed',
    ]);
    const content = 'A'.repeat(MAX_MESSAGE_BYTES);
    const sender = 'ann@fine.example';
    const large = { ...email, sender, attachments: [{ filename: 'a', content }] };
    assert.deepEqual((await refusal(await postJson(url, large))).slice(0, 2), [
      413,
      'mail_too_large',
    ]);
    const larger = { ...large, body: content };
    assert.deepEqual((await refusal(await postJson(url, larger))).slice(0, 2), [
      413,
      'mail_too_large',
    ]);
    assert.deepEqual(await intake.stored(), []);
  });
});

describe('POST /api/emails', () => {
  it('takes a raw message byte for byte and answers like /process-email', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const raw = testMessage({}, 'Bytes: \u0000 ü');
    const answer = await accepted(await postRaw(url, raw));
    const [row] = await intake.stored();
    assert.deepEqual([row?.emailId, row?.source], [answer.email_id, 'upload']);
    assert.ok(row?.raw.equals(raw));
  });

  it('refuses other kinds of body, empty ones and large ones', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const refused: [Response, number, string][] = [
      [await postRaw(url, 'x', 'text/plain'), 415, 'unsupported_media_type'],
      [await postRaw(url, '{}', 'application/json'), 415, 'unsupported_media_type'],
      [await postRaw(url, ' \r\n'), 400, 'invalid_request'],
      [await postRaw(url, Buffer.alloc(MAX_MESSAGE_BYTES + 1, 'x')), 413, 'mail_too_large'],
      [await postRaw(url, 'x', 'multipart/form-data'), 400, 'invalid_request'],
      [
        await postRaw(url, '--b\r\nContent-Disp', 'multipart/form-data; boundary=b'),
        400,
        'invalid_request',
      ],
      [
        await postRaw(
          url,
          '--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nFrom: a',
          'multipart/form-data; boundary=b',
        ),
        400,
        'invalid_request',
      ],
      [await postFiles(url, []), 400, 'invalid_request'],
    ];
    for (const [response, status, code] of refused) {
      assert.deepEqual((await refusal(response)).slice(0, 2), [status, code]);
    }
    assert.deepEqual(await intake.stored(), []);
  });

  it('takes every file of an upload and says of each what became of it', async (t) => {
    const intake = await createTestIntake(t, { blockedSenders: ['evil.example'] });
    const url = await startApp(t, intake);
    const one = testMessage();
    const two = testMessage({ 'Message-ID': '<2@v>' });
    const response = await postFiles(url, [
      ['one.eml', one],
      ['again.eml', one],
      ['bad.eml', testMessage({ From: 'eve@evil.example' })],
      ['empty.eml', Buffer.alloc(0)],
      ['large.eml', Buffer.alloc(MAX_MESSAGE_BYTES + 1, 'x')],
      ['../zwei ü.eml', two],
    ]);
    assert.equal(response.status, 202);
    const { emails } = (await response.json()) as { emails: Record<string, string>[] };
    const rows = await intake.stored();
    assert.deepEqual(
      emails.map(({ status, code, email_id }) => code ?? `${status} ${email_id}`),
      [
        `pending ${rows[0]?.emailId}`,
        `pending ${rows[0]?.emailId}`,
        'sender_not_allowed',
        'invalid_request',
        'mail_too_large',
        `pending ${rows[1]?.emailId}`,
      ],
    );
    assert.equal(emails[0]?.filename, 'one.eml');
    assert.deepEqual(
      rows.map(({ raw }) => raw.toString()),
      [one.toString(), two.toString()],
    );
  });

  it('an upload of which nothing is taken is refused', async (t) => {
    const intake = await createTestIntake(t, { blockedSenders: ['vendor.example'] });
    const url = await startApp(t, intake);
    const response = await postFiles(url, [
      ['a.eml', testMessage()],
      ['b.eml', Buffer.alloc(0)],
    ]);
    assert.deepEqual((await refusal(response)).slice(0, 2), [422, 'sender_not_allowed']);
  });

  it('refuses more files than it reads at once; those before are taken and known again', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const files = Array.from({ length: 51 }, (_, i): [string, Buffer] => [
      `${i}.eml`,
      testMessage({ 'Message-ID': `<${i}@v>` }),
    ]);
    const [status, code] = await refusal(await postFiles(url, files));
    assert.deepEqual([status, code], [400, 'invalid_request']);
    const response = await postFiles(url, files.slice(0, 50));
    assert.equal(response.status, 202);
    assert.equal((await intake.stored()).length, 50);
  });

  it('a client that leaves in the middle of an upload leaves nothing half', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const request = httpRequest(`${url}/api/emails`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    request.on('error', () => {});
    const part = (id: string) =>
      `--b\r\nContent-Disposition: form-data; name="f"; filename="${id}.eml"\r\n\r\n${testMessage({ 'Message-ID': `<${id}@v>` })}`;
    request.write(`${part('1')}\r\n${part('2')}`);
    for (;;) {
      if ((await intake.stored()).length > 0) break;
    }
    request.destroy();
    await accepted(await postRaw(url, testMessage({ 'Message-ID': '<3@v>' })));
    const keys = (await intake.stored()).map(({ messageKey }) => messageKey);
    assert.deepEqual(keys, ['1@v', '3@v']);
  });

  it('does not hold more than a few messages in memory at the same time', async (t) => {
    const intake = await createTestIntake(t);
    let letGo = () => {};
    const isFree = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let waiting = 0;
    const url = await startApp(t, intake, {
      accept: async (mail) => {
        waiting += 1;
        await isFree;
        return await intake.accept(mail);
      },
    });
    // Of a length that is not told: each may become the largest there is.
    const first = Array.from({ length: 8 }, (_, i) =>
      fetch(`${url}/api/emails`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822' },
        body: new Blob([testMessage({ 'Message-ID': `<${i}@v>` })]).stream(),
        duplex: 'half',
      }),
    );
    while (waiting < 8) await new Promise(setImmediate);
    const [status, code] = await refusal(await postRaw(url, testMessage()));
    assert.deepEqual([status, code], [503, 'unavailable']);
    letGo();
    for (const response of first) await accepted(await response);
    await accepted(await postRaw(url, testMessage()));
  });

  it('takes fifty small messages at the same time, one of them by two routes', async (t) => {
    const intake = await createTestIntake(t);
    const url = await startApp(t, intake);
    const same = { ...email, headers: { 'Message-ID': '<0@v>' } };
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 === 0 ? postJson(url, same) : postRaw(url, testMessage({ 'Message-ID': '<0@v>' })),
      ),
    );
    const ids = new Set<string>();
    for (const response of responses) ids.add((await accepted(response)).execution_id);
    assert.equal(ids.size, 1);
    assert.equal((await intake.stored()).length, 1);
  });

  it('clients that leave while it is asked who they are take no place for ever', async (t) => {
    const intake = await createTestIntake(t);
    let asked = 0;
    let ended = 0;
    const answers = Promise.withResolvers<void>();
    const staff: StaffAccess = {
      staffFor: async (request) => {
        asked += 1;
        request.raw.socket.once('close', () => (ended += 1));
        if (asked <= 8) await answers.promise;
        return { userId: 'ann', role: 'staff' };
      },
    };
    const url = await startApp(t, intake, { staff });
    const requests = Array.from({ length: 8 }, () =>
      httpRequest(`${url}/api/emails`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822' },
      }),
    );
    for (const request of requests) {
      request.on('error', () => {});
      request.write('From: ');
    }
    while (asked < 8) await new Promise(setImmediate);
    for (const request of requests) request.destroy();
    while (ended < 8) await new Promise(setImmediate);
    answers.resolve();
    await accepted(await postRaw(url, testMessage()));
  });
});
