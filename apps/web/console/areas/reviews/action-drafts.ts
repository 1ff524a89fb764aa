import type { Action, Review, ReviewDecisionRequest } from '@deskbell/protocol';
import {
  type EditableField,
  editableFields,
} from '@deskbell/protocol/back-office/editable-fields.ts';

/** What a person writes about one proposed action: text as in its fields, and whether it is left out. */
export interface ActionDraft {
  values: Readonly<Record<string, string | boolean>>;
  isDropped: boolean;
}

/** Drafts by the action's id; an action without one is as it was proposed. */
export type ActionDrafts = Readonly<Record<string, ActionDraft>>;

/** The actions that wait for the decision. A notification has gone out before. */
export const proposedActions = ({ actions }: Pick<Review, 'actions'>): Action[] =>
  actions.filter(({ kind, status }) => kind !== 'human_review' && status === 'pending_review');

export const fieldsOf = ({ kind }: Pick<Action, 'kind'>): readonly EditableField[] =>
  kind === 'human_review' ? [] : editableFields[kind];

/** What a field shows of a payload's value. */
export function toInput({ form }: Pick<EditableField, 'form'>, value: unknown): string | boolean {
  if (form === 'yes_no') return value === true;
  return typeof value === 'string' ? value : '';
}

/** The payload's value of what a field shows. */
const toValue = (field: EditableField, input: string | boolean): unknown =>
  input === '' && field.isNullable ? null : input;

/** Why a field cannot be as it is, as a sentence; undefined when it can. */
export function problemOf(field: EditableField, input: string | boolean): string | undefined {
  if (typeof input === 'boolean') return undefined;
  if (input.trim() === '') {
    return field.isRequired ? `${field.label} must not be empty.` : undefined;
  }
  if (input.includes('\u0000') || !input.isWellFormed()) {
    return `${field.label} has characters that cannot be kept. Type it anew.`;
  }
  if (isOneLine(field) && /\p{Cc}/u.test(input)) {
    return `${field.label} must be one line of plain text, without tabs.`;
  }
  if (field.maxLength !== undefined && input.length > field.maxLength) {
    return `${field.label} may have ${field.maxLength} characters; it has ${input.length}.`;
  }
  if (field.form === 'date' && !(input >= '1900-01-01' && input <= '2199-12-31')) {
    return `${field.label} must be a day from 1900 to 2199.`;
  }
  if (field.form === 'time_zone' && !isTimeZone(input)) {
    return `${field.label} must be a name such as America/New_York.`;
  }
  return undefined;
}

/** What names a record goes into subjects of mail and names of calendar events. */
const isOneLine = ({ name }: EditableField): boolean => name === 'title' || name === 'subject';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}

export interface FieldProblem {
  actionId: string;
  field: string;
  text: string;
}

/** What has to be mended before the drafts can be sent, in the order of the fields. */
export const problemsOf = (actions: readonly Action[], drafts: ActionDrafts): FieldProblem[] =>
  actions.flatMap((action) => {
    const draft = drafts[action.id];
    if (draft === undefined || draft.isDropped) return [];
    return fieldsOf(action).flatMap((field) => {
      const input = draft.values[field.name];
      const text = input === undefined ? undefined : problemOf(field, input);
      return text === undefined ? [] : [{ actionId: action.id, field: field.name, text }];
    });
  });

type Edits = NonNullable<ReviewDecisionRequest['edits']>;

/** What differs from what was proposed; an action that does not is not named. */
export function editsOf(actions: readonly Action[], drafts: ActionDrafts): Edits {
  return actions.flatMap((action): Edits => {
    const draft = drafts[action.id];
    if (draft === undefined) return [];
    if (draft.isDropped) return [{ action_id: action.id, drop: true }];
    const payload = Object.fromEntries(
      fieldsOf(action).flatMap((field) => {
        const input = draft.values[field.name];
        const before = toInput(field, action.payload[field.name]);
        return input === undefined || input === before ? [] : [[field.name, toValue(field, input)]];
      }),
    );
    return Object.keys(payload).length === 0 ? [] : [{ action_id: action.id, payload }];
  });
}

/** `1 changed, 2 left out`; undefined when nothing is. */
export function sayEdits(edits: Edits): string | undefined {
  const dropped = edits.filter(({ drop }) => drop === true).length;
  const changed = edits.length - dropped;
  const parts = [
    changed > 0 ? `${changed} changed` : '',
    dropped > 0 ? `${dropped} left out` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
