import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GetEmailResult, ListReviewsResult } from '../../tools/tool-results.ts';
import { check, type Results, startConversation } from './conversation-driver.ts';
import { BUSY, EMAILS } from './test-results.ts';

type Line = Parameters<typeof check>[1];

function conversation(name: string, lines: readonly Line[], results: Results = {}): void {
  test(name, async () => {
    const talk = startConversation({ results });
    for (const line of lines) {
      await check(talk, { ...line, never: [/\bconsole\b/i, ...(line.never ?? [])] });
    }
  });
}

const [LINEN, FIRE, LATE] = EMAILS as [(typeof EMAILS)[0], (typeof EMAILS)[0], (typeof EMAILS)[0]];

/** A forged mail that waits for a decision. */
const FORGED: GetEmailResult = {
  ...BUSY.get_email,
  ...LINEN,
  ref: '[email:e00000000009]',
  execution_ref: '[execution:a00000000009]',
  subject: 'New bank details for invoice 881',
  sender: 'billing@harborvanns.example',
  sender_name: 'Harbor Vans',
  received_local: '2026-11-19 12:02',
  risk: 'critical',
  summary:
    'What looks like phishing, from "Harbor Vans" (vendor) about "New bank details", urgency 40 of 100. Found in it: 1 task; 1 coming deadline on 2026-11-19. The risk is critical: the mail looks like phishing, and 5 more reasons.',
  recommendations: ['Do not answer or pay by 2026-11-25.'],
  text: 'Our bank account has changed. Please pay today.',
  attachments: [],
  tasks: [],
  deadlines: [
    {
      ...(BUSY.get_email.deadlines[0] as GetEmailResult['deadlines'][0]),
      title: 'Please pay today',
      type: 'payment',
      date: '2026-11-19',
      time: null,
      is_over: true,
    },
  ],
  review: {
    execution_ref: '[execution:a00000000009]',
    email_ref: '[email:e00000000009]',
    subject: 'New bank details for invoice 881',
    sender: 'billing@harborvanns.example',
    risk: 'critical',
    status: 'pending',
    reasons: [
      { code: 'changed_bank_details', detail: 'The mail asks to pay into another bank account.' },
      { code: 'reply_to_mismatch', detail: '' },
    ],
    created_at: '2026-11-19T17:02:00Z',
  },
  notifications: [{ channel: 'console', status: 'shown', subject: 'Critical: New bank details' }],
};
const forged: Results = {
  search_emails: { ...BUSY.search_emails, total: 2, emails: [LINEN, FORGED] },
  get_email: ({ id }) => (id === FORGED.ref ? FORGED : BUSY.get_email),
  get_execution: {
    ...BUSY.get_execution,
    ref: '[execution:a00000000009]',
    email_ref: FORGED.ref,
    subject: FORGED.subject,
    status: 'completed',
    error_code: null,
    error_message: null,
    agents: [],
    review: FORGED.review,
  },
};

conversation(
  'whether to pay is answered with what speaks against it',
  [
    {
      says: 'should I pay the invoice 881?',
      answers: [
        /^Careful, not before somebody has checked it: “New bank details for invoice 881” \[email:e00000000009\] from Harbor Vans \(billing@harborvanns\.example\)/,
        'the mail asks to pay into another bank account; ',
        'do not answer or pay by Wed, Nov 25',
        'Also about it (2 e-mails match',
      ],
    },
    {
      says: 'why?',
      answers: [
        'is waiting for a decision, because: the mail asks to pay into another bank account',
      ],
      never: [/has not failed/],
    },
    { says: 'is it safe?', answers: [/^Careful/] },
  ],
  forged,
);

