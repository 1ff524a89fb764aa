import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvelope } from './read-envelope.ts';
import { rawMail } from './test-mail.ts';

test('header bombs take a few milliseconds of the main thread', async () => {
  const bombs = [
    'X: y\r\n'.repeat(100_000),
    `X: ${'y'.repeat(5_000_000)}`,
    'y'.repeat(5_000_000),
    `From: ${'<a@b>,'.repeat(100_000)}`,
    'To: "a" <a@b>, c@d\r\n'.repeat(20_000),
    'From: =?utf-8?q?a?= <a@b>\r\n'.repeat(5_000),
    `Subject: ${'=?utf-8?q?a?= '.repeat(50_000)}`,
    `To: ${'a:'.repeat(50_000)}`,
    `From: ${'('.repeat(100_000)}`,
    `From: ${'"'.repeat(100_000)}`,
    `Content-Type: ${'a;b=('.repeat(20_000)}`,
    `References: ${'<a@b> '.repeat(50_000)}`,
    `Subject: a${' '.repeat(60_000)}b`,
  ].map((header) => rawMail(header, '', 'body'));
  for (const raw of bombs) await readEnvelope(raw);
  for (const [index, raw] of bombs.entries()) {
    const before = process.cpuUsage();
    await readEnvelope(raw);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 80_000, `bomb ${index} took ${user + system} microseconds`);
  }
});

test('a header without anything in it gives an empty envelope', async () => {
  assert.deepEqual(await readEnvelope(rawMail('', '', 'body')), {
    messageId: null,
    from: { name: '', address: '' },
    replyTo: null,
    to: [],
    cc: [],
    subject: '',
    sentAt: null,
    inReplyTo: null,
    references: [],
    headers: {},
  });
});

test('a bad Date header is null', async () => {
  const { sentAt } = await readEnvelope(rawMail('Date: sometime in 2025', '', ''));
  assert.equal(sentAt, null);
});

test('the fields of a header are decoded, cleaned and told apart', async () => {
  const envelope = await readEnvelope(
    rawMail(
      'From: =?utf-8?B?QW7DoQ==?= Ruiz <Ana@Bakery.Example>',
      'Reply-To: billing@other.example',
      'To: Team: a@x.example, "B, C" <b@x.example>;, c@x.example',
      'Cc: d@x.example',
      'Subject: =?iso-8859-1?q?Caf=E9?= =?utf-8?q?_=E2=80=AEbill?=',
      'Date: Mon, 3 Nov 2025 10:00:00 +0100',
      'Message-ID: <one@bakery.example>',
      'In-Reply-To: <zero@x.example>',
      'References: <first@x.example>',
      ' <zero@x.example>',
      'List-Unsubscribe: <https://x.example/u>',
      'X-Secret: not kept',
      '',
      'Subject: in the body',
    ),
  );
  assert.deepEqual(envelope, {
    messageId: 'one@bakery.example',
    from: { name: 'Aná Ruiz', address: 'ana@bakery.example' },
    replyTo: { name: '', address: 'billing@other.example' },
    to: [
      { name: '', address: 'a@x.example' },
      { name: 'B, C', address: 'b@x.example' },
      { name: '', address: 'c@x.example' },
    ],
    cc: [{ name: '', address: 'd@x.example' }],
    subject: 'Café bill',
    sentAt: new Date('2025-11-03T09:00:00Z'),
    inReplyTo: 'zero@x.example',
    references: ['first@x.example', 'zero@x.example'],
    headers: {
      from: ['=?utf-8?B?QW7DoQ==?= Ruiz <Ana@Bakery.Example>'],
      'reply-to': ['billing@other.example'],
      date: ['Mon, 3 Nov 2025 10:00:00 +0100'],
      'list-unsubscribe': ['<https://x.example/u>'],
    },
  });
});

test('raw 8-bit headers of old programs are read as their code page', async () => {
  const raw = Buffer.from('Subject: Caf\xe9\r\n\r\n', 'latin1');
  assert.equal((await readEnvelope(raw)).subject, 'Café');
});

test('a header longer than the limit keeps what stands before it', async () => {
  const raw = rawMail('From: a@b.example', 'Subject: kept', `X: ${'y'.repeat(200_000)}`, '', '');
  const { from, subject } = await readEnvelope(raw);
  assert.deepEqual([from.address, subject], ['a@b.example', 'kept']);
});
