import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import type { ToolResults } from '../../tools/tool-results.ts';
import { hear } from '../hear.ts';
import { createMemory, type KnownRecord, type Memory } from '../memory.ts';
import { withLeadingVerb } from '../understand/normalize/leading-verb.ts';
import { check, startConversation } from './conversation-driver.ts';

// Tuesday, December 1, 2026, 10 AM in New York.
const now = localTime(new Date('2026-12-01T15:00:00Z'), 'America/New_York');

/** One mail told of by itself. */
function telling(ref: string, record: KnownRecord): Memory {
  const memory = createMemory(now);
  memory.records.set(ref, { said: record.subject ?? '', ...record });
  memory.focus = ref;
  memory.recent = [ref];
  memory.query = { topic: 'find', words: 'it' };
  return memory;
}

/** Records listed, and none told of by itself. */
function listing(words: string, records: Readonly<Record<string, KnownRecord>>): Memory {
  const memory = createMemory(now);
  memory.rows = Object.entries(records).map(([ref, record], index) => {
    memory.records.set(ref, { said: record.subject ?? '', ...record });
    return { number: index + 1, ref, name: record.subject ?? '' };
  });
  const isOfMail = memory.rows[0]?.ref?.startsWith('[email:');
  memory.query = isOfMail ? { topic: 'find', words, isList: true } : { topic: 'tasks' };
  memory.lists.set(isOfMail ? 'emails' : 'tasks', memory.rows);
  return memory;
}

function asked(message: string, memory: Memory) {
  hear(memory, message, now);
  const [goal, another] = memory.heard.goals;
  assert.equal(another, undefined, message);
  assert.ok(goal?.kind === 'query', `${message}: ${JSON.stringify(goal)}`);
  return goal.query;
}

const GATE = '[email:a00000000001]';
const gate = (): Memory =>
  telling(GATE, { subject: 'New gate codes', senderName: 'Peconic Storage Partners' });

for (const message of [
  "what's the body say",
  'read me the text',
  'full text please',
  'the exact wording?',
  'show the message body',
  'can i see the full message',
  'whats the wording of the text',
  'and the contents?',
  'what was written in the body',
  'boddy?',
]) {
  test(`the wording of the mail in view is asked for by a noun alone: "${message}"`, () => {
    const query = asked(message, gate());
    assert.equal(query.topic, 'record');
    assert.equal(query.ref, GATE);
    assert.equal(query.facet, 'text');
  });
}

test('a text to somebody, or the text of something named, is not the wording of the mail in view', () => {
  hear(gate(), 'text me when it comes', now);
  const memory = gate();
  hear(memory, 'text me the codes', now);
  assert.ok(memory.heard.goals.every((goal) => goal.kind !== 'query' || goal.query.ref !== GATE));
  assert.equal(asked('find the text about the brake recall', gate()).topic, 'find');
});

const DENTS: Readonly<Record<string, KnownRecord>> = {
  '[email:b00000000001]': {
    subject: 'Re: Dent in van 2',
    senderName: 'Tom Becker',
    receivedAt: '2026-11-19T01:30:00Z',
  },
  '[email:b00000000002]': {
    subject: 'Dent in van 2',
    senderName: 'Jo Rivera',
    receivedAt: '2026-11-19T00:05:00Z',
  },
  '[email:b00000000003]': {
    subject: 'Quote for van 2',
    senderName: 'Montauk Highway Garage',
    receivedAt: '2026-11-18T23:20:00Z',
  },
};

for (const [message, ref] of [
  ['who reported it', '[email:b00000000002]'],
  ['who told us about that', '[email:b00000000002]'],
  ['who was it that flagged this?', '[email:b00000000002]'],
  ['and who raised it first', '[email:b00000000002]'],
  ['who brought that up?', '[email:b00000000002]'],
  ['who was first?', '[email:b00000000003]'],
] as const) {
  test(`who told of what was searched for: "${message}"`, () => {
    const query = asked(message, listing('dent', DENTS));
    assert.equal(query.ref, ref);
    assert.equal(query.facet, 'sender');
  });
}

test('who told of the mail in view sent it; of an answer, the first mail of its name', () => {
  const first = asked('who brought it up first?', gate());
  assert.equal(first.ref, GATE);
  assert.equal(first.facet, 'sender');
  const answer = telling(GATE, { subject: 'Re: Dent in van 2', senderName: 'Tom Becker' });
  const found = asked('who flagged that?', answer);
  assert.equal(found.pick, 'oldest');
  assert.equal(found.words, 'dent van 2');
  const own = asked('who wrote this?', telling(GATE, { subject: 'Re: Dent in van 2' }));
  assert.equal(own.ref, GATE);
});

