import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from '@deskbell/protocol';
import { editsOf, problemsOf, proposedActions, sayEdits } from './action-drafts.ts';
import { nextPending } from './read-reviews.ts';
import { partReasons } from './review-reasons.ts';

const action = (id: string, change: Partial<Action> = {}): Action => ({
  id,
  execution_id: 'x',
  kind: 'create_task',
  action_key: 'task:0',
  payload: {
    title: 'Pay',
    description: '',
    priority: 'low',
    assignee: 'Ana',
    category: '',
    due_date: null,
  },
  status: 'pending_review',
  created_at: '2026-11-22T08:00:00Z',
  decided_at: null,
  record_id: null,
  ...change,
});
const draft = (values: Record<string, string | boolean>, isDropped = false) => ({
  values,
  isDropped,
});

describe('what the server would refuse', () => {
  it('is said at its field: two lines of a title, characters that cannot be kept, no such zone', () => {
    const event = action('b', { kind: 'schedule_event', payload: {} });
    const found = problemsOf([action('a'), event], {
      a: draft({
        title: 'Pay\tnow',
        description: 'a\u0000b',
        category: '\ud800',
        due_date: '0026-01-01',
      }),
      b: draft({ title: ' ', description: 'two\nlines', timezone: 'New York', date: '' }),
    });
    assert.deepEqual(
      found.map(({ actionId, field }) => `${actionId} ${field}`),
      ['a title', 'a description', 'a category', 'a due_date', 'b title', 'b date', 'b timezone'],
    );
  });
});

describe('what is sent of the drafts', () => {
  it('names no action that is as it was proposed', () => {
    const drafts = { a: draft({}), b: draft({ title: 'Pay', assignee: 'Ana', due_date: '' }) };
    assert.deepEqual(editsOf([action('a'), action('b')], drafts), []);
  });

  it('has only the fields that differ, and null for what was emptied and may be', () => {
    const drafts = { a: draft({ title: 'Pay 4711', priority: 'low', assignee: '' }) };
    assert.deepEqual(editsOf([action('a')], drafts), [
      { action_id: 'a', payload: { title: 'Pay 4711', assignee: null } },
    ]);
  });

  it('sends of an action that is left out nothing else', () => {
    const edits = editsOf([action('a'), action('b')], {
      a: draft({ title: 'Other' }, true),
      b: draft({ title: 'New' }),
    });
    assert.deepEqual(edits[0], { action_id: 'a', drop: true });
    assert.equal(sayEdits(edits), '1 changed, 1 left out');
  });

  it('has no action that has gone out or asks a person', () => {
    const actions = [
      action('a', { status: 'executed', kind: 'send_notification' }),
      action('b', { kind: 'human_review' }),
      action('c'),
    ];
    assert.deepEqual(
      proposedActions({ actions }).map(({ id }) => id),
      ['c'],
    );
  });
});

describe('what has to be mended first', () => {
  it('is an empty title and a zone that there is not, but nothing of what is left out', () => {
    const event = action('b', { kind: 'schedule_event', payload: {} });
    const drafts = {
      a: draft({ title: ' ' }),
      b: draft({ timezone: 'Mars/Base', date: '0026-05-14', title: 'x'.repeat(201) }),
      c: draft({ title: '' }, true),
    };
    assert.deepEqual(
      problemsOf([action('a'), event, action('c')], drafts).map(({ actionId, field }) => [
        actionId,
        field,
      ]),
      [
        ['a', 'title'],
        ['b', 'title'],
        ['b', 'date'],
        ['b', 'timezone'],
      ],
    );
  });
});

describe('the review after a decision', () => {
  const waiting = ['3', '2', '1'].map((id) => ({ id, created_at: `2026-11-0${id}T00:00:00Z` }));

  it('is the next older one, and the newest when none is older', () => {
    assert.equal(nextPending(waiting, { id: '2', created_at: '2026-11-02T00:00:00Z' })?.id, '1');
    assert.equal(nextPending(waiting, { id: '1', created_at: '2026-11-01T00:00:00Z' })?.id, '3');
  });

  it('is none when only the decided one is still told of', () => {
    assert.equal(
      nextPending(waiting.slice(2), { id: '1', created_at: '2026-11-01T00:00:00Z' }),
      undefined,
    );
  });
});

describe('why a person is asked', () => {
  it('has dangers with what to do, apart from what is only unsure', () => {
    const { warnings, others } = partReasons([
      { code: 'low_confidence', detail: 'Unsure.' },
      { code: 'changed_bank_details', detail: 'Another account.' },
      { code: 'toString', detail: 'Unknown.' },
    ]);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['changed_bank_details'],
    );
    assert.deepEqual(
      others.map(({ code }) => code),
      ['low_confidence', 'toString'],
    );
  });
});
