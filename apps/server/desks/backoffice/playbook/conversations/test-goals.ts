import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import { hear } from '../hear.ts';
import { createMemory, type Goal } from '../memory.ts';

// Tuesday, December 1, 2026, 10 AM in New York.
const now = localTime(new Date('2026-12-01T15:00:00Z'), 'America/New_York');

/** What a message means by itself, one goal after another: 'emails category=staff 11-30..11-30'. */
export function goalsOf(message: string): string {
  const memory = createMemory(now);
  hear(memory, message, now);
  return memory.heard.goals.map(sayGoal).join(' + ');
}

function sayGoal(goal: Goal): string {
  if (goal.kind !== 'query') return goal.kind === 'say' ? goal.what : goal.kind;
  const { topic, span, notes: _notes, ...filters } = goal.query;
  const days =
    span === undefined ? '' : ` ${span.from ?? ''}..${span.to ?? ''}`.replaceAll('2026-', '');
  const values = Object.entries(filters)
    .map(([name, value]) => (value === true ? name : `${name}=${String(value)}`))
    .sort();
  return `${topic}${values.length === 0 ? '' : ` ${values.join(' ')}`}${days}`;
}

/** One test for each message with what it means. */
export const inEachOf = (title: string, cases: readonly (readonly [string, string])[]): void => {
  for (const [message, expected] of cases) {
    test(`${title}: "${message}"`, () => assert.equal(goalsOf(message), expected));
  }
};
