import type { FindingsByAgent } from '../agents/agent.ts';
import type { AgentRun } from '../agents/run-agent.ts';
import { type MailContent, textOf } from '../mail/email.ts';
import type { SqlWrite } from './sql-write.ts';

type AgentName = keyof FindingsByAgent;

/** Work that took longer, or money, is stored at once; the rest goes with the next transaction. */
const REPEATABLE_MS = 50;
/** Of the mail's text, for full-text search: a search vector may have 1 MB at most. */
const SEARCHED_CHARACTERS = 100_000;

/** An agent that came to nothing. */
export interface FailedRun {
  errorCode: string;
  executionTimeMs: number;
  modelUsed: string;
}

/** What was found out about one mail and is not stored yet. */
export interface MailProgress {
  addContent(content: MailContent, tookMs: number): void;
  addRun<Name extends AgentName>(agent: Name, run: AgentRun<Name> | FailedRun, at: Date): void;
  /** Whether losing it would cost more than storing it now. */
  isWorthSaving(): boolean;
  /**
   * Stores everything added since the last time. What is there already stays, but for a failed
   * output and a context made again from more. Call `saved` once it is committed.
   */
  write(): { write: SqlWrite; saved(): void };
}

interface OutputRow {
  agent: AgentName;
  status: 'completed' | 'failed';
  findings: string | null;
  evidence: string;
  confidence: number | null;
  nextActions: string;
  executionTimeMs: number;
  modelUsed: string;
  isDisputed: boolean | null;
  errorCode: string | null;
  inputTokens: number;
  outputTokens: number;
  costNanoUsd: number | null;
  createdAt: Date;
}

export function createMailProgress({
  executionId,
  emailId,
}: {
  executionId: string;
  emailId: string;
}): MailProgress {
  let content: MailContent | undefined;
  let outputs: OutputRow[] = [];
  let isWorthSaving = false;

  return {
    addContent: (read, tookMs) => {
      content = read;
      if (tookMs > REPEATABLE_MS) isWorthSaving = true;
    },
    addRun: (agent, run, at) => {
      const row = 'findings' in run ? completedRow(agent, run, at) : failedRow(agent, run, at);
      outputs.push(row);
      if (row.executionTimeMs > REPEATABLE_MS || row.inputTokens > 0) isWorthSaving = true;
    },
    isWorthSaving: () => isWorthSaving,
    write: () => {
      const [savedContent, savedOutputs] = [content, outputs];
      return {
        write: {
          text: SAVE,
          values: [
            emailId,
            ...contentValues(savedContent),
            executionId,
            ...outputValues(savedOutputs),
          ],
        },
        saved: () => {
          if (content === savedContent) content = undefined;
          outputs = outputs.filter((row) => !savedOutputs.includes(row));
          isWorthSaving = false;
        },
      };
    },
  };
}

function completedRow<Name extends AgentName>(
  agent: Name,
  run: AgentRun<Name>,
  createdAt: Date,
): OutputRow {
  return {
    agent,
    status: 'completed',
    findings: JSON.stringify(run.findings),
    evidence: JSON.stringify(run.evidence),
    confidence: run.confidence,
    nextActions: run.nextActions.join('\n'),
    executionTimeMs: Math.round(run.executionTimeMs),
    modelUsed: run.modelUsed,
    isDisputed: run.isDisputed,
    errorCode: run.errorCode,
    inputTokens: run.inputTokens,
    outputTokens: run.outputTokens,
    costNanoUsd: run.costNanoUsd,
    createdAt,
  };
}

function failedRow(agent: AgentName, run: FailedRun, createdAt: Date): OutputRow {
  return {
    agent,
    status: 'failed',
    findings: null,
    evidence: '[]',
    confidence: null,
    nextActions: '',
    executionTimeMs: Math.round(run.executionTimeMs),
    modelUsed: run.modelUsed,
    isDisputed: null,
    errorCode: run.errorCode,
    inputTokens: 0,
    outputTokens: 0,
    costNanoUsd: 0,
    createdAt,
  };
}

