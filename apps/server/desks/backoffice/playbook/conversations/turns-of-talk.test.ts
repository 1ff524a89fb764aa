import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import { readSpan } from '../days/read-span.ts';
import { hear } from '../hear.ts';
import { createMemory, type Memory } from '../memory.ts';
import { readMeant } from '../understand/follow-ups/read-meant.ts';
import { shiftSpan } from '../understand/follow-ups/shift-span.ts';
import { readSmallTalk } from '../understand/talk/small-talk.ts';

// Tuesday, December 1, 2026, 10 AM in New York.
const now = localTime(new Date('2026-12-01T15:00:00Z'), 'America/New_York');

/** The one question that a message puts after those before it. */
function askedAfter(messages: readonly string[], memory: Memory = createMemory(now)) {
  for (const message of messages) hear(memory, message, now);
  const [goal, another] = memory.heard.goals;
  assert.equal(another, undefined);
  assert.ok(goal?.kind === 'query', JSON.stringify(goal));
  return goal.query;
}

const daysOf = ({ span }: { span?: { from?: string; to?: string } }): string =>
  `${span?.from ?? ''}..${span?.to ?? ''}`;

const BESIDE: readonly (readonly [string, string, string])[] = [
  // Friday, December 4.
  ['2026-12-04..2026-12-04', 'and on the weekend after?', '2026-12-05..2026-12-06'],
  ['2026-12-04..2026-12-04', 'the weekend before that', '2026-11-28..2026-11-29'],
  ['2026-12-04..2026-12-04', 'and the Monday after', '2026-12-07..2026-12-07'],
  ['2026-12-04..2026-12-04', 'the following friday', '2026-12-11..2026-12-11'],
  ['2026-12-04..2026-12-04', 'the two days before that?', '2026-12-02..2026-12-03'],
  ['2026-12-04..2026-12-04', 'the week before', '2026-11-23..2026-11-29'],
  ['2026-12-04..2026-12-04', 'the whole week', '2026-11-30..2026-12-06'],
  ['2026-11-23..2026-11-29', 'and the two weeks before?', '2026-11-09..2026-11-22'],
  ['2026-11-01..2026-11-30', 'the month after', '2026-12-01..2026-12-31'],
  ['2026-11-28..2026-11-29', 'the weekend after', '2026-12-05..2026-12-06'],
];
for (const [days, said, expected] of BESIDE) {
  test(`days beside ${days}: "${said}"`, () => {
    const [from = '', to = ''] = days.split('..');
    const span = shiftSpan(said.toLowerCase(), { from, to, label: '' }, now.today);
    assert.equal(daysOf({ ...(span === undefined ? {} : { span }) }), expected);
  });
}

test('days in a row are in order, whatever day it is', () => {
  for (const [said, expected] of [
    ['the 1st to the 5th', '2026-11-01..2026-11-05'],
    ['the 28th to the 3rd', '2026-10-28..2026-11-03'],
    ['from monday to wednesday', '2026-11-23..2026-11-25'],
    ['between the 20th and the 22nd', '2026-11-20..2026-11-22'],
  ] as const) {
    const mention = readSpan(said, now, 'past');
    assert.equal(daysOf(mention ?? {}), expected, said);
  }
});

test('a weekday after a week is a day of that week', () => {
  const query = askedAfter([
    'how many customer mails came in last week',
    'and the week before?',
    'show the ones from sunday',
  ]);
  assert.equal(`${query.category} ${daysOf(query)}`, 'customer 2026-11-22..2026-11-22');
});

test('what was asked of stays while its days change', () => {
  const missed = askedAfter([
    'which deadlines did we miss?',
    'only those that passed since Saturday',
  ]);
  assert.equal(`${missed.isOverdue} ${daysOf(missed)}`, 'true 2026-11-28..2026-12-01');
  const passed = askedAfter(['which deadline passed yesterday?', 'and on Sunday?']);
  assert.equal(`${passed.isOverdue} ${daysOf(passed)}`, 'true 2026-11-29..2026-11-29');
  const made = askedAfter(['which tasks were made on Saturday?', 'and on Sunday?']);
  assert.equal(`${made.dayOf} ${daysOf(made)}`, 'created 2026-11-29..2026-11-29');
  const all = askedAfter(['which mails failed yesterday?', 'and regardless of the day?']);
  assert.equal(`${all.status} ${daysOf(all)}`, 'failed ..');
});