conversation(
  'a story begins with the mail, calls what has passed so and has no codes or ISO days',
  [
    {
      says: '[email:e00000000009]',
      answers: [
        /^“New bank details for invoice 881” \[email:e00000000009\] came in Thu, Nov 19 at 12:02 PM from Harbor Vans \(billing@harborvanns\.example\)\. It says: “Our bank account has changed\. Please pay today\.”/,
        'Thu, Nov 19 (payment), passed: “Please pay today”',
      ],
      never: [/\d{4}-\d\d-\d\d/, /coming deadline|more reasons|mismatch|urgency 40|is completed/],
    },
  ],
  forged,
);

conversation(
  'the story of the newest mail about it, then what is to be done',
  [
    {
      says: 'What happened with the fire inspection email?',
      calls: [
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      answers: [
        /^“Fire inspection/,
        'Also about it (2 e-mails match “fire inspection”):\n2. “Linen',
      ],
    },
    {
      says: 'what do we have to do?',
      calls: ['get_email {"id":"[email:e00000000002]"}'],
      answers: ['“Clear unit B12” [task:d00000000002]', 'nobody assigned'],
    },
    { says: 'when is it due?', answers: ['Fri, Nov 27 at 10:30 AM'] },
    { says: "who's responsible?", answers: ['is assigned to nobody'] },
    { says: 'who asked for it?', answers: ['came from Hamptons Linen'] },
    { says: 'what did they want', answers: ['“We inspect unit B12 on Friday.”'] },
    { says: 'did we answer?', answers: ['I only see mail that came in'] },
    { says: 'next', calls: ['get_email {"id":"[email:e00000000001]"}'] },
  ],
  {
    search_emails: { ...BUSY.search_emails, total: 2, emails: [LINEN, FIRE] },
    get_email: ({ id }) =>
      id === LINEN.ref ? { ...BUSY.get_email, ...LINEN, review: null } : BUSY.get_email,
  },
);

conversation(
  'a list shows the address where the name may deceive',
  [
    {
      says: 'emails today',
      answers: [
        '“Linen order 5512” [email:e00000000001] from Hamptons Linen (x@evil.example), today',
        'from pay@bank.example (y@evil.example), today',
        'from Ann Lee, today',
      ],
    },
  ],
  {
    list_emails: {
      ...BUSY.list_emails,
      emails: [
        { ...LINEN, sender: 'x@evil.example', risk: 'high' },
        { ...FIRE, sender: 'y@evil.example', sender_name: 'pay@bank.example' },
        LATE,
      ],
    },
  },
);

conversation('a count is a sentence, and "list" shows the rows', [
  {
    says: 'how many emails came in today?',
    answers: [/^47 e-mails .* Say "list" to see them\.$/],
    never: [/^1\. /m],
  },
  {
    says: 'list',
    calls: ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    answers: ['1. “Linen order 5512”', '…and 44 more'],
  },
  { says: 'list', answers: ['1. “Linen order 5512”'] },
  { says: 'more', answers: [/^4 to 6 of 47:\n\n4\. /] },
  {
    says: 'summarise today in one sentence',
    answers: [/^47 e-mails [^\n]*17 things need[^\n]*\.$/],
  },
]);

conversation('corrections and filters of the list before', [
  { says: 'emails today' },
  { says: 'no, yesterday', calls: ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'] },
  { says: 'no I meant today', calls: ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'] },
  {
    says: 'from ann@example.com',
    calls: ['list_emails {"from":"2026-11-22","sender":"ann@example.com","to":"2026-11-22"}'],
  },
  { says: 'show me the open tasks' },
  { says: "only Maria's", calls: ['list_tasks {"assignee":"Maria"}'] },
  { says: 'how about Tom', calls: ['list_tasks {"assignee":"Tom"}'] },
  {
    says: 'number 1 and number 3',
    calls: ['get_email {"id":"[task:d00000000001]"}', 'get_email {"id":"[task:d00000000003]"}'],
  },
  { says: 'the twelfth one', calls: [], answers: [/don't see such an entry/] },
]);

conversation('what changes something is told with its route and the record that is meant', [
  { says: 'show me failed executions' },
  { says: 'retry the first one', calls: [], answers: ['POST /executions/a00000000002/retry'] },
  { says: 'how do I fix it?', calls: [], answers: ['POST /executions/a00000000002/retry'] },
  { says: 'open tasks' },
  { says: 'mark the second one as done', calls: [], answers: ['PATCH /api/tasks/d00000000002'] },
]);

conversation('what is no task is told without a route that does not fit', [
  { says: 'how do I add a vendor?', calls: [], answers: ['docs/back-office.md'], never: [/PATCH/] },
  { says: 'export this as csv', calls: [], answers: ['I have no export'] },
]);

conversation('whether a mail is done is told by its tasks', [
  { says: '[email:e00000000002]' },
  {
    says: 'is that done?',
    answers: ['[task:d00000000002], high priority, due Wed, Nov 25, in progress'],
  },
]);

conversation('what can be asked is told at length once', [
  { says: '???', answers: [/I can tell you/] },
  { says: 'you are useless', never: [/I can tell you/], answers: [/Ask for example ".+" or ".+"/] },
]);

const DECIDED: ListReviewsResult['reviews'][0] = {
  ...(BUSY.list_reviews.reviews[0] as ListReviewsResult['reviews'][0]),
  status: 'rejected',
  decided_at: '2026-11-20T20:00:00Z',
  decided_by: 'Maria Lopez',
  note: 'Not what it seems.',
};
conversation(
  'a decided review says who decided and when, and "why" gives its reasons',
  [
    {
      says: 'which reviews were rejected?',
      answers: [
        '[execution:a00000000002] from inspections@county.example, high risk, rejected by Maria Lopez, Fri, Nov 20 at 3:00 PM (“Not what it seems.”): the risk is high',
      ],
    },
  ],
  { list_reviews: { ...BUSY.list_reviews, total: 1, reviews: [DECIDED] } },
);
conversation(
  'who decided the review of one mail, and when',
  [
    {
      says: "who rejected the linen mail's review?",
      answers: ['It was rejected by Maria Lopez, Fri, Nov 20 at 3:00 PM.'],
    },
  ],
  {
    list_reviews: { ...BUSY.list_reviews, total: 1, reviews: [DECIDED] },
    get_email: {
      ...BUSY.get_email,
      review: {
        ...(BUSY.get_email.review as NonNullable<GetEmailResult['review']>),
        status: 'rejected',
      },
    },
  },
);
conversation('several things about a mail named in the same message', [
  {
    says: 'the linen mail, who sent it? and when is it due?',
    answers: ['came from Hamptons Linen', 'Fri, Nov 27 at 10:30 AM'],
    never: [/open tasks/],
  },
]);
conversation('why a review waits', [
  { says: 'any reviews pending?' },
  {
    says: 'why does the first one need review?',
    calls: ['get_email {"id":"[execution:a00000000002]"}'],
    answers: ['is waiting for a decision, because: the risk is high'],
  },
  { says: 'more', answers: ['That was all of it.'] },
]);

conversation(
  'what is true of every vendor is said once',
  [
    {
      says: 'do we have patterns with vendor emails',
      answers: ['None of those below has enough observations to be rated yet.'],
      never: [/too little seen/],
    },
  ],
  { vendor_history: { ...BUSY.vendor_history, vendors: BUSY.vendor_history.vendors.slice(1) } },
);

conversation('the last mail is told with its time', [
  { says: 'is everything ok', answers: ['The last mail came in today at 9:15 AM.'] },
  {
    says: 'when did the last mail come in?',
    answers: [
      /^The last e-mail came in today at 9:15 AM: “Linen order 5512” \[email:e00000000001\]/,
    ],
    never: [/47|more/],
  },
]);

test('the clerk never speaks of pages that do not exist, when a tool fails either', async () => {
  const talk = startConversation({ results: { list_emails: () => undefined } });
  const answer = await talk.say('emails today');
  assert.doesNotMatch(answer.text, /\bconsole\b/i);
});
