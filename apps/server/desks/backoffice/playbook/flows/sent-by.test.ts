import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMAILS } from '../conversations/test-results.ts';
import { sentByFirst } from './sent-by.ts';

const subjects = (name: string): string[] =>
  sentByFirst(EMAILS, name).map(({ subject }) => subject);

test('mails of somebody stand before those that mention them', () => {
  assert.deepEqual(subjects('ann'), [
    'Driver was late',
    'Linen order 5512',
    'Fire inspection of your storage unit',
  ]);
});

test('a name nobody has changes no order', () => {
  assert.deepEqual(subjects('zebra'), [
    'Linen order 5512',
    'Fire inspection of your storage unit',
    'Driver was late',
  ]);
  assert.deepEqual(subjects('?'), subjects('zebra'));
});
