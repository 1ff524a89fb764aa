import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

const TASKS = 'list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29"}';
const OF_TASKS = [
  'who are they assigned to?',
  'who has them?',
  'and who is responsible for these?',
  "who's working on them",
  'whose are they?',
  'are they all assigned?',
  'to whom are those assigned',
];
for (const says of OF_TASKS) {
  test(`who has the tasks of a list: "${says}"`, async () => {
    const talk = startConversation();
    await check(talk, { says: 'which tasks are due next week?', calls: [TASKS] });
    await check(talk, {
      says,
      calls: [TASKS],
      answers: ['Maria Lopez has 1', 'nobody is assigned to 2', 'nobody assigned'],
    });
  });
}

const OF_MAILS = [
  'who are they from?',
  'who wrote all of these?',
  'who sent each of them',
  'who do they come from?',
  'whose mails are these?',
];
for (const says of OF_MAILS) {
  test(`who sent the mails of a list: "${says}"`, async () => {
    const talk = startConversation();
    await check(talk, { says: 'what came in today?' });
    const { calls } = await check(talk, { says, answers: ['came from'] });
    assert.deepEqual(
      calls.map(({ tool }) => tool),
      ['get_email', 'get_email', 'get_email'],
    );
  });
}

test('what reviews wait for is told by their list', async () => {
  const talk = startConversation();
  await check(talk, { says: 'show the open reviews', calls: ['list_reviews {}'] });
  await check(talk, { says: 'what are they waiting on?', calls: ['list_reviews {}'] });
});

test('a thing is named with its number', async () => {
  await check(startConversation(), {
    says: 'show me mails about van 2',
    calls: ['search_emails {"query":"van 2"}'],
  });
});

const SENT: readonly (readonly [string, string])[] = [
  ['did the garage send us a quote for the dent?', 'garage quote dent'],
  ['has the county sent the list of requirements?', 'county requirements'],
  ['what did the county write about the inspection?', 'county inspection'],
];
for (const [says, query] of SENT) {
  test(`who sends and what is sent are both looked for: "${says}"`, async () => {
    const { calls } = await check(startConversation(), { says });
    assert.equal(calls[0]?.input.query, query);
  });
}

test('who reported something is told by the first mail about it', async () => {
  const { calls } = await check(startConversation(), {
    says: 'who reported that dent to us?',
    answers: ['came from'],
  });
  assert.deepEqual(calls[0]?.input, { query: 'dent', limit: 50 });
});

const CORRECTED: readonly (readonly [first: string, then: string, calls: readonly string[]])[] = [
  ['urgent tasks', 'no, high', ['list_tasks {"priority":["high"]}']],
  ['overdue tasks of Maria', "no, Tom's", ['list_tasks {"assignee":"Tom","is_overdue":true}']],
  ['urgent tasks due next week', 'drop the priority', [TASKS]],
  [
    'failed executions of today',
    'not failed, running',
    ['list_executions {"from":"2026-11-22","status":"running","to":"2026-11-22"}'],
  ],
  [
    'vendor mails of today',
    'and high risk only',
    ['list_emails {"category":"vendor","from":"2026-11-22","is_high_risk":true,"to":"2026-11-22"}'],
  ],
  [
    'customer mails of today',
    'all categories please',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
  ],
  ['which tasks are due next week?', 'wait, I meant Sunday', []],
];
for (const [first, then, calls] of CORRECTED) {
  test(`one filter is put right or taken off, the others stay: "${then}"`, async () => {
    const talk = startConversation();
    await check(talk, { says: first });
    await check(
      talk,
      calls.length === 0 ? { says: then, never: [/^All right/] } : { says: then, calls },
    );
  });
}

test('a list before the last one is gone back to', async () => {
  const talk = startConversation();
  await check(talk, { says: 'which tasks are due next week?', calls: [TASKS] });
  await check(talk, { says: 'show the open reviews' });
  await check(talk, { says: 'the previous list please', calls: [TASKS] });
});

test('what is asked of a list in the same message is asked of its rows', async () => {
  const { calls } = await check(startConversation(), {
    says: 'show the mails of today and the task of the second one',
  });
  assert.deepEqual(calls.at(-1)?.input, { id: '[email:e00000000002]' });
  const { calls: riskiest } = await check(startConversation(), {
    says: 'list the open reviews and tell me which one is the riskiest',
  });
  assert.ok(riskiest.some(({ input }) => input.id === '[execution:a00000000002]'));
});

test('who is asked about alone is who sent the mail in view', async () => {
  const talk = startConversation();
  await check(talk, { says: 'what happened with the fire inspection?' });
  await check(talk, { says: 'who?', answers: ['came from Hamptons Linen'] });
});

test('a name is no slip of the keyboard', async () => {
  const { calls } = await check(startConversation(), {
    says: 'did Lena Fischer accept our quote?',
  });
  assert.match(String(calls[0]?.input.query), /^lena fischer/);
});