const TASKS: Readonly<Record<string, KnownRecord>> = {
  '[task:c00000000001]': { subject: 'Pay invoice 2231', emailRef: '[email:d00000000001]' },
  '[task:c00000000002]': { subject: 'Deliver the piano', emailRef: '[email:d00000000002]' },
  '[task:c00000000003]': { subject: 'Empty the storage', emailRef: '[email:d00000000003]' },
};

for (const [message, ref] of [
  ['tel me about the invoice one', '[task:c00000000001]'],
  ['sho me more on the piano one', '[task:c00000000002]'],
  ['opn the storage one', '[task:c00000000003]'],
  ['giv me the piano one', '[task:c00000000002]'],
] as const) {
  test(`a listed task is picked behind a misspelt verb: "${message}"`, () => {
    assert.equal(asked(message, listing('', TASKS)).ref, ref);
  });
}

test('only a verb that begins a request is put right', () => {
  for (const text of ['red me the mail', 'opne that one', 'can you tel me more']) {
    assert.notEqual(withLeadingVerb(text), text);
  }
  for (const text of ['red the', 'lit the fire', 'tel aviv order', 'send me the tel number']) {
    assert.equal(withLeadingVerb(text), text);
  }
});

const INVOICE = '[email:e00000000001]';
const invoice = (): Memory =>
  telling(INVOICE, { subject: 'Invoice 5102 for order 77381', senderName: 'BoxRight Supplies' });

for (const message of [
  "what's the number of that order",
  'number on this invoice?',
  'order id for that shipment',
  'and the invoice number of that order?',
]) {
  test(`the number of a thing is in the mail in view: "${message}"`, () => {
    const query = asked(message, invoice());
    assert.equal(query.topic, 'record');
    assert.equal(query.ref, INVOICE);
  });
}

test('another mail with the same number is looked for by the number of what is named', () => {
  for (const [message, words] of [
    ['and the real invoice with that number, when did it come?', '5102'],
    ['show me the other mail with that order number', '77381'],
  ] as const) {
    const query = asked(message, invoice());
    assert.equal(query.pick, 'other', message);
    assert.equal(query.words, words, message);
  }
});

const vendorTold = (vendor: string): Memory => {
  const memory = createMemory(now);
  memory.query = { topic: 'vendors', vendor };
  return memory;
};

for (const [message, trouble] of [
  ['did anything of theirs arrive broken', 'broken'],
  ['have they ever been late?', 'late'],
  ['have they ever delivered late', 'late'],
  ['was one of their invoices wrong', 'wrong'],
  ['and did they ever overcharge us?', 'wrong'],
  ['was anything of theirs disputed?', 'disputed'],
  ['has anything been missing', 'missing'],
  ['has there been any trouble with them', 'any'],
  ['did anything of theirs go wrong?', 'any'],
  ['was there any trouble with their invoices', 'wrong'],
  ['any problems with their deliveries?', 'late'],
  ['have they ever failed to deliver', 'late'],
  ['did they ever bill us wrongly', 'wrong'],
] as const) {
  test(`whether something of a vendor went badly is asked of its history: "${message}"`, () => {
    const query = asked(message, vendorTold('BoxRight'));
    assert.equal(query.topic, 'vendors');
    assert.equal(query.vendor, 'BoxRight');
    assert.equal(query.trouble, trouble);
  });
}

test('what is late among tasks, and what names another thing, is nothing of the vendor told of', () => {
  for (const message of [
    'any issues today?',
    'is anything late today?',
    'are any tasks overdue?',
    'was the driver late for the dumonts?',
  ]) {
    const memory = vendorTold('BoxRight');
    hear(memory, message, now);
    const [goal] = memory.heard.goals;
    assert.ok(goal?.kind !== 'query' || goal.query.trouble === undefined, message);
  }
});

