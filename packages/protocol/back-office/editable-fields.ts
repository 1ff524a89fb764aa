/** Actions whose fields a person may change when approving them. */
export type EditableKind = 'create_task' | 'schedule_event' | 'send_notification';

/** One field of an action's payload, and how it is asked for. */
export interface EditableField {
  name: string;
  label: string;
  /**
   * `line` and `text` are words, with line breaks only in `text`; `date` is YYYY-MM-DD, from 1900 to
   * 2199; `time` HH:MM; `time_zone` an IANA name; `yes_no` a boolean.
   */
  form: 'line' | 'text' | 'choice' | 'date' | 'time' | 'time_zone' | 'yes_no';
  /** Null is a value: nobody, no day, the whole day. */
  isNullable: boolean;
  /** It may not be empty. */
  isRequired: boolean;
  /** In UTF-16 code units, for `line` and `text`. */
  maxLength?: number;
  /** Of `choice`. */
  choices?: readonly string[];
}

const line = (name: string, label: string, maxLength: number): EditableField => ({
  name,
  label,
  form: 'line',
  isNullable: false,
  isRequired: true,
  maxLength,
});
const words = (name: string, label: string, maxLength: number): EditableField => ({
  name,
  label,
  form: 'text',
  isNullable: false,
  isRequired: false,
  maxLength,
});
const choice = (name: string, label: string, choices: readonly string[]): EditableField => ({
  name,
  label,
  form: 'choice',
  isNullable: false,
  isRequired: true,
  choices,
});
const levels = ['low', 'medium', 'high', 'critical'] as const;

/**
 * The fields that an edit of `POST /api/reviews/{id}` may change, by the action's kind. A `quote` is
 * the mail's own words and cannot be changed; a `human_review` cannot be edited at all.
 */
export const editableFields: Readonly<Record<EditableKind, readonly EditableField[]>> = {
  create_task: [
    line('title', 'Title', 160),
    words('description', 'Description', 1_000),
    choice('priority', 'Priority', ['low', 'medium', 'high', 'urgent']),
    { ...line('assignee', 'Assignee', 100), isNullable: true, isRequired: false },
    { ...line('category', 'Category', 60), isRequired: false },
    { name: 'due_date', label: 'Due', form: 'date', isNullable: true, isRequired: false },
  ],
  schedule_event: [
    line('title', 'Title', 200),
    words('description', 'Description', 1_000),
    choice('type', 'Type', ['payment', 'delivery', 'response', 'event', 'other']),
    { name: 'date', label: 'Date', form: 'date', isNullable: false, isRequired: true },
    { name: 'time', label: 'Time', form: 'time', isNullable: true, isRequired: false },
    {
      name: 'timezone',
      label: 'Time zone',
      form: 'time_zone',
      isNullable: false,
      isRequired: true,
    },
    choice('urgency', 'Urgency', levels),
    {
      name: 'is_ambiguous',
      label: 'The date can be read in more than one way',
      form: 'yes_no',
      isNullable: false,
      isRequired: true,
    },
  ],
  send_notification: [
    line('subject', 'Subject', 200),
    words('body', 'Text', 4_000),
    choice('urgency', 'Urgency', levels),
  ],
};
