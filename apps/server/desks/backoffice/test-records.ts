import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';

export interface TestMail {
  /** ISO; when it came in, and when whatever belongs to it was made. */
  at: string;
  status?: 'pending' | 'completed' | 'failed';
  /** Stand wherever a mail's writer decides what stands there. */
  words?: string;
  errorCode?: string;
  category?: string;
}

/** A mail and its execution, which have the same id. */
export async function insertMail(
  { pool }: Database,
  { at, status = 'completed', words = '', errorCode, category }: TestMail,
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
       sender_domain, recipient, subject, headers, size_bytes, has_attachments, attachment_count)
     values ($1::uuid, 'api', $1::uuid::text, 'json', $2, $3 || '@' || $3 || '.example', $3,
       $3 || '.example', $3, $3, '{}', 1, true, 1)`,
    [id, at, words],
  );
  await pool.query(
    `insert into email_contents (email_id, segments, hidden_text, body_text, search)
     values ($1, $3, '{"characters":0,"examples":[]}', $2, to_tsvector('english', $2))`,
    [id, words, JSON.stringify([{ kind: 'new', text: words }])],
  );
  await pool.query(
    `insert into attachments (email_id, position, filename, content_type, size_bytes, sha256, is_inline)
     values ($1, 0, $2, 'application/pdf', 1, repeat('0', 64), false)`,
    [id, `${words}.pdf`],
  );
  await pool.query(
    `insert into vendors (id, vendor_key, name, first_seen_at, last_seen_at)
     values ($1::uuid, $1::uuid::text, $2, $3, $3)`,
    [id, words, at],
  );
  await pool.query(
    `insert into executions (id, email_id, status, accepted_at, completed_at, error_code,
       error_message, category, vendor_id)
     values ($1, $1, $2, $3, case when $2 <> 'pending' then $3::timestamptz end, $4, $5, $6, $1)`,
    [id, status, at, errorCode ?? null, words, category ?? null],
  );
  return id;
}

/** A task's id. */
export async function insertTask(
  { pool }: Database,
  mail: TestMail & { mailId: string },
  task: { priority: string; dueDate: string | null; status?: string },
): Promise<string> {
  const id = await insertAction(pool, mail, 'create_task');
  await pool.query(
    `insert into tasks (id, action_id, execution_id, email_id, title, description, priority,
       assignee, category, status, due_date, quote, created_at, updated_at)
     values ($1, $1, $2, $2, $3, $3, $4, $3, 'mail', $5, $6, $3, $7, $7)`,
    [
      id,
      mail.mailId,
      mail.words ?? '',
      task.priority,
      task.status ?? 'open',
      task.dueDate,
      mail.at,
    ],
  );
  return id;
}

export async function insertDeadline(
  { pool }: Database,
  mail: TestMail & { mailId: string },
  dueAt: string,
): Promise<void> {
  const id = await insertAction(pool, mail, 'schedule_event');
  await pool.query(
    `insert into calendar_events (id, action_id, execution_id, email_id, title, description, type,
       date, time, timezone, due_at, urgency, is_ambiguous, status, quote, created_at, updated_at)
     values ($1, $1, $2, $2, $3, $3, 'payment', ($4::timestamptz at time zone 'UTC')::date, null,
       'UTC', $4, 'high', false, 'scheduled', $3, $5, $5)`,
    [id, mail.mailId, mail.words ?? '', dueAt, mail.at],
  );
}

export async function insertReview(
  { pool }: Database,
  mail: TestMail & { mailId: string },
): Promise<void> {
  await pool.query(
    `insert into reviews (id, execution_id, reasons, risk, status, created_at)
     values ($1, $2, $3, 'high', 'pending', $4)`,
    [
      randomUUID(),
      mail.mailId,
      JSON.stringify([{ code: 'low_confidence', detail: mail.words ?? '' }]),
      mail.at,
    ],
  );
}

async function insertAction(
  pool: Database['pool'],
  { mailId, at }: TestMail & { mailId: string },
  kind: string,
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
     values ($1::uuid, $2, $3, $1::uuid::text, '{}', 'executed', $4)`,
    [id, mailId, kind, at],
  );
  return id;
}
