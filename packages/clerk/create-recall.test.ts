import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from './conversation.ts';
import { createRecall } from './create-recall.ts';
import { localTime } from './dates/calendar.ts';
import type { Playbook } from './playbook.ts';

interface Memory {
  texts: string[];
  cities: Set<unknown>;
}

/** A playbook that notes what it is told of, and how often. */
function notingPlaybook() {
  const told: string[] = [];
  const playbook: Playbook<Memory> = {
    fallback: '',
    remember: () => ({ texts: [], cities: new Set() }),
    hear(memory, text) {
      told.push(text);
      memory.texts.push(text);
    },
    see(memory, { calls }) {
      for (const { input } of calls) memory.cities.add(input.city);
    },
    answer: () => '',
  };
  return { told, recall: createRecall(playbook) };
}

const exchange = (userText: string, city?: string): Exchange => ({
  userText,
  calls:
    city === undefined
      ? []
      : [{ callId: 'a', tool: 'weather', input: { city }, outcome: { ok: true, value: {} } }],
  rounds: 0,
  replyText: 'Sunny.',
});
const at = (instant: string) => localTime(new Date(instant), 'America/New_York');
const now = at('2026-12-01T15:00:00Z');

test('what is done to one memory does not show in the next', () => {
  const { recall } = notingPlaybook();
  const first = recall([exchange('hello', 'Rome')], now);
  first.texts.push('changed');
  first.cities.add('Oslo');
  assert.deepEqual(recall([exchange('hello', 'Rome')], now), {
    texts: ['hello'],
    cities: new Set(['Rome']),
  });
});

test('conversations that began alike keep apart, by words, calls and replies', () => {
  const { recall } = notingPlaybook();
  recall([exchange('hello', 'Rome'), exchange('and then?')], now);
  assert.deepEqual(recall([exchange('hello', 'Oslo')], now).cities, new Set(['Oslo']));
  assert.deepEqual(recall([exchange('hello', 'Rome'), exchange('why?')], now).texts, [
    'hello',
    'why?',
  ]);
});

test('of a conversation that goes on only what is new is heard', () => {
  const { recall, told } = notingPlaybook();
  recall([exchange('one')], now);
  recall([exchange('one'), exchange('two')], now);
  recall([exchange('one'), exchange('two'), exchange('three')], now);
  recall([exchange('one'), exchange('two'), exchange('three')], now);
  assert.deepEqual(told, ['one', 'two', 'three']);
});

test('after an hour, and on another day, all is heard again', () => {
  const { recall, told } = notingPlaybook();
  for (const instant of ['2026-12-01T15:10:00Z', '2026-12-01T16:00:00Z', '2026-12-02T15:00:00Z']) {
    recall([exchange('tomorrow')], at(instant));
  }
  assert.equal(told.length, 3);
});

test('a message that counts in minutes is heard anew each time, and all that follows it', () => {
  const { recall, told } = notingPlaybook();
  const said = [exchange('one'), exchange('in 20 minutes'), exchange('two')];
  recall(said.slice(0, 1), now);
  recall(said, now);
  recall(said, now);
  assert.deepEqual(told, ['one', 'in 20 minutes', 'two', 'in 20 minutes', 'two']);
});
