import type { AgentResult, FindingsByAgent } from '../agents/agent.ts';
import type { MailSource } from '../tables.ts';
import type { Job } from './job.ts';
import { quickCommit } from './job-queue.ts';
import type { SqlRunner } from './sql-runner.ts';

/** Larger messages are fetched one by one, when their turn comes. */
const LOADED_AT_ONCE_BYTES = 256 * 1024;

/** A mail whose execution is `running` in this process. */
export interface ClaimedMail {
  job: Job;
  executionId: string;
  emailId: string;
  /** `executions.attempts` of this try. */
  attempt: number;
  source: MailSource;
  acceptedAt: Date;
  sender: string;
  senderName: string;
  recipient: string;
  /** Null for a large message. */
  raw: Buffer | null;
  /** Of earlier tries. */
  finished: StoredOutput[];
}

export interface StoredOutput extends AgentResult<FindingsByAgent[keyof FindingsByAgent]> {
  agent: keyof FindingsByAgent;
}

/**
 * Marks executions as running and loads what their mails' way begins with, in one statement for a
 * whole batch. Jobs without a mail in the result need no work: cancelled meanwhile.
 */
export async function claimMails(
  run: SqlRunner,
  { jobs, now }: { jobs: readonly Job[]; now: Date },
): Promise<ClaimedMail[]> {
  const { rows } = await run<Omit<ClaimedMail, 'job'>>(CLAIM, [
    jobs.map(({ executionId }) => executionId),
    now,
  ]);
  const byExecution = new Map(jobs.map((job) => [job.executionId, job]));
  return rows.flatMap((row) => {
    const job = byExecution.get(row.executionId);
    return job === undefined ? [] : [{ ...row, job }];
  });
}

// `completed_at is null` says pending or running, without the indexes by status: every mail passes
// through those, so they are full of dead entries. A demonstration mail of last week was worked on
// last week.
const CLAIM = `
  with claimed as (
    update executions e
    set status = 'running', attempts = e.attempts + 1, error_code = null, error_message = null,
      started_at = case when m.source = 'demo' then m.accepted_at else $2::timestamptz end
    from emails m
    where e.id = any($1::uuid[]) and e.completed_at is null and m.id = e.email_id
    returning e.id, e.email_id, e.attempts, m.source, m.accepted_at, m.sender, m.sender_name,
      m.recipient, m.size_bytes
  )
  select c.id as "executionId", c.email_id as "emailId", c.attempts as attempt, c.source,
    c.accepted_at as "acceptedAt", c.sender, c.sender_name as "senderName", c.recipient,
    case when c.size_bytes <= ${LOADED_AT_ONCE_BYTES} then s.raw end as raw,
    case when c.attempts = 1 then '[]'::json else coalesce((
      select json_agg(json_build_object('agent', o.agent, 'findings', o.findings,
        'confidence', o.confidence, 'nextActions', o.next_actions, 'evidence', o.evidence))
      from agent_outputs o where o.execution_id = c.id and o.status = 'completed'
    ), '[]'::json) end as finished,
    ${quickCommit}
  from claimed c
  join email_sources s on s.email_id = c.email_id`;

/** Turning a column's text into bytes holds up everything else: some 8 ms for so many. */
const PIECE_BYTES = 1024 * 1024;

/** The message of a mail that was too large to come along with its claim, piece by piece. */
export async function loadRaw(run: SqlRunner, emailId: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let from = 1; ; from += PIECE_BYTES) {
    const { rows } = await run<{ piece: Buffer }>(
      'select substring(raw from $2::int for $3::int) as piece from email_sources where email_id = $1',
      [emailId, from, PIECE_BYTES],
    );
    const piece = rows[0]?.piece;
    if (piece === undefined) throw new Error('The mail is gone');
    pieces.push(piece);
    if (piece.byteLength < PIECE_BYTES) return Buffer.concat(pieces);
  }
}
