import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import { hear } from '../hear.ts';
import { createMemory, type Memory } from '../memory.ts';
import { readListAgain } from '../understand/follow-ups/return-to.ts';
import { isSlipOf } from '../understand/normalize/slips.ts';
import { readFacet } from '../understand/slots/read-facet.ts';
import { topicOf } from '../understand/topics/topics.ts';
import { check, startConversation } from './conversation-driver.ts';

// Tuesday, December 1, 2026, 10 AM in New York.
const now = localTime(new Date('2026-12-01T15:00:00Z'), 'America/New_York');

function asked(messages: readonly string[], memory: Memory = createMemory(now)) {
  for (const message of messages) hear(memory, message, now);
  const [goal, another] = memory.heard.goals;
  assert.equal(another, undefined, messages.join(' / '));
  assert.ok(goal?.kind === 'query', `${messages.join(' / ')}: ${JSON.stringify(goal)}`);
  return goal.query;
}

/** What was told of by itself, as `see` keeps it. */
function telling(ref: string, record: Record<string, unknown>): Memory {
  const memory = createMemory(now);
  memory.records.set(ref, record);
  memory.focus = ref;
  memory.recent = [ref];
  memory.query = { topic: 'find', words: 'it' };
  return memory;
}

test('a slip swaps two letters, leaves one out or types one too many, never the first', () => {
  for (const [written, meant] of [
    ['extingiusher', 'extinguisher'],
    ['extinguiser', 'extinguisher'],
    ['medicattion', 'medication'],
  ] as const) {
    assert.ok(isSlipOf(written, meant), written);
  }
  for (const [written, meant] of [
    ['parking', 'packing'],
    ['storage', 'storage'],
    ['torage', 'storage'],
    ['deliver', 'delivery service'],
  ] as const) {
    assert.ok(!isSlipOf(written, meant), written);
  }
});

test('whose name or house it is stands in the mail; whose task it is does not', () => {
  for (const text of ['whose name is on the label?', 'and whose van is it?', 'for whose house?']) {
    assert.equal(readFacet(text), 'text', text);
  }
  for (const text of ['whose is it?', 'and whose task is that?', 'whose job is it']) {
    assert.equal(readFacet(text), 'assignee', text);
  }
});

test('what was the problem with it asks why it failed; who decided, for its review', () => {
  for (const text of [
    "what's the problem with that one?",
    'what was the matter?',
    'why not?',
    'and what was the trouble with the second?',
  ]) {
    assert.equal(readFacet(text), 'failure', text);
  }
  for (const text of [
    'has anybody decided about it yet?',
    'was it decided?',
    'why does a person have to look at it?',
    'and why is it on the list?',
  ]) {
    assert.equal(readFacet(text), 'review', text);
  }
});

test('which day a thing is on is when it is due; which day a mail is from, when it came in', () => {
  for (const text of ['on which day was the delivery?', 'what time is the appointment?']) {
    assert.equal(readFacet(text), 'due', text);
  }
  for (const text of [
    'and on which day was that mail?',
    'when did she tell us?',
    'when did they answer?',
  ]) {
    assert.equal(readFacet(text), 'arrival', text);
  }
});

test('who gave somebody a task is its sender, and from whom he gets a thing stands in the mail', () => {
  for (const text of [
    'who gave him that task?',
    'who told her to do it?',
    'who asked him to look at it',
  ]) {
    assert.equal(readFacet(text), 'sender', text);
  }
  for (const text of ['from whom should he get the records?', 'to whom must we bring it?']) {
    assert.equal(readFacet(text), 'text', text);
  }
});

test('what vendors wrote are mails; which vendors write most is a study of them', () => {
  for (const text of [
    'what did vendors write to us on saturday?',
    'what did our suppliers send us last week?',
    'how many mails have vendors sent today?',
    'did vendors contact us yesterday?',
  ]) {
    assert.deepEqual(topicOf(text), ['emails'], text);
  }
  for (const text of [
    'which vendors write to us most often?',
    'what do vendors usually deliver?',
  ]) {
    assert.deepEqual(topicOf(text), ['vendors'], text);
  }
});

