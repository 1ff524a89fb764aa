import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mondayOf } from './days.ts';
import { sayDue } from './due-words.ts';
import { matchesQuery, taskQueryOf } from './read-tasks.ts';

const today = '2026-11-01';
const due = (due_date: string | null, status: 'open' | 'in_progress' | 'done' = 'open') =>
  sayDue({ due_date, status }, today)?.text;

describe('when a task is due', () => {
  it('says nothing of what has no day or is done', () => {
    assert.equal(due(null), undefined);
    assert.equal(due('2026-10-01', 'done'), undefined);
  });

  it('is overdue from the day after on, also in the week of a clock change', () => {
    assert.equal(due('2026-11-01'), 'due today');
    assert.equal(due('2026-10-31'), 'overdue since yesterday');
    assert.equal(due('2026-10-25', 'in_progress'), '7 days overdue');
    assert.equal(due('2026-11-02'), 'due tomorrow');
    assert.equal(due('2026-11-08'), 'in 7 days');
  });
});

describe('what the server is asked for', () => {
  it('has weeks from Monday to Sunday', () => {
    assert.equal(mondayOf('2026-11-01'), '2026-10-26');
    assert.equal(mondayOf('2026-10-26'), '2026-10-26');
    assert.deepEqual(taskQueryOf({ due: 'week' }, today), {
      open: true,
      due_from: '2026-10-26',
      due_to: '2026-11-01',
    });
  });

  it('never asks for an order that the server refuses', () => {
    assert.deepEqual(taskQueryOf({ status: 'done', order: 'due' }, today), { status: 'done' });
    assert.deepEqual(taskQueryOf({ status: 'all', order: 'due' }, today), {});
    assert.equal(taskQueryOf({ due: 'overdue', order: 'due' }, today).order, undefined);
    assert.equal(taskQueryOf({ order: 'due' }, today).order, 'due');
  });

  it('counts only open tasks as overdue', () => {
    const query = taskQueryOf({ due: 'overdue', status: 'all' }, today);
    assert.deepEqual(query, { open: true, due_to: '2026-10-31' });
    const task = { due_date: '2026-10-30', status: 'done' } as Parameters<
      ReturnType<typeof matchesQuery>
    >[0];
    assert.equal(matchesQuery(query)(task), false);
    assert.equal(matchesQuery(query)({ ...task, status: 'open' }), true);
  });
});
