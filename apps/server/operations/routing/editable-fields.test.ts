import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EditableKind, editableFields } from '@deskbell/protocol';
import type { ProposedAction } from './action.ts';
import { editPayload } from './edit-payload.ts';

const actions = {
  create_task: {
    kind: 'create_task',
    actionKey: 'task:0',
    payload: {
      title: 'Pay it',
      description: '',
      priority: 'low',
      assignee: null,
      category: '',
      due_date: null,
      quote: 'Please pay.',
    },
  },
  schedule_event: {
    kind: 'schedule_event',
    actionKey: 'event:0',
    payload: {
      title: 'Fire inspection',
      description: '',
      type: 'event',
      date: '2026-12-01',
      time: null,
      timezone: 'America/New_York',
      urgency: 'high',
      is_ambiguous: false,
      quote: 'On December 1.',
    },
  },
  send_notification: {
    kind: 'send_notification',
    actionKey: 'notify',
    payload: { subject: 'High: a van', body: '', urgency: 'high' },
  },
} satisfies { [Kind in EditableKind]: Extract<ProposedAction, { kind: Kind }> };

const samples = { date: '2026-12-24', time: '23:59', time_zone: 'Asia/Tokyo', yes_no: true };

for (const [kind, fields] of Object.entries(editableFields)) {
  const action = actions[kind as EditableKind];
  const isTaken = (changes: Record<string, unknown>) =>
    editPayload(action as ProposedAction & { kind: EditableKind }, changes).ok;

  test(`the editable fields of a ${kind} are all of its payload but the quote`, () => {
    const payload = Object.keys(action.payload).filter((name) => name !== 'quote');
    assert.deepEqual(fields.map(({ name }) => name).toSorted(), payload.toSorted());
  });

  for (const { name, form, isNullable, isRequired, maxLength, choices } of fields) {
    test(`${kind}.${name} is refused and taken as its form says`, () => {
      assert.equal(isTaken({ [name]: null }), isNullable);
      assert.equal(isTaken({ [name]: 7 }), false);
      if (form === 'line' || form === 'text') {
        assert.ok(maxLength);
        assert.equal(isTaken({ [name]: 'x'.repeat(maxLength + 1) }), false);
        assert.equal(isTaken({ [name]: 'x'.repeat(maxLength) }), true);
        assert.equal(isTaken({ [name]: '' }), !isRequired);
        if (form === 'text') assert.equal(isTaken({ [name]: 'a\nb' }), true);
      } else if (form === 'choice') {
        assert.equal(isTaken({ [name]: 'odd' }), false);
        for (const choice of choices ?? []) assert.equal(isTaken({ [name]: choice }), true, choice);
        assert.ok(choices && choices.length > 1);
      } else {
        assert.equal(isTaken({ [name]: 'odd' }), false);
        assert.equal(isTaken({ [name]: samples[form] }), true);
      }
    });
  }
}
