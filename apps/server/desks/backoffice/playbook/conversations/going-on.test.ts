import { test } from 'node:test';
import { check, type Results, startConversation } from './conversation-driver.ts';
import { BUSY, EMAILS } from './test-results.ts';

type Line = Parameters<typeof check>[1];

function conversation(name: string, lines: readonly Line[], results: Results = {}): void {
  test(name, async () => {
    const talk = startConversation({ results });
    for (const line of lines) await check(talk, line);
  });
}

const [LINEN, FIRE, LATE] = EMAILS as readonly [
  (typeof EMAILS)[number],
  (typeof EMAILS)[number],
  (typeof EMAILS)[number],
];
const OLD = { ...LATE, ref: '[email:e00000000009]', received_at: '2026-11-01T10:00:00Z' };
const mailOf = (email: (typeof EMAILS)[number], text: string) => ({
  ...BUSY.get_email,
  ...email,
  text,
  summary: null,
  tasks: BUSY.list_tasks.tasks.filter(({ email_ref }) => email_ref === email.ref),
  deadlines: [],
  review: null,
});

/** Mails that differ: an order with its price, an inspection, a complaint and an earlier one. */
const MAILS: Results = {
  get_email: ({ id }) => {
    if (id === LATE.ref)
      return mailOf(LATE, 'I waited two hours. Refund it by Friday, November 27.');
    if (id === OLD.ref) return mailOf(OLD, 'Do you take surfboards?');
    if (id === LINEN.ref || id === '[task:d00000000001]') {
      return {
        ...mailOf(LINEN, 'Order 5512. Total: 412.50 dollars. A second delivery costs 60 dollars.'),
        summary:
          'An invoice from "Hamptons Linen" (vendor) about "Linen order 5512", urgency 40 of 100. Found in it: the invoice "5512" for 412.5 USD, due 2026-12-13; 1 task.',
      };
    }
    return BUSY.get_email;
  },
  search_emails: ({ query }) => ({
    ...BUSY.search_emails,
    query: String(query),
    total: 2,
    emails: /ann/i.test(String(query)) ? [LATE, OLD] : [LINEN, FIRE],
  }),
};