// Arrays of text rather than one JSON document: PostgreSQL would unescape that, and refuse \\u0000.
const SAVE = `
  content as (
    insert into email_contents (email_id, segments, hidden_text, body_text, search)
    select m.id, $2::json, $3::json, $4::text,
      to_tsvector('english', m.subject || ' ' || left($4::text, ${SEARCHED_CHARACTERS}))
    from emails m where m.id = $1::uuid and $4::text is not null
    on conflict do nothing
  ), counted as (
    update emails set attachment_count = cardinality($5::int[]),
      has_attachments = cardinality($5::int[]) > 0
    where id = $1::uuid and attachment_count <> cardinality($5::int[]) and $4::text is not null
  ), listed as (
    insert into attachments
      (email_id, position, filename, content_type, size_bytes, sha256, is_inline)
    select $1::uuid, * from unnest($5::int[], $6::text[], $7::text[], $8::int[], $9::text[],
      $10::boolean[])
    on conflict do nothing
  ), outputs as (
  insert into agent_outputs as stored (execution_id, agent, status, findings, evidence, confidence,
    next_actions, execution_time_ms, model_used, is_disputed, error_code, input_tokens,
    output_tokens, cost_nano_usd, created_at)
  select $11::uuid, agent, status, findings::json, evidence::json, confidence,
    string_to_array(next_actions, E'\\n'), took_ms, model_used, is_disputed, error_code,
    input_tokens, output_tokens, cost_nano_usd, created_at
  from unnest($12::text[], $13::text[], $14::text[], $15::text[], $16::real[], $17::text[],
    $18::int[], $19::text[], $20::boolean[], $21::text[], $22::int[], $23::int[], $24::bigint[],
    $25::timestamptz[]) as made (agent, status, findings, evidence, confidence, next_actions,
    took_ms, model_used, is_disputed, error_code, input_tokens, output_tokens, cost_nano_usd,
    created_at)
  on conflict (execution_id, agent) do update set status = excluded.status,
    findings = excluded.findings, evidence = excluded.evidence, confidence = excluded.confidence,
    next_actions = excluded.next_actions, execution_time_ms = excluded.execution_time_ms,
    model_used = excluded.model_used, is_disputed = excluded.is_disputed,
    error_code = excluded.error_code, input_tokens = stored.input_tokens + excluded.input_tokens,
    output_tokens = stored.output_tokens + excluded.output_tokens,
    cost_nano_usd = stored.cost_nano_usd + excluded.cost_nano_usd, created_at = excluded.created_at
  where stored.status = 'failed' or stored.agent = 'context'
  )`;

/** Nulls and empty arrays for content that is stored already. */
function contentValues(content: MailContent | undefined): unknown[] {
  const attachments = content?.attachments ?? [];
  return [
    content && JSON.stringify(content.segments),
    content && JSON.stringify(content.hiddenText),
    content && textOf(content, ['new', 'quoted', 'forwarded', 'signature', 'footer']),
    attachments.map(({ position }) => position),
    attachments.map(({ filename }) => filename),
    attachments.map(({ contentType }) => contentType),
    attachments.map(({ sizeBytes }) => sizeBytes),
    attachments.map(({ sha256 }) => sha256),
    attachments.map(({ isInline }) => isInline),
  ];
}

function outputValues(rows: readonly OutputRow[]): unknown[] {
  const column = <Key extends keyof OutputRow>(key: Key) => rows.map((row) => row[key]);
  return [
    column('agent'),
    column('status'),
    column('findings'),
    column('evidence'),
    column('confidence'),
    column('nextActions'),
    column('executionTimeMs'),
    column('modelUsed'),
    column('isDisputed'),
    column('errorCode'),
    column('inputTokens'),
    column('outputTokens'),
    column('costNanoUsd'),
    column('createdAt'),
  ];
}
