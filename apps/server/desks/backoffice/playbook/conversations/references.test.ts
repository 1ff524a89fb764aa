import { test } from 'node:test';
import { check, type Results, startConversation } from './conversation-driver.ts';
import { BUSY, EMAILS } from './test-results.ts';

type Line = Parameters<typeof check>[1];
type Email = (typeof EMAILS)[number];

function conversation(name: string, lines: readonly Line[]): void {
  test(name, async () => {
    const talk = startConversation({ results: MAILS });
    for (const line of lines) await check(talk, line);
  });
}

const [FIRST, SECOND, THIRD] = EMAILS as readonly [Email, Email, Email];
const NOTHING_ELSE = { status: 'completed', error_message: null, execution_ref: null } as const;
const CANS: Email = {
  ...FIRST,
  ...NOTHING_ELSE,
  subject: 'Watering cans CAN-4410',
  sender: 'sales@cans.example',
  sender_name: 'Can House',
  category: 'vendor',
  risk: 'low',
  received_at: '2026-11-22T12:00:00Z',
};
const CELLO: Email = {
  ...SECOND,
  ...NOTHING_ELSE,
  subject: 'Re: My cello',
  sender: 'ida@mail.example',
  sender_name: 'Ida Brook',
  category: 'customer',
  risk: 'critical',
  received_at: '2026-11-21T12:00:00Z',
};
const CELLO_FIRST: Email = {
  ...THIRD,
  ...NOTHING_ELSE,
  subject: 'My cello',
  sender: 'ida@mail.example',
  sender_name: 'Ida Brook',
  category: 'customer',
  risk: 'low',
  received_at: '2026-11-20T12:00:00Z',
};
const TEXTS = new Map([
  [CANS.ref, 'Forty cans come to 120 dollars. They leave our shop on Monday, November 23.'],
  [CELLO.ref, 'I still wait for your answer. Please repair the case.'],
  [CELLO_FIRST.ref, 'Its case got a scratch in booking TT-1234. The repair costs 260 dollars.'],
]);
const ALL = [CANS, CELLO, CELLO_FIRST];
const MAILS: Results = {
  list_emails: { ...BUSY.list_emails, total: 3, next_cursor: null, emails: ALL },
  search_emails: ({ query }) => ({
    ...BUSY.search_emails,
    total: 2,
    emails: /can/i.test(String(query)) ? [CANS] : [CELLO, CELLO_FIRST],
  }),
  get_email: ({ id }) => {
    const email = ALL.find(({ ref }) => ref === id);
    return email === undefined
      ? undefined
      : {
          ...BUSY.get_email,
          ...email,
          text: TEXTS.get(email.ref) ?? '',
          summary: null,
          recommendations: [],
          attachments: [],
          tasks: [],
          deadlines: [],
          review: null,
        };
  },
};

const LIST: Line = { says: 'emails today' };
const read = (...emails: readonly Email[]): string[] =>
  emails.map(({ ref }) => `get_email {"id":"${ref}"}`);

for (const [says, email] of [
  ['which one is the riskiest?', CELLO],
  ['the critical one, what does it say?', CELLO],
  ['is there one with critical risk?', CELLO],
  ["what's the oldest one about?", CELLO_FIRST],
  ['and the vendor one?', CANS],
  ['open the latest one', CANS],
] as const) {
  conversation(`of those listed, "${says}"`, [LIST, { says, calls: read(email) }]);
}

for (const [says, email] of [
  ['which is the most expensive of them?', CELLO_FIRST],
  ['the bigger one, who sent it?', CELLO_FIRST],
  ['which one is the cheapest?', CANS],
] as const) {
  conversation(`amounts are read to tell "${says}"`, [
    LIST,
    { says, calls: read(...ALL), answers: [email.subject] },
  ]);
}

for (const says of ['when will they arrive?', 'for how many dollars?', 'from which shop?']) {
  conversation(`"${says}" is about the mail in view`, [
    LIST,
    { says: 'show me the first one' },
    { says, answers: ['Watering cans'], never: [/searched/] },
  ]);
}

for (const says of ['which booking does it concern?', 'how much is it?', 'what did it cost her?']) {
  conversation(`what the mail in view does not say, one beside it may: "${says}"`, [
    LIST,
    { says: 'show me the second one' },
    { says, answers: ['“My cello”', /TT-1234|260/] },
  ]);
}

conversation('a mail that is about something else has no answer for the one in view', [
  LIST,
  { says: 'show me the first one' },
  { says: 'which booking is it for?', answers: ['Watering cans'], never: [/TT-1234/] },
]);

conversation('what she wrote is the mail in view, her mail before is another one', [
  LIST,
  { says: 'show me the second one' },
  { says: 'show me what she wrote', calls: read(CELLO), answers: ['I still wait'] },
  { says: 'and what was in her mail before?', answers: ['got a scratch'] },
]);

conversation('somebody else who is asked of by name is not in view', [
  LIST,
  { says: 'show me the first one' },
  {
    says: 'what did the garage write about it?',
    answers: [/garage/i],
    never: [/^“Watering cans CAN-4410” \S+ from/],
  },
]);

test('a time span holds however many of its words are misspelt, and so do the questions after it', async () => {
  const first = startConversation();
  await check(first, {
    says: 'how mny emials came in befor tuseday',
    calls: ['list_emails {"to":"2026-11-16"}'],
  });
  await check(first, { says: 'and aftr wendsday?', calls: ['list_emails {"from":"2026-11-19"}'] });
  const second = startConversation();
  await check(second, {
    says: 'wat tasks are due nxt wek',
    calls: ['list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29"}'],
  });
  await check(second, {
    says: 'jst the urgent ones',
    calls: ['list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29","priority":["urgent"]}'],
  });
  const third = startConversation();
  await check(third, {
    says: 'mails from the fiftenth of novmber',
    calls: ['list_emails {"from":"2026-11-15","to":"2026-11-15"}'],
  });
});

test('what the mail in view mentions is looked up in it, and what it does not is told', async () => {
  const talk = startConversation();
  const [, inspection] = EMAILS;
  const calls = [`get_email {"id":"${inspection?.ref}"}`];
  await check(talk, { says: 'show me the latest emails' });
  await check(talk, { says: 'open the second one', calls });
  await check(talk, {
    says: 'does it mention a fee?',
    calls,
    answers: ['does not mention “fee”', 'We inspect unit B12 on Friday.'],
  });
  await check(talk, {
    says: 'is there a phone number in it?',
    calls,
    answers: ['does not mention “phone number”'],
  });
  await check(talk, {
    says: 'does the text say anything about unit B12?',
    calls,
    answers: ['says: “We inspect unit B12 on Friday.”'],
  });
});

test('"who are they from?" asks for the senders of the list', async () => {
  const talk = startConversation();
  await check(talk, { says: 'show me the latest emails' });
  await check(talk, {
    says: 'who are they from?',
    calls: EMAILS.map(({ ref }) => `get_email {"id":"${ref}"}`),
    answers: ['came from'],
  });
});
