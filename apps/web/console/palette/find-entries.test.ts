import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEntries, readRecordId, scoreOf } from './find-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

const entry = (title: string, hint?: string): PaletteEntry => ({
  id: title,
  group: 'Go to',
  icon: 'home',
  title,
  ...(hint !== undefined && { hint }),
  run: () => {},
});

describe('finding entries', () => {
  it('leaves out what misses one of the words, or has it inside a word only', () => {
    assert.equal(scoreOf(entry('Sign out'), 'sign in'), 0);
    assert.equal(scoreOf(entry('Emails'), 'mails'), 0);
  });

  it('puts titles before hints, and the start of a title first', () => {
    const found = findEntries(
      [entry('System', 'Database, queue'), entry('Open the queue'), entry('Queue')],
      'QUEUE ',
    );
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Queue', 'Open the queue', 'System'],
    );
  });

  it('leaves everything as it is for no words', () => {
    const entries = [entry('Vendors'), entry('Agents')];
    assert.deepEqual(findEntries(entries, '  '), entries);
  });
});

describe('a record by its id', () => {
  it('is not read from other words', () => {
    for (const words of ['', 'invoice', '8f14e45fcee', 'vendor:8f14e45fceea', '8f14e45fceea x']) {
      assert.equal(readRecordId(words), undefined, words);
    }
  });

  it('is read with its kind, also as a citation writes it', () => {
    const expected = { kinds: ['execution'], id: '8f14e45fceea' };
    for (const words of [
      'execution:8f14e45fceea',
      '[execution:8F14E45FCEEA]',
      'Execution 8f14e45fceea',
    ]) {
      assert.deepEqual(readRecordId(words), expected, words);
    }
  });

  it('may be of any kind without one, and whole', () => {
    const id = '01a20249-93e2-7208-9384-ce6821497f76';
    assert.deepEqual(readRecordId(id), { kinds: ['execution', 'email', 'task'], id });
  });
});
