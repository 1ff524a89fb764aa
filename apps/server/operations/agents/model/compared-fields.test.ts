import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedFields } from './compared-fields.ts';

test('nothing found is said, not left out: that may be the difference', () => {
  assert.deepEqual(comparedFields('vision', { invoice_data: null }), [
    { name: 'invoice', value: 'none' },
  ]);
  assert.deepEqual(comparedFields('deadline', { deadlines: [], recurring_events: [] }), [
    { name: 'deadline', value: 'none' },
  ]);
  assert.deepEqual(comparedFields('task', { tasks: [] }), [{ name: 'task', value: 'none' }]);
});

test('of each agent what is compared with the rules is told, and nothing else', () => {
  const invoice = {
    vendor: 'Boxright',
    number: '4711',
    date: '2026-11-01',
    due: null,
    total_cents: 42_005,
    currency: 'USD',
    lines: [],
  };
  assert.deepEqual(
    comparedFields('triage', { category: 'vendor', type: 'invoice', urgency: 40, reasons: ['x'] }),
    [
      { name: 'category', value: 'vendor' },
      { name: 'type', value: 'invoice' },
      { name: 'urgency', value: '40' },
    ],
  );
  assert.deepEqual(
    comparedFields('vision', { invoice_data: invoice }).map(({ value }) => value),
    ['4711', '2026-11-01', 'none', '420.05', 'USD'],
  );
  assert.deepEqual(
    comparedFields('deadline', {
      deadlines: [
        { date: '2026-12-01', time: '17:00', description: 'Pay' },
        { date: '2026-12-02', time: null, description: 'Call' },
      ],
    }).map(({ value }) => value),
    ['2026-12-01 17:00: Pay', '2026-12-02: Call'],
  );
  assert.deepEqual(
    comparedFields('task', {
      tasks: [
        { title: 'Pay', due_date: '2026-12-01' },
        { title: 'Call', due_date: null },
      ],
    }).map(({ value }) => value),
    ['Pay (2026-12-01)', 'Call'],
  );
  assert.deepEqual(comparedFields('context', { risk: 'high', synthesis: '…' }), [
    { name: 'risk', value: 'high' },
  ]);
});
