import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { AnswerCall } from './answer.ts';
import { matchesCalls } from './match-calls.ts';

const call = (tool: string, input: Record<string, unknown>, isError = false): AnswerCall => ({
  tool,
  input,
  result: {},
  isError,
});

it('another tool, other arguments, one too many and one too few are all wrong', () => {
  const wanted = [[{ check_zip: { zip: '10001' } }]];
  assert.equal(matchesCalls([], wanted), false);
  assert.equal(matchesCalls([call('look_up', { zip: '10001' })], wanted), false);
  assert.equal(matchesCalls([call('check_zip', { zip: '10002' })], wanted), false);
  assert.equal(matchesCalls([call('check_zip', { zip: 10_001 })], wanted), false);
  assert.equal(matchesCalls([call('check_zip', { zip: '10001', more: true })], wanted), false);
  const both = [call('check_zip', { zip: '10001' }), call('check_zip', { zip: '10002' })];
  assert.equal(matchesCalls(both, wanted), false);
  assert.equal(matchesCalls([call('check_zip', { zip: '10001' })], [[]]), false);
});

it('one call cannot stand for two that are wanted', () => {
  const wanted = [[{ check_zip: { zip: '*' } }, { check_zip: { zip: '10001' } }]];
  const one = call('check_zip', { zip: '10001' });
  assert.equal(matchesCalls([one], wanted), false);
  assert.equal(matchesCalls([one, call('check_zip', { zip: '11937' })], wanted), true);
});

it('order, repeats, how many rows and which page do not count', () => {
  const wanted = [[{ a: { x: 1 } }, { b: {} }]];
  const calls = [call('b', { limit: 5 }), call('a', { x: 1, cursor: 'c' }), call('a', { x: 1 })];
  assert.equal(matchesCalls(calls, wanted), true);
});

it('what the tool refused counts unless it was asked again and right', () => {
  const wanted = [[{ a: { day: '2026-12-05' } }]];
  const refused = call('a', { day: 'Saturday' }, true);
  assert.equal(matchesCalls([refused], wanted), false);
  assert.equal(matchesCalls([refused, call('a', { day: '2026-12-05' })], wanted), true);
  assert.equal(matchesCalls([refused], [[]]), false);
  assert.equal(
    matchesCalls([call('b', {}, true), call('a', { day: '2026-12-05' })], wanted),
    false,
  );
});

it('any of several lists is as good, an empty one among them', () => {
  const lists = [[{ a: {} }], []];
  assert.equal(matchesCalls([], lists), true);
  assert.equal(matchesCalls([call('a', {})], lists), true);
  assert.equal(matchesCalls([call('b', {})], lists), false);
});
