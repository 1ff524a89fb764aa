import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupFindings, nameFinding } from './group-findings.ts';

test('what is missing, unknown or something else is left out, and nothing throws', () => {
  const hostile = {
    deadlines: [null, 'by Friday', { description: 7, date: 'soon', ambiguous: 'yes' }],
    recurring_events: { 0: 'weekly' },
  };
  assert.deepEqual(groupFindings('deadline', hostile), [
    {
      title: 'Deadlines',
      findings: [
        {
          key: 'deadlines[2]',
          title: 'Deadline',
          facts: [
            { term: 'Day', value: 'soon' },
            { term: 'Time', value: 'The whole day' },
          ],
          texts: [],
        },
      ],
    },
  ]);
  for (const agent of ['triage', 'vision', 'deadline', 'task', 'context'] as const) {
    assert.deepEqual(groupFindings(agent, null), []);
    assert.doesNotThrow(() => groupFindings(agent, { warnings: 1, tasks: {}, risk_factors: [[]] }));
  }
});

test('an agent that found nothing has no groups', () => {
  assert.deepEqual(groupFindings('task', { tasks: [] }), []);
  assert.deepEqual(groupFindings('deadline', { deadlines: [], recurring_events: [] }), []);
});

const invoice = {
  vendor: 'BoxRight',
  number: '4711',
  date: '2026-11-02',
  due: '2026-12-01',
  total_cents: 42_000,
  net_cents: null,
  tax_cents: null,
  currency: 'USD',
  lines: [{ description: 'Boxes', quantity: 100, unit_price: 4.2, amount_cents: 42_000 }],
  arithmetic_ok: false,
  duplicate_of: '01a20245-ba94-7088-87f5-1fd9d8df65b6',
  source: 'text',
};

test('an invoice says its figures, its lines, and what is wrong with it', () => {
  const [group] = groupFindings('vision', { invoice_data: invoice, attachments: [] });
  assert.deepEqual(group, {
    title: 'Invoice',
    findings: [
      {
        key: 'invoice_data',
        title: 'Invoice 4711',
        facts: [
          { term: 'Vendor', value: 'BoxRight' },
          { term: 'Date', value: 'Mon, Nov 2, 2026' },
          { term: 'Due', value: 'Tue, Dec 1, 2026' },
          { term: 'Total', value: '$420.00' },
          { term: 'Figures', value: 'do not add up' },
          { term: 'Read from', value: 'the text of the file' },
        ],
        texts: ['This vendor has sent an invoice with this number before.'],
        isWarning: true,
        table: {
          columns: ['What', 'Quantity', 'Each', 'Amount'],
          rows: [['Boxes', '100', '4.2', '$420.00']],
        },
      },
    ],
  });
});

test('a currency that is none does not keep the invoice from being shown', () => {
  const [group] = groupFindings('vision', { invoice_data: { total_cents: 150, currency: 'no' } });
  assert.deepEqual(group?.findings[0]?.facts[0], { term: 'Total', value: '1.50 no' });
});

test('evidence is named after what it supports', () => {
  const named = (agent_type: 'triage' | 'vision' | 'deadline', findings: object, name: string) =>
    nameFinding({ agent_type, findings: findings as Record<string, unknown> }, name);
  const deadlines = { deadlines: [{ description: 'Pay invoice 4711', date: '2026-12-01' }] };
  assert.equal(named('deadline', deadlines, 'deadlines[0]'), 'Pay invoice 4711');
  assert.equal(named('deadline', deadlines, 'deadlines[9]'), 'Deadlines');
  assert.equal(named('triage', { type: 'invoice' }, 'type'), 'Type: Invoice');
  assert.equal(named('triage', { type: 'invoice' }, 'urgency'), 'Urgency');
  assert.equal(named('triage', { type: 'invoice' }, ''), 'Finding');
  const vision = { invoice_data: invoice };
  assert.equal(named('vision', vision, 'invoice_data.total_cents'), 'Invoice 4711: Total');
});
