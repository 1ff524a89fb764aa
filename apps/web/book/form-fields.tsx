import type { ComponentChildren } from 'preact';
import type { FieldValue } from './draft.ts';
import { readField } from './draft.ts';
import { type FieldName, fieldId } from './fields.ts';
import { useWizard } from './wizard-context.ts';
import { shownErrors } from './wizard-state.ts';

interface FieldTexts {
  name: FieldName;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

/** What every control of a field has in common: its value, its ids and what describes it. */
export const useField = (name: FieldName, hasHint: boolean) => {
  const { store, state } = useWizard();
  const id = fieldId(name);
  const error = shownErrors(state).find(({ field }) => field === name)?.message;
  const isFromChat = state.draft.fromChat.includes(name);
  const describedBy = [
    isFromChat ? `${id}-mark` : '',
    hasHint ? `${id}-hint` : '',
    error === undefined ? '' : `${id}-error`,
  ].filter((part) => part !== '');
  return {
    id,
    error,
    isFromChat,
    value: readField(state.draft, name),
    set: (value: FieldValue) => store.set(name, value),
    touch: () => store.touch(name),
    aria: {
      'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
      'aria-invalid': error === undefined ? undefined : ('true' as const),
    },
  };
};

export const ChatMark = ({ name }: { name: FieldName }) => {
  const { state } = useWizard();
  return state.draft.fromChat.includes(name) ? (
    <span class="book-mark" id={`${fieldId(name)}-mark`}>
      from your chat
    </span>
  ) : null;
};

export const FieldNotes = ({ name, hint }: { name: FieldName; hint?: ComponentChildren }) => {
  const { id, error } = useField(name, false);
  return (
    <>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
};

/** A label, its control, and what is to be said of them. */
const Field = ({ name, label, hint, children }: FieldTexts & { children: ComponentChildren }) => (
  <div class="field">
    <div class="book-label">
      <label for={fieldId(name)}>{label}</label>
      <ChatMark name={name} />
    </div>
    {children}
    <FieldNotes name={name} hint={hint} />
  </div>
);

export const TextField = (
  props: FieldTexts & {
    type?: 'email' | 'tel' | 'date' | 'time';
    inputMode?: 'email' | 'tel' | 'numeric';
    autoComplete?: string;
    maxLength?: number;
  },
) => {
  const { name, label, hint, ...attributes } = props;
  const { id, value, set, touch, aria } = useField(name, hint !== undefined);
  return (
    <Field name={name} label={label} hint={hint}>
      <input
        // Preact's types allow each of these with some types of input only.
        {...(attributes as object)}
        {...aria}
        id={id}
        name={name}
        value={typeof value === 'string' ? value : ''}
        onInput={(event) => set(event.currentTarget.value)}
        onBlur={touch}
      />
    </Field>
  );
};

export const TextArea = (props: FieldTexts & { maxLength: number; rows?: number }) => {
  const { name, label, hint, maxLength, rows = 3 } = props;
  const { id, value, set, touch, aria } = useField(name, hint !== undefined);
  return (
    <Field name={name} label={label} hint={hint}>
      <textarea
        {...aria}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        value={typeof value === 'string' ? value : ''}
        onInput={(event) => set(event.currentTarget.value)}
        onBlur={touch}
      />
    </Field>
  );
};

export const SelectField = (
  props: FieldTexts & {
    choices: readonly { value: string; label: string }[];
    autoComplete?: string;
  },
) => {
  const { name, label, hint, choices, autoComplete } = props;
  const { id, value, set, touch, aria } = useField(name, hint !== undefined);
  const chosen = choices.some((choice) => choice.value === value) ? String(value) : '';
  return (
    <Field name={name} label={label} hint={hint}>
      <select
        {...aria}
        id={id}
        name={name}
        autoComplete={autoComplete}
        value={chosen}
        onChange={(event) => {
          set(event.currentTarget.value === '' ? undefined : event.currentTarget.value);
          touch();
        }}
      >
        <option value="">Choose…</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
};

export interface Choice {
  value: string | number;
  title: ComponentChildren;
  small?: ComponentChildren;
}

/** Radio buttons as cards. The first of them has the field's own id. */
export const ChoiceField = (
  props: FieldTexts & { choices: readonly Choice[]; class?: string; isLegendHidden?: boolean },
) => {
  const { name, label, hint, choices, isLegendHidden = false } = props;
  const { id, value, set, touch, aria } = useField(name, hint !== undefined);
  return (
    <fieldset class="field" aria-describedby={aria['aria-describedby']}>
      <legend class={isLegendHidden ? 'visually-hidden' : undefined}>
        {label} <ChatMark name={name} />
      </legend>
      <div class={props.class ?? 'choices'}>
        {choices.map((choice, index) => (
          <label class="choice" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              aria-invalid={aria['aria-invalid']}
              onChange={() => {
                set(choice.value);
                touch();
              }}
            />
            <span>
              {choice.title}
              {choice.small !== undefined && <small>{choice.small}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes name={name} hint={hint} />
    </fieldset>
  );
};

export const CheckField = (props: {
  name: FieldName;
  title: ComponentChildren;
  small?: ComponentChildren;
}) => {
  const { name, title, small } = props;
  const { id, value, set, touch, aria } = useField(name, false);
  return (
    <div class="book-check">
      <label class="choice">
        <input
          {...aria}
          type="checkbox"
          id={id}
          name={name}
          checked={value === true}
          onChange={(event) => {
            set(event.currentTarget.checked);
            touch();
          }}
        />
        <span>
          {title} <ChatMark name={name} />
          {small !== undefined && <small>{small}</small>}
        </span>
      </label>
      <FieldNotes name={name} />
    </div>
  );
};
