import type { Action } from '@deskbell/protocol';
import type { EditableField } from '@deskbell/protocol/back-office/editable-fields.ts';
import { type ReactNode, useId } from 'react';
import { sayName } from '../executions/finding.ts';
import { type ActionDraft, type FieldProblem, fieldsOf, toInput } from './action-drafts.ts';

/** The fields of a proposed action, to be changed before it is approved. */
export function ActionForm(props: {
  action: Action;
  draft: ActionDraft;
  problems: readonly FieldProblem[];
  namesId: string;
  onChange: (draft: ActionDraft) => void;
}): ReactNode {
  const { action, draft, problems, onChange } = props;
  return (
    <div className="action-form">
      <label className="check">
        <input
          type="checkbox"
          checked={draft.isDropped}
          onChange={({ target }) => onChange({ ...draft, isDropped: target.checked })}
        />
        Leave this one out
      </label>
      {!draft.isDropped && (
        <div className="action-fields">
          {fieldsOf(action).map((field) => (
            <ActionField
              key={field.name}
              field={field}
              namesId={props.namesId}
              value={draft.values[field.name] ?? toInput(field, action.payload[field.name])}
              problem={
                problems.find(
                  (problem) => problem.actionId === action.id && problem.field === field.name,
                )?.text
              }
              onChange={(value) =>
                onChange({ ...draft, values: { ...draft.values, [field.name]: value } })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}

function ActionField(props: {
  field: EditableField;
  namesId: string;
  value: string | boolean;
  problem: string | undefined;
  onChange: (value: string | boolean) => void;
}): ReactNode {
  const { field, value, problem, onChange } = props;
  const id = useId();
  if (typeof value === 'boolean') {
    return (
      <label className="check action-field-wide">
        <input
          type="checkbox"
          checked={value}
          onChange={({ target }) => onChange(target.checked)}
        />
        {field.label}
      </label>
    );
  }
  const shared = {
    id,
    className: 'input',
    value,
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    'aria-required': field.isRequired || undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  } as const;
  const isWide = field.form === 'text' || field.name === 'title';
  return (
    <div className={isWide ? 'field action-field-wide' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {field.form === 'text' ? (
        <textarea {...shared} rows={3} />
      ) : field.form === 'choice' ? (
        <select {...shared}>
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {sayName(choice)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={field.form === 'date' ? 'date' : field.form === 'time' ? 'time' : 'text'}
          autoComplete="off"
          {...(field.name === 'assignee' && { list: props.namesId, placeholder: 'Nobody' })}
        />
      )}
      {problem !== undefined && (
        <span className="field-error" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