test('reviews are narrowed down by day, state and risk, and widened again', () => {
  const FRIDAY = '2026-11-27..2026-11-27';
  const first = 'which reviews were opened on Thursday?';
  assert.equal(daysOf(askedAfter([first, 'and on Friday?'])), FRIDAY);
  const all = askedAfter([first, 'and in all, whatever the day: how many are still waiting?']);
  assert.deepEqual([all.topic, daysOf(all)], ['reviews', '..']);
  assert.deepEqual(askedAfter([first, 'any critical ones?']).risk, ['critical']);
  assert.equal(
    askedAfter(['show me the rejected reviews', 'no, pending ones!']).reviewStatus,
    undefined,
  );
  assert.equal(askedAfter(['which reviews has nobody decided yet?']).topic, 'reviews');
});

const MEANT: readonly (readonly [string, string | undefined])[] = [
  ["hm no, it's paul winter's mail i need", 'paul winter'],
  ['sorry, i was thinking of nina gold', 'nina gold'],
  ['no, will hart i mean', 'will hart'],
  ['no not peter lang, paul winter', 'paul winter'],
  ['paul winter, not peter lang', 'paul winter'],
  ["i'm after sam ross's message", 'sam ross'],
  ['rosa klein is who i meant', 'rosa klein'],
  ['i meant yesterday', undefined],
  ['i need the overdue tasks', undefined],
  ['not the customers, the vendors', undefined],
  ['what does it mean', undefined],
];
for (const [said, name] of MEANT) {
  test(`who was meant: "${said}"`, () => assert.equal(readMeant(said), name));
}

const TALK: readonly (readonly [string, string | undefined])[] = [
  ['one moment, phone is ringing', 'declined'],
  ["hang on, someone's at the door", 'declined'],
  ['brb', 'declined'],
  ['sorry, had to take a call', 'declined'],
  ["ok i'm back", 'declined'],
  ["wow that's a lot", 'declined'],
  ['haha nice', 'declined'],
  ['poor woman', 'declined'],
  ["i'll call her then", 'declined'],
  ['alright then, that will be all', 'goodbye'],
  ["great, that's what i needed. thanks and have a nice evening!", 'goodbye'],
  ['gotta run, talk later', 'goodbye'],
  ['you saved my day', 'thanks'],
  ['are you still there?', 'greeting'],
  ['hold on, which ones are overdue?', undefined],
  ['hold on, show me the overdue tasks', undefined],
  ["i'll need the overdue tasks", undefined],
  ["that's a lot of mails today, isn't it?", undefined],
  ['wait, not those', undefined],
];
for (const [said, saying] of TALK) {
  test(`talk: "${said}"`, () => assert.equal(readSmallTalk(said), saying));
}

test('an earlier subject is named before a question about it', () => {
  const memory = createMemory(now);
  const ref = '[email:e00000000001]';
  memory.records.set(ref, { said: 'totetaxi.example expires: your domain', category: 'system' });
  const asked = [
    'the domain once more: until when do we have to renew it?',
    'back to the domain, when does it expire?',
    'and the system one again: when does it expire?',
  ];
  for (const said of asked) {
    memory.focus = '[email:e00000000002]';
    const query = askedAfter([said], memory);
    assert.equal(query.ref, ref, said);
  }
});

test('a word nobody knows is taken for a name that was told of', () => {
  const memory = createMemory(now);
  memory.records.set('[email:e00000000001]', { senderName: 'Greta Novak', said: 'Charged twice' });
  assert.equal(askedAfter(['any mails from Greta Novack?'], memory).words, 'greta novak');
});