conversation(
  'one thing about the mail spoken of is said without its name',
  [
    { says: 'emails today' },
    { says: 'the first one' },
    { says: 'how much is it?', answers: ['412.50 USD', 'Total: 412.50 dollars'] },
    { says: 'and how much is that in total', answers: ['412.50 USD'] },
    { says: "what's the amount?", calls: ['get_email {"id":"[email:e00000000001]"}'] },
    { says: 'what would a second delivery cost?', answers: ['60 dollars'] },
    { says: 'from which address did it come?', answers: ['mail@hamptonslinen.com'] },
    { says: 'and what is its risk?', answers: ['its risk is low'] },
    { says: 'to whom was it sent', answers: ['office@example.com'] },
    { says: 'who has to pay it?', answers: ['assigned to Maria Lopez'] },
    { says: 'paid already?', answers: [/can't tell whether .* was paid/] },
  ],
  MAILS,
);

conversation(
  'a question of its own is not about the mail spoken of',
  [
    { says: 'emails today' },
    { says: 'the first one' },
    {
      says: 'how much mail came in yesterday?',
      calls: ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'],
    },
    { says: 'the first one' },
    {
      says: 'what tasks are due this week?',
      calls: ['list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22"}'],
    },
    { says: 'how are the agents doing', calls: ['agent_performance {}'] },
    {
      says: 'what happened with the fire inspection email?',
      calls: [
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
    },
    { says: 'when is what due?', never: [/Linen order/] },
  ],
  MAILS,
);

conversation(
  'what a list has is known by its words, and by who sent it',
  [
    { says: 'emails today' },
    {
      says: 'the one from Ann, what does she say?',
      calls: ['get_email {"id":"[email:e00000000003]"}'],
    },
    { says: 'by when does she want it?', answers: ['by Friday, November 27'] },
    { says: 'what about the linen one', calls: ['get_email {"id":"[email:e00000000001]"}'] },
    { says: 'the one about the inspection', calls: ['get_email {"id":"[email:e00000000002]"}'] },
    { says: 'what does Ann want?', calls: ['get_email {"id":"[email:e00000000003]"}'] },
    {
      says: 'back to the linen order, how much was it?',
      calls: ['get_email {"id":"[email:e00000000001]"}'],
    },
  ],
  MAILS,
);

conversation(
  'other mails of the same sender',
  [
    { says: 'emails today' },
    { says: 'the third one' },
    { says: 'did she write before?', calls: ['search_emails {"query":"Ann Lee"}'] },
    {
      says: 'when did she write the first time?',
      calls: [
        'search_emails {"limit":50,"query":"Ann Lee"}',
        'get_email {"id":"[email:e00000000009]"}',
      ],
    },
    {
      says: 'what does her last mail say?',
      calls: [
        'search_emails {"limit":50,"query":"Ann Lee"}',
        'get_email {"id":"[email:e00000000003]"}',
      ],
      answers: ['two hours'],
    },
    { says: 'what else did she write?', calls: ['search_emails {"query":"Ann Lee"}'] },
    { says: 'any other mails from the same sender?', calls: ['search_emails {"query":"Ann Lee"}'] },
  ],
  MAILS,
);

conversation('a vendor told of is "they"', [
  { says: 'do we have patterns with vendor emails' },
  { says: 'what about Hamptons Linen?' },
  {
    says: 'what was the last mail they sent?',
    calls: [
      'search_emails {"limit":50,"query":"hamptons linen"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
  },
  { says: 'how reliable are they?', calls: ['vendor_history {"vendor":"Hamptons Linen"}'] },
  { says: 'show me their mails', calls: ['search_emails {"query":"Hamptons Linen"}'] },
]);

conversation('a list is gone back to, and its rows are pointed at by their kind', [
  { says: 'what tasks are due this week' },
  { says: 'only the urgent ones' },
  { says: 'emails yesterday' },
  { says: 'the second one', calls: ['get_email {"id":"[email:e00000000002]"}'] },
  { says: 'and the third task?', calls: ['get_email {"id":"[task:d00000000003]"}'] },
  {
    says: 'ok, back to the tasks',
    calls: ['list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22","priority":["urgent"]}'],
  },
  {
    says: "which of them are Maria's?",
    calls: [
      'list_tasks {"assignee":"Maria","due_from":"2026-11-16","due_to":"2026-11-22","priority":["urgent"]}',
    ],
  },
]);

conversation('after a look at one mail the list goes on', [
  { says: 'what tasks are due this week' },
  { says: 'what happened with the fire inspection email?' },
  { says: 'and next week?', calls: ['list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29"}'] },
]);

conversation('agents are asked about one after the other', [
  { says: 'how are the agents doing' },
  { says: 'and vision only?', calls: ['agent_performance {"agent":"vision"}'] },
  { says: 'how many times did it run?', calls: ['agent_performance {"agent":"vision"}'] },
  { says: 'which one is the slowest?', calls: ['agent_performance {}'] },
]);

conversation('with nothing before it, what is meant is asked for', [
  { says: 'emails today' },
  { says: 'by when?', calls: [], answers: [/Which one do you mean/] },
  { says: 'the other one', calls: [], answers: [/Which one do you mean/] },
]);

conversation(
  'the other of two',
  [
    { says: 'emails today' },
    { says: 'the first one', calls: ['get_email {"id":"[email:e00000000001]"}'] },
    { says: 'and the other one?', calls: ['get_email {"id":"[email:e00000000003]"}'] },
  ],
  {
    ...MAILS,
    list_emails: { ...BUSY.list_emails, total: 2, next_cursor: null, emails: [LINEN, LATE] },
  },
);

for (const [typed, call] of [
  [
    'wich ones are form vendors',
    'list_emails {"category":"vendor","from":"2026-11-22","to":"2026-11-22"}',
  ],
  ['waht about the secnod one', 'get_email {"id":"[email:e00000000002]"}'],
  ['whta does the mail form ann say', 'get_email {"id":"[email:e00000000003]"}'],
  ['show me teh tihrd one', 'get_email {"id":"[email:e00000000003]"}'],
] as const) {
  conversation(`"${typed}"`, [{ says: 'emails today' }, { says: typed, calls: [call] }], MAILS);
}

conversation('a form is a form', [
  {
    says: 'find the mail about the renewal form',
    calls: ['search_emails {"query":"renewal form"}', 'get_email {"id":"[email:e00000000002]"}'],
  },
]);

conversation('what is listed first by its day, and who has it', [
  { says: 'what tasks are due this week' },
  {
    says: 'who has the first one?',
    calls: ['get_email {"id":"[task:d00000000001]"}'],
    answers: [/assigned to/],
  },
  { says: 'thanks, and what about number 2', calls: ['get_email {"id":"[task:d00000000002]"}'] },
  { says: 'and the due date?', answers: ['due Wednesday, November 25'] },
]);

conversation('all of them, after only some', [
  { says: 'failed executions' },
  {
    says: "only today's",
    calls: ['list_executions {"from":"2026-11-22","status":"failed","to":"2026-11-22"}'],
  },
  { says: 'no, all of them', calls: ['list_executions {"status":"failed"}'] },
]);

conversation(
  'what somebody wrote in other days',
  [
    { says: 'emails today' },
    { says: 'what does Ann say?' },
    {
      says: 'what did she write last week?',
      calls: ['search_emails {"from":"2026-11-09","query":"Ann Lee","to":"2026-11-15"}'],
    },
    {
      says: 'did she write about the surfboards?',
      calls: [
        'search_emails {"query":"Ann Lee surfboards"}',
        'get_email {"id":"[email:e00000000003]"}',
        'get_email {"id":"[email:e00000000009]"}',
      ],
    },
  ],
  MAILS,
);

conversation('which mails came from vendors lists mails', [
  {
    says: 'which emails came from vendors yesterday?',
    calls: ['list_emails {"category":"vendor","from":"2026-11-21","to":"2026-11-21"}'],
  },
  { says: 'which vendors send us the most mails?', calls: ['vendor_history {}'] },
]);