test('what is not told of a vendor anywhere is said to be nowhere, and what is told is listed', async () => {
  const talk = startConversation({
    results: {
      vendor_history: {
        days: { from: '2026-10-24', to: '2026-11-22' },
        vendor_mails: 9,
        vendors: [
          {
            name: 'BoxRight Supplies',
            mails: 2,
            last_seen_at: '2026-11-19T21:10:00Z',
            reliability: { rating: 'insufficient_data', score: null, events: 1 },
          },
        ],
        detail: {
          kept: {},
          broken: { delivery: 1 },
          recent_events: [
            {
              kind: 'delivery',
              is_kept: false,
              detail: 'The mail says "delayed".',
              at: '2026-11-19T21:10:00Z',
            },
          ],
          invoices: { count: 0, total_by_currency: [] },
          emails: [],
        },
      } as unknown as ToolResults['vendor_history'],
      search_emails: (input) =>
        ({ query: String(input.query), total: 0, emails: [], next_cursor: null }) as never,
    },
  });
  await check(talk, { says: 'how reliable is BoxRight?' });
  await check(talk, {
    says: 'have they ever been late?',
    calls: ['vendor_history {"vendor":"BoxRight"}'],
    answers: [/^Yes/, 'The mail says "delayed"'],
  });
  await check(talk, {
    says: 'did anything of theirs arrive broken?',
    answers: [/^Nothing that was observed of/, 'delivery (1)'],
    never: [/^Yes/],
  });
});

const VAN: Readonly<Record<string, KnownRecord>> = {
  '[email:c10000000001]': { subject: 'Tires', senderName: 'Ocean Road Garage' },
  '[email:c10000000002]': {
    subject: 'Re: Scratch on the door',
    senderName: 'Luis Ortega',
    receivedAt: '2026-11-20T12:00:00Z',
  },
  '[email:c10000000003]': {
    subject: 'Scratch on the door',
    senderName: 'Maria Alvarez',
    receivedAt: '2026-11-19T12:00:00Z',
  },
  '[email:c10000000004]': {
    subject: 'Radio silent',
    senderName: 'Luis Ortega',
    receivedAt: '2026-11-10T12:00:00Z',
  },
};

for (const message of [
  'not the ones from the garage, the others',
  'without those from the garage',
  'skip the garage ones please',
  'everything but the garage',
  "which of them aren't from the garage?",
  "leave out the garage's",
]) {
  test(`mails shown without those of a sender: "${message}"`, () => {
    const query = asked(message, listing('door', VAN));
    assert.deepEqual(query.notFrom, ['garage']);
    assert.deepEqual([query.topic, query.words], ['find', 'door']);
  });
}

test('several senders are left out one after the other, and none who sent nothing', () => {
  const memory = listing('door', VAN);
  asked('not those from the garage', memory);
  assert.deepEqual(asked("and not Maria's", memory).notFrom, ['garage', 'maria']);
  assert.equal(asked('not those from the landlord', listing('door', VAN)).notFrom, undefined);
});

test('of a letter and its answers the letter tells what happened', () => {
  assert.equal(asked('who made the scratch?', listing('door', VAN)).ref, '[email:c10000000003]');
});

for (const [message, ref] of [
  ["what's wrong with the radio?", '[email:c10000000004]'],
  ['what is the matter with the radio', '[email:c10000000004]'],
  ["what's wrong with it?", '[email:c10000000002]'],
] as const) {
  test(`another row is known by its title: "${message}"`, () => {
    const memory = listing('door', VAN);
    memory.focus = '[email:c10000000002]';
    assert.equal(asked(message, memory).ref, ref);
  });
}

for (const message of [
  'what did he want originally?',
  'and what was he asking for in the beginning?',
  'what did he need from us at first?',
  'what did he write first?',
]) {
  test(`the first of their mails shown: "${message}"`, () => {
    const memory = listing('luis', VAN);
    memory.focus = '[email:c10000000002]';
    assert.equal(asked(message, memory).ref, '[email:c10000000004]');
  });
}

for (const [message, topic] of [
  ['did anybody approve anything yesterday?', 'reviews'],
  ['was anything rejected last week?', 'reviews'],
  ['did anything fail on Friday?', 'executions'],
] as const) {
  test(`a question with its own kind and days is about no mail in view: "${message}"`, () => {
    const said = { subject: 'Approve or reject', said: 'approve reject rejected fail' };
    assert.equal(asked(message, telling(GATE, said)).topic, topic);
  });
}

for (const message of [
  'when is the inspection itself?',
  'which day does the inspection take place?',
  'when does the inspection happen?',
]) {
  test(`when something takes place is looked for among the mails about it: "${message}"`, () => {
    const memory = listing('inspection', {
      '[email:d10000000001]': { subject: 'Inspection' },
      '[email:d10000000002]': { subject: 'Inspection of your unit' },
    });
    memory.focus = '[email:d10000000001]';
    const { among, sought } = asked(message, memory);
    assert.deepEqual([among?.length, sought], [2, 'event']);
  });
}
