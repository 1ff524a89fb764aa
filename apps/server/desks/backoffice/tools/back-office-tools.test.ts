import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { z } from 'zod';
import { NOW, openTestTools } from './test-tools.ts';
import type { ToolName } from './tool-results.ts';

const names: ToolName[] = [
  'list_emails',
  'get_email',
  'search_emails',
  'list_executions',
  'get_execution',
  'list_tasks',
  'list_deadlines',
  'list_reviews',
  'agent_performance',
  'vendor_history',
  'system_health',
  'attention_items',
];

test('every tool takes an object without other fields, says what it is for, and has a label', async (t) => {
  const { tools } = await openTestTools(t);
  assert.deepEqual(
    tools.map(({ name }) => name),
    names,
  );
  for (const tool of tools) {
    const schema = z.toJSONSchema(tool.input, { io: 'input' });
    assert.equal(schema.type, 'object', tool.name);
    assert.equal(schema.additionalProperties, false, tool.name);
    assert.ok(tool.description.length > 50 && tool.label.endsWith('…'), tool.name);
    assert.equal(tool.input.safeParse({ sql: 'x' }).success, false, tool.name);
    assert.equal(tool.input.safeParse('x').success, false, tool.name);
  }
});

test('without any mail every tool answers with nothing, and get_ tools say that there is none', async (t) => {
  const { run, refusal } = await openTestTools(t);
  const lists = [
    await run('list_emails'),
    await run('search_emails', { query: 'fire inspection' }),
    await run('list_executions', { status: 'failed' }),
    await run('list_tasks', { due_from: '2026-11-16', due_to: '2026-11-22' }),
    await run('list_deadlines'),
    await run('list_reviews'),
    await run('list_reviews', { status: 'rejected' }),
    await run('list_emails', { is_high_risk: true, has_attachments: true }),
  ];
  for (const { total, is_more_than_total, next_cursor } of lists) {
    assert.deepEqual([total, is_more_than_total, next_cursor], [0, false, null]);
  }
  for (const { runs, average_time_ms } of (await run('agent_performance')).agents) {
    assert.deepEqual([runs, average_time_ms], [0, null]);
  }
  const vendors = await run('vendor_history');
  assert.deepEqual(vendors, {
    days: { from: '2026-10-24', to: '2026-11-22' },
    vendor_mails: 0,
    vendors: [],
  });
  assert.deepEqual((await run('vendor_history', { vendor: 'Acme' })).vendors, []);
  const health = await run('system_health');
  assert.deepEqual([health.status, health.problems, health.last_mail_at], ['healthy', [], null]);
  const attention = await run('attention_items');
  assert.deepEqual([attention.total, attention.items], [0, []]);
  for (const tool of ['get_email', 'get_execution'] as const) {
    assert.match(await refusal(tool, { id: '[email:8f14e45fceea]' }), /^There is no such e-mail/);
  }
});

test('what makes no sense is refused with a sentence', async (t) => {
  const { refusal } = await openTestTools(t);
  for (const [tool, input, sentence] of [
    ['list_emails', { from: '2026-11-22', to: '2026-11-21' }, /2026-11-22, is after .* 2026-11-21/],
    ['list_emails', { from: 'yesterday' }, /YYYY-MM-DD/],
    ['list_emails', { from: '2026-02-30' }, /a day that exists/],
    ['list_emails', { to: '0001-01-01' }, /from 1970/],
    ['list_emails', { limit: 51 }, /limit/],
    ['list_emails', { limit: 0 }, /limit/],
    ['list_emails', { limit: 1.5 }, /limit/],
    ['list_emails', { status: 'broken' }, /one of pending, running/],
    ['list_emails', { cursor: 'eyJhIjoxfQ' }, /^That cursor does not belong to this list/],
    ['list_emails', { cursor: 'x'.repeat(301) }, /300 characters/],
    ['list_executions', { cursor: cursorOf('2026-11-22 10:00:00+00', 'x') }, /That cursor/],
    ['list_executions', { cursor: cursorOf('2026-13-99 10:00:00+00', UUID) }, /That cursor/],
    ['list_tasks', { cursor: cursorOf('2026-02-31', UUID) }, /That cursor/],
    ['list_tasks', { due_from: '2026-11-22', due_to: '2026-11-01' }, /is after/],
    ['list_tasks', { priority: [] }, /priority/],
    ['list_tasks', { priority: ['huge'] }, /one of low, medium, high, urgent/],
    ['list_deadlines', { from: '2026-11-22', to: '2026-11-01' }, /is after/],
    ['list_tasks', { created_from: '2026-11-22', created_to: '2026-11-01' }, /is after/],
    ['list_tasks', { completed_from: '2026-11-22', completed_to: '2026-11-01' }, /is after/],
    ['list_reviews', { from: '2026-11-22', to: '2026-11-01' }, /is after/],
    ['list_reviews', { status: 'decided' }, /one of pending, approved, rejected/],
    ['list_emails', { is_high_risk: 'yes' }, /must be true or false/],
    ['agent_performance', { agent: 'spy' }, /one of triage/],
    ['agent_performance', { from: '2026-11-22', to: '2026-11-01' }, /is after/],
    ['vendor_history', { from: '2026-11-22', to: '2026-11-01' }, /is after/],
    ['search_emails', {}, /query/],
    ['search_emails', { query: 'x'.repeat(201) }, /200 characters/],
    ['get_email', { id: 'the last one' }, /^There is no such/],
    ['get_execution', { id: "'; drop table emails; --" }, /^There is no such/],
    ['get_execution', { id: ['a'] }, /must be text/],
    ['attention_items', { kind: 'gossip' }, /one of failed_execution/],
  ] as const) {
    assert.match(await refusal(tool, input), sentence, JSON.stringify([tool, input]));
  }
});

const UUID = '0198c0de-1234-7abc-8def-8f14e45fceea';
const cursorOf = (...keys: string[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

test('null and blank mean left out, and text of any kind only finds nothing', async (t) => {
  const { database, tools, run } = await openTestTools(t);
  await generateOperations({ database, executions: 60, days: 2, seed: 1, now: NOW });
  const input = tools.find(({ name }) => name === 'list_emails')?.input;
  assert.deepEqual(input?.parse({ from: null, to: '', status: ' Failed ', cursor: null }), {
    status: 'failed',
  });
  for (const text of [
    '\0',
    '\ud800',
    '%',
    "' or true --",
    '\\',

    '{}',
    '_',
    '@',
    '[email:x]',
  ]) {
    assert.equal((await run('list_emails', { sender: text })).total, 0, text);
    assert.equal((await run('list_tasks', { assignee: text })).total, 0, text);
    assert.equal((await run('search_emails', { query: text })).total, 0, text);
  }
  for (const text of ['\\', "' or true --", '{}', '$1', 'name:']) {
    assert.deepEqual((await run('vendor_history', { vendor: text })).vendors, [], text);
  }
});
