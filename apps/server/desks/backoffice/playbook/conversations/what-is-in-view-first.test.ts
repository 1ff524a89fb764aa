import { test } from 'node:test';
import { check, type Results, startConversation } from './conversation-driver.ts';
import { BUSY, EMAILS } from './test-results.ts';

// What is in view answers before anything else is searched for.

type Line = Parameters<typeof check>[1];

function conversation(name: string, lines: readonly Line[], results: Results = {}): void {
  test(name, async () => {
    const talk = startConversation({ results });
    for (const line of lines) await check(talk, line);
  });
}

for (const then of [
  'and Harbor Van Leasing, how reliable are they?',
  'Harbor Van Leasing, can we trust them?',
  'is Harbor Van Leasing any better?',
]) {
  conversation(`the same of another vendor: "${then}"`, [
    { says: 'how reliable is BoxRight?', calls: ['vendor_history {"vendor":"BoxRight"}'] },
    { says: then, answers: [], calls: [`vendor_history {"vendor":"Harbor Van Leasing"}`] },
  ]);
}

const [LINEN, , LATE] = EMAILS as readonly [
  (typeof EMAILS)[number],
  (typeof EMAILS)[number],
  (typeof EMAILS)[number],
];
const FIRST = {
  ...LATE,
  ref: '[email:e00000000009]',
  subject: 'Driver',
  received_at: '2026-11-01T10:00:00Z',
};
const COPIED = {
  ...LINEN,
  ref: '[email:e00000000008]',
  sender: 'jo@aubs.example',
  sender_name: 'Jo',
  received_at: '2026-11-20T10:00:00Z',
};
const task = (title: string, assignee: string | null) => ({
  ...BUSY.list_tasks.tasks[0],
  title,
  assignee,
});
const TASKS: Readonly<Record<string, ReturnType<typeof task>>> = {
  [LINEN.ref]: task('Answer the order', null),
  [COPIED.ref]: task('Count the towels', 'Tom'),
};
const MAILS: Results = {
  get_email: ({ id }) => {
    const email = [LINEN, LATE, FIRST, COPIED].find(({ ref }) => ref === id);
    if (email === undefined) return undefined;
    const own = TASKS[email.ref];
    return {
      ...BUSY.get_email,
      ...email,
      text: 'Please count the towels of order 5512.',
      summary: null,
      tasks: own === undefined ? [] : [own as (typeof BUSY.list_tasks.tasks)[number]],
      deadlines: [],
      review: null,
    };
  },
  search_emails: ({ query }) => {
    const emails = /driver|ann/.test(String(query)) ? [LATE, FIRST] : [LINEN, COPIED];
    return { ...BUSY.search_emails, query: String(query), total: emails.length, emails };
  },
};

conversation(
  'whose task it is may stand in another mail of the thread',
  [
    { says: 'what happened with the linen order?', answers: ['Answer the order'] },
    { says: 'who of us has to count the towels?', answers: ['Tom'] },
  ],
  MAILS,
);

conversation(
  'what is named first and is in view anyway is not searched for',
  [
    { says: 'what happened with the linen order?' },
    {
      says: 'and what about the towels, is there a task for it?',
      calls: ['get_email {"id":"[email:e00000000001]"}'],
      answers: ['Answer the order'],
    },
    { says: 'is what they asked for done yet?', answers: ['overdue'] },
    { says: 'how important is it?', answers: ['urgent priority'] },
  ],
  MAILS,
);

conversation(
  'mails of somebody are counted from the first',
  [
    { says: 'what happened with the driver mail?' },
    { says: 'what became of her second mail?', answers: ['Driver was late'] },
  ],
  MAILS,
);

conversation(
  'that one is the mail that was named in a refused request',
  [
    { says: 'delete the mail from hamptons linen', calls: [] },
    { says: 'who is that one from anyway?', answers: ['Hamptons Linen'], never: [/No e-mail/] },
  ],
  MAILS,
);