test('"that mail" after what needs attention is the first of it', async () => {
  const talk = startConversation();
  await check(talk, { says: 'is there anything critical I should look at?' });
  const first = await check(talk, { says: 'who sent that mail?' });
  assert.equal(first.calls.length, 1);
  assert.equal(first.calls[0]?.tool, 'get_email');
});

test('which mail the state of the system tells of is one that failed today', () => {
  const health = createMemory(now);
  health.query = { topic: 'health' };
  for (const text of ['which mail is that?', 'and which one is it?', 'show me the mail']) {
    const query = asked([text], { ...health });
    assert.equal(query.topic, 'emails', text);
    assert.equal(query.status, 'failed');
    assert.equal(query.span?.from, '2026-12-01');
  }
  assert.notEqual(asked(['which mails came in yesterday?'], { ...health }).status, 'failed');
});

test('what somebody wrote after that, in their first mail, or an older one of theirs', () => {
  const mail = '[email:e00000000001]';
  const said = { senderName: 'Claire Dumont', said: 'Driver was late Claire Dumont' };
  for (const [text, pick] of [
    ['what did she write after that?', 'after'],
    ['and what did she say next?', 'after'],
    ['has she written since?', 'after'],
    ['is there an older one from her as well?', 'before'],
    ['what did she want in her first mail?', 'oldest'],
    ['which trip did she mention in her latest message?', 'newest'],
  ] as const) {
    const query = asked([text], telling(mail, said));
    assert.equal(query.pick, pick, text);
    assert.equal(query.sentBy, 'Claire Dumont', text);
  }
});

test('the letter before is the one of its kind', () => {
  const mail = '[email:e00000000001]';
  const said = { senderName: 'PayLane', said: 'Your payout of 4,605.20 USD is on its way PayLane' };
  for (const text of [
    'what was the payout before that one?',
    'and how much was the payout before?',
  ]) {
    const query = asked([text], telling(mail, said));
    assert.equal(query.pick, 'before', text);
    assert.equal(query.beside, mail);
  }
});

test('what else he has to do are the tasks of whoever has the one spoken of', () => {
  const task = '[task:a00000000001]';
  const mine = { emailRef: '[email:e00000000001]', assignee: 'Tom', said: 'Look at the settings' };
  for (const text of [
    'what else does he have to do?',
    'what other tasks does he have?',
    'does he have anything else to do?',
    'and what else is on his list?',
  ]) {
    assert.deepEqual(asked([text], telling(task, mine)), { topic: 'tasks', assignee: 'Tom' }, text);
  }
});

test('a list is gone back to by its days', () => {
  assert.deepEqual(readListAgain("saturday's mails again: which of them is from a customer?"), {
    list: "saturday's mails",
    rest: 'which of them is from a customer?',
  });
  assert.equal(readListAgain('the snow mail again: where is the salt?'), undefined);
  const query = asked([
    'how many mails came in on saturday?',
    'how many tasks are due tomorrow?',
    "saturday's mails again: which of them is from a customer?",
  ]);
  assert.equal(query.topic, 'emails');
  assert.equal(query.category, 'customer');
  assert.equal(query.span?.from, '2026-11-28');
});

test('days behind "that whole week" are the days, and "the 13th" is a day', () => {
  for (const text of [
    'and in that whole week, nov 2 to nov 8?',
    'for the period: from nov 2 to nov 8',
  ]) {
    const { span } = asked(['what arrived on november 2?', text]);
    assert.deepEqual([span?.from, span?.to], ['2026-11-02', '2026-11-08'], text);
  }
  const { topic, span } = asked([
    'which deadlines do we have from december 7 to 9?',
    'and on the 13th?',
  ]);
  assert.deepEqual([topic, span?.from], ['deadlines', '2026-12-13']);
});

test('the riskiest of all mails is asked for alone, all of high risk are not', () => {
  for (const text of [
    'which mail has the highest risk?',
    'which of our mails is the most dangerous?',
  ]) {
    assert.equal(asked([text]).isRiskiest, true, text);
  }
  assert.equal(asked(['which mails are of high risk?']).isRiskiest, undefined);
  const only = asked(['what did customers write last week?', 'only high risk please']);
  assert.deepEqual([only.isHighRisk, only.category], [true, 'customer']);
});
