import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

type Line = Parameters<typeof check>[1];

function conversation(name: string, lines: readonly Line[]): void {
  test(name, async () => {
    const talk = startConversation();
    for (const line of lines) await check(talk, line);
  });
}

const OPEN = [{ says: 'emails today' }, { says: 'show me the second one' }] as const;
const INSPECTION = ['get_email {"id":"[email:e00000000002]"}'];

for (const says of [
  'which unit is it?',
  'what do i need to bring',
  'how many units',
  'does it happen automatically?',
  'what they want?',
]) {
  conversation(`what the mail spoken of says answers "${says}"`, [
    ...OPEN,
    { says, calls: INSPECTION, answers: ['We inspect unit B12 on Friday.'] },
  ]);
}

for (const says of [
  'which vendors are reliable?',
  'what needs my attention?',
  'which tasks are overdue?',
]) {
  test(`"${says}" is no question about the mail spoken of`, async () => {
    const talk = startConversation();
    for (const line of OPEN) await check(talk, line);
    await check(talk, { says, never: [/We inspect/] });
  });
}

for (const says of ['on what date', 'for wich day?', 'at what time', 'due when', 'when tho']) {
  conversation(`"${says}" asks for the day of the mail spoken of`, [
    ...OPEN,
    { says, calls: INSPECTION, answers: ['Nov 27'] },
  ]);
}

conversation('another question is no part of the talk before it', [
  ...OPEN,
  { says: 'hm. quick other thing: how many reviews are pending?', calls: ['list_reviews {}'] },
]);

conversation('days of what is due are those of tasks and of deadlines', [
  { says: "what's due tomorrow?" },
  {
    says: 'sorry, I meant today',
    calls: [
      'list_tasks {"due_from":"2026-11-22","due_to":"2026-11-22","limit":5}',
      'list_deadlines {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
    ],
  },
  {
    says: "leave out everything that isn't urgent",
    calls: ['list_tasks {"due_from":"2026-11-22","due_to":"2026-11-22","priority":["urgent"]}'],
  },
]);

conversation('another person is put in the place of the one asked about', [
  { says: 'what is on toms plate', calls: ['list_tasks {"assignee":"Tom"}'] },
  { says: 'wait I meant Maria', calls: ['list_tasks {"assignee":"Maria"}'] },
  { says: 'Priya?', calls: ['list_tasks {"assignee":"Priya"}'] },
]);

conversation('a row is counted from the end of the list', [
  { says: 'emails today' },
  { says: 'the second from last?', calls: INSPECTION },
]);

conversation('who was named in what cannot be done is who "he" is', [
  { says: "reply to Sam Ross that it's 300 dollars", answers: [/only read/] },
  {
    says: 'what did he ask?',
    calls: ['search_emails {"query":"sam ross"}', ...INSPECTION],
  },
]);
