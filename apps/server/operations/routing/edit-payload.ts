import { isCalendarDate } from '../../platform/calendar-date.ts';
import {
  eventPayloadSchema,
  notificationPayloadSchema,
  type ProposedAction,
  taskPayloadSchema,
} from './action.ts';
import { isTimeZone } from './instant-of.ts';

const schemas = {
  create_task: taskPayloadSchema,
  schedule_event: eventPayloadSchema,
  send_notification: notificationPayloadSchema,
};

type Proposal = Exclude<ProposedAction, { kind: 'human_review' }>;

export type EditOutcome<Action> = { ok: true; action: Action } | { ok: false; detail: string };

/**
 * The action with the fields a person changed, as the schemas of action.ts allow. `detail` is a
 * sentence for that person. The words the finding rests on are evidence and stay as they are.
 */
export function editPayload<Action extends Proposal>(
  action: Action,
  changes: Record<string, unknown>,
): EditOutcome<Action> {
  if ('quote' in changes) return refuse('the quote is what the mail says and cannot be edited');
  const unstorable = Object.entries(changes).find(
    ([, value]) => typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed()),
  );
  if (unstorable !== undefined)
    return refuse(`${unstorable[0]} has characters that cannot be kept`);
  const parsed = schemas[action.kind].safeParse({ ...action.payload, ...changes });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field =
      issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
    return refuse(`${String(field).slice(0, 64)}: ${issue?.message ?? 'not valid'}`);
  }
  const { data } = parsed;
  const date = 'date' in data ? data.date : 'due_date' in data ? data.due_date : null;
  if (date !== null && !isCalendarDate(date)) return refuse('the date must be from 1900 to 2199');
  if ('timezone' in data && !isTimeZone(data.timezone)) {
    return refuse('timezone must be the IANA name of a time zone');
  }
  const line = 'subject' in data ? data.subject : data.title;
  if (line.trim() === '' || /\p{Cc}/u.test(line)) {
    return refuse('the title or subject must be one line of text');
  }
  return { ok: true, action: { ...action, payload: data } };
}

const refuse = (detail: string): { ok: false; detail: string } => ({ ok: false, detail });
