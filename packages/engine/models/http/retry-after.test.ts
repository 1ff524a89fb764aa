import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { retryAfterMs } from './retry-after.ts';

it('reads seconds, milliseconds and dates, and nothing else', () => {
  mock.timers.enable({ apis: ['Date'], now: new Date('2026-11-22T12:00:00Z') });
  const read = (headers: Record<string, string>) => retryAfterMs(new Headers(headers));
  assert.equal(read({}), undefined);
  assert.equal(read({ 'retry-after': 'soon' }), undefined);
  assert.equal(read({ 'retry-after': '1.5' }), 1500);
  assert.equal(read({ 'retry-after': '7', 'retry-after-ms': '250' }), 250);
  assert.equal(read({ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }), 30_000);
  mock.timers.reset();
});
