import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describedField, fieldGroups, typeText } from './describe-schema.ts';

it('a type is told in words, with names to link', () => {
  const task = { $ref: '#/components/schemas/Task' };
  assert.deepEqual(typeText({ type: 'array', items: task }), ['list of ', { schema: 'Task' }]);
  assert.deepEqual(typeText({ anyOf: [task, { type: 'null' }] }), [
    { schema: 'Task' },
    ' or ',
    'null',
  ]);
  assert.deepEqual(typeText({ type: ['string', 'null'] }), ['string', ' or ', 'null']);
  assert.deepEqual(typeText({ type: 'string', format: 'uuid' }), ['string (uuid)']);
  assert.deepEqual(typeText({ type: 'string', enum: ['a', 'b'] }), ['"a", "b"']);
  assert.deepEqual(typeText({}), ['any value']);
});

it('limits and what counts without the field stand in the description', () => {
  const limit = {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'How many.',
  };
  assert.equal(
    describedField('limit', limit, false).description,
    'How many. 1 to 100. Default: `20`.',
  );
  const name = { type: 'string', minLength: 1, maxLength: 9 };
  assert.equal(describedField('name', name, true).description, 'At most 9 characters.');
  const password = { type: 'string', minLength: 8, maxLength: 9 };
  assert.equal(describedField('p', password, true).description, '8 to 9 characters.');
});

it('fields within objects and lists are told by the way to them', () => {
  const [group] = fieldGroups({
    properties: {
      usage: { type: 'object', properties: { tokens: { type: 'integer' } } },
      actions: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      },
    },
    required: ['usage', 'actions'],
  });
  assert.deepEqual(
    group?.fields.map(({ name, isRequired }) => `${name} ${isRequired}`),
    ['usage.tokens false', 'actions true', 'actions[].id true'],
  );
});

it('each kind of object has its own fields, under what tells it from the others', () => {
  const kind = (value: string, usual?: string) => ({
    properties: {
      type: { const: value, ...(usual === undefined ? {} : { default: usual }) },
      turn_id: { type: 'string' },
    },
  });
  const groups = fieldGroups({
    anyOf: [kind('message', 'message'), kind('stop'), { $ref: '#/components/schemas/Other' }],
  });
  assert.deepEqual(
    groups.map(({ title, schema, fields }) => [title, schema, fields.map(({ name }) => name)]),
    [
      ['type: "message", or none', undefined, ['turn_id']],
      ['type: "stop"', undefined, ['turn_id']],
      ['', 'Other', []],
    ],
  );
});
