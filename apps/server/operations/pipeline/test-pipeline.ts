import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { type Database, openDatabase } from '../../platform/database.ts';
import { createListener } from '../../platform/listener.ts';
import { type AgentResult, type FindingsByAgent, RULES_MODEL } from '../agents/agent.ts';
import { AgentError, type AgentRunner } from '../agents/run-agent.ts';
import type { EmailAttachment } from '../mail/email.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import { WorkerError, type WorkerPool } from '../workers/worker-pool.ts';
import type { MailQueue } from './mail-queue.ts';
import { createPipeline, type Pipeline, type PipelineOptions } from './pipeline.ts';
import type { PipelineSteps } from './pipeline-steps.ts';

// Small stand-ins for what the pipeline is given: real in what they write, simple in what they
// find. What a mail makes them do is said by words in its text.

export const silent = pino({ level: 'silent' });

export const testSettings: OperationsSettings = {
  timezone: 'America/New_York',
  ownDomains: ['totetaxi.test'],
  ownAddresses: [],
  staffNames: [],
  publicUrl: 'http://localhost',
  allowedSenders: [],
  blockedSenders: [],
  reviewBelowConfidence: 0.9,
  notifications: { email: undefined, webhook: undefined },
};

export const testWorkers: WorkerPool = {
  readMail: async (raw) => {
    const text = Buffer.from(raw).toString();
    if (text.includes('UNREADABLE'))
      throw new WorkerError('too_many_parts', 'The message has more than 1,000 parts.');
    if (text.includes('CRASHING')) throw new WorkerError('crashed', 'The reader crashed.');
    const attachments: EmailAttachment[] = text.includes('ATTACHED')
      ? [
          {
            position: 0,
            filename: 'invoice.pdf',
            contentType: 'application/pdf',
            sizeBytes: 4,
            sha256: createHash('sha256').update('%PDF').digest('hex'),
            isInline: false,
          },
        ]
      : [];
    return {
      segments: [{ kind: 'new', text }],
      hiddenText: { characters: 0, examples: [] },
      attachments,
    };
  },
  readAttachments: () => Promise.reject(new Error('not used: agents are stand-ins')),
  runRules: () => Promise.reject(new Error('not used: agents are stand-ins')),
  runWholeMail: () => Promise.reject(new Error('not used: agents are stand-ins')),
  close: async () => {},
};

const findings: { [Name in keyof FindingsByAgent]: (text: string) => FindingsByAgent[Name] } = {
  triage: () => ({
    category: 'vendor',
    urgency: 40,
    type: 'invoice',
    requires_vision: false,
    has_deadline: true,
    reasons: ['it says so'],
    warnings: [],
  }),
  vision: () => ({
    extracted_text: 'Invoice 7\u0000 with a NUL',
    invoice_data: {
      vendor: 'Van Leasing',
      number: '7',
      date: '2026-03-01',
      due: '2026-03-31',
      total_cents: 12_300,
      net_cents: null,
      tax_cents: null,
      currency: 'USD',
      lines: [],
      arithmetic_ok: true,
      duplicate_of: null,
      source: 'text',
      attachment: 0,
    },
    receipt_data: null,
    images_processed: 0,
    attachments: [],
  }),
  deadline: () => ({ deadlines: [], recurring_events: [] }),
  task: (text) => ({
    tasks: [
      {
        title: `Answer ${text.slice(0, 20)}`,
        description: '',
        priority: 'medium',
        assignee: null,
        category: 'mail',
        due_date: null,
        quote: '',
      },
    ],
  }),
  context: () => ({
    synthesis: 'A mail.',
    historical_pattern: 'None.',
    vendor_reliability: null,
    recommendations: [],
    risk: 'low',
    risk_factors: [],
  }),
};

export const testAgents: AgentRunner = {
  run: async (agent, { email }) => {
    const text = email.segments[0]?.text ?? '';
    if (text.includes(`${agent.toUpperCase()}-FAILS`))
      throw new AgentError('time_limit', 'The agent was cut off.');
    const result: AgentResult<FindingsByAgent[typeof agent]> = {
      findings: findings[agent](text),
      confidence: 0.95,
      nextActions: ['create_task'],
      evidence: [{ finding: agent, quote: text.slice(0, 10), where: 'body' }],
    };
    return {
      ...result,
      modelUsed: RULES_MODEL,
      isDisputed: null,
      errorCode: null,
      executionTimeMs: text.includes('SLOW') ? 200 : 1,
      inputTokens: 0,
      outputTokens: 0,
      costNanoUsd: 0,
    };
  },
};

export const testSteps: PipelineSteps = {
  readEnvelope: async () => ({
    messageId: null,
    from: { name: '', address: '' },
    replyTo: null,
    to: [],
    cc: [],
    subject: 'Test',
    sentAt: null,
    inReplyTo: null,
    references: [],
    headers: {},
  }),
  findDuplicateInvoice: async ({ database, executionId }) => {
    await sql`select 1 from invoices where execution_id = ${executionId}`.execute(database);
    return null;
  },
  readHistory: async ({ database, email }) => {
    const { rows } = await sql<{ mails: number }>`
      select count(*) as mails from emails where sender = ${email.envelope.from.address}
    `.execute(database);
    const none = { mails: 0, lastAt: null, categories: {} };
    return {
      fromSender: { ...none, mails: rows[0]?.mails ?? 0 },
      fromDomain: none,
      thread: [],
      similar: [],
      vendor: null,
      recentFailures: 0,
      lookalikeOf: null,
    };
  },
  routeFindings: ({ email, results, failedAgents }) => {
    if (email.segments[0]?.text.includes('ROUTING-FAILS')) throw new TypeError('no such field');
    return {
      actions: (results.task?.findings.tasks ?? []).map(({ title, ...task }, index) => ({
        actionKey: `task:${index}`,
        kind: 'create_task',
        payload: { ...task, title, quote: failedAgents.join() },
      })),
      confidence: 0.5,
      risk: 'low',
      reviewReasons: [],
    };
  },
  routingWrites: ({ executionId, emailId, routing, now }) => ({
    writes: [
      {
        text: `acted as (
          insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
          select id, $1::uuid, 'create_task', key, payload::json, 'executed', $3::timestamptz
          from unnest($4::uuid[], $5::text[], $6::text[]) as action (id, key, payload)
          returning id
        ), made_tasks as (
          insert into tasks (id, action_id, execution_id, email_id, title, description, priority,
            category, quote, created_at, updated_at)
          select gen_random_uuid(), id, $1::uuid, $2::uuid, 'A task', '', 'low', 'mail', '',
            $3::timestamptz, $3::timestamptz
          from acted
        )`,
        values: [
          executionId,
          emailId,
          now,
          routing.actions.map(() => uuidV7()),
          routing.actions.map(({ actionKey }) => actionKey),
          routing.actions.map(({ payload }) => JSON.stringify(payload)),
        ],
      },
    ],
    channels: [],
  }),
  observe: async ({ database, executionId, now }) => {
    const { rows } = await sql<{ id: string }>`
      insert into vendors (id, vendor_key, name, first_seen_at, last_seen_at)
      values (${uuidV7()}, 'leasing.test', 'Van Leasing', ${now}, ${now})
      on conflict (vendor_key) do update set last_seen_at = excluded.last_seen_at returning id
    `.execute(database);
    const vendorId = rows[0]?.id ?? '';
    const text = `observed as (insert into vendor_events
      (vendor_id, execution_id, kind, is_kept, detail, observed_at)
      values ($1::uuid, $2::uuid, 'delivery', true, '', $3::timestamptz))`;
    return { vendorId, writes: [{ text, values: [vendorId, executionId, now] }] };
  },
};

export interface TestPipeline {
  pipeline: Pipeline;
  database: Database;
  /** Resolves when no execution is pending or running. */
  idle(): Promise<void>;
  /** Executions by the statuses that wait for something. */
  counts(): Promise<{ pending: number; running: number; failed: number }>;
  close(): Promise<void>;
}

/** A pipeline of stand-ins with connections of its own; the caller closes it. */
export async function startTestPipeline(
  url: string,
  options: Partial<PipelineOptions> & { poolSize?: number; wrap?: (d: Database) => Database } = {},
): Promise<TestPipeline> {
  const { poolSize = 10, wrap = (given: Database) => given, ...overrides } = options;
  const own = openDatabase({ url, poolSize, log: silent });
  const database = wrap(own);
  const listener = createListener({ url, log: silent });
  const heard = new Set<() => void>();
  const hearAll = () => {
    for (const hear of heard) hear();
  };
  const stops = [listener.subscribe('executions', hearAll), listener.onReconnect(hearAll)];
  const pipeline = createPipeline({
    database,
    listener,
    workers: testWorkers,
    agents: testAgents,
    steps: testSteps,
    settings: testSettings,
    concurrency: 4,
    ownsDatabase: true,
    clock: () => new Date(),
    log: silent,
    ...overrides,
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await pipeline.close();
      for (const stop of stops) stop();
      await listener.close();
      await own.close();
    })();
    return closing;
  };
  try {
    await listener.ready();
    await pipeline.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    pipeline,
    database,
    close,
    counts: async () => {
      const { rows } = await own.pool.query(
        `select count(*) filter (where status = 'pending') as pending,
           count(*) filter (where status = 'running') as running,
           count(*) filter (where status = 'failed') as failed
         from executions`,
      );
      return rows[0];
    },
    idle: async () => {
      for (;;) {
        const next = new Promise<void>((resolve) => heard.add(resolve));
        const { rows } = await own.pool.query(
          `select 1 from executions where status in ('pending', 'running') limit 1`,
        );
        if (rows.length === 0) return;
        await next;
        heard.clear();
      }
    },
  };
}

/** Stores a mail and its job as the accept path does, in one transaction. */
export async function acceptTestMail(
  database: Database,
  queue: MailQueue,
  text: string,
): Promise<string> {
  const [emailId, executionId] = [uuidV7(), uuidV7()];
  const raw = Buffer.from(text);
  const now = new Date();
  await database
    .for<OperationsTables>()
    .transaction()
    .execute(async (transaction) => {
      await sql`
        with mail as (
          insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
            sender_domain, recipient, subject, headers, size_bytes)
          values (${emailId}, 'api', ${text.slice(0, 500)}, 'json', ${now}, 'a@leasing.test', 'A', 'leasing.test',
            'us@totetaxi.test', 'Test', '{}', ${raw.length}::int)
        ), source as (
          insert into email_sources (email_id, raw) values (${emailId}, ${raw})
        )
        insert into executions (id, email_id, accepted_at) values (${executionId}, ${emailId}, ${now})
      `.execute(transaction);
      await queue.enqueue(transaction, executionId);
    });
  return executionId;
}

/** Everything that came of the mails, without ids and times: equal for equal outcomes. */
export async function readOutcome(database: Database): Promise<unknown[]> {
  const { rows } = await database.pool.query(`
    select m.message_key as mail, e.status, e.error_code, e.category, e.urgency, e.confidence,
      e.risk, (select name from vendors v where v.id = e.vendor_id) as vendor, m.attachment_count,
      m.has_attachments, e.started_at is not null as started, e.completed_at is not null as ended,
      (select body_text from email_contents c where c.email_id = m.id) as body,
      (select json_agg(filename order by position) from attachments a where a.email_id = m.id)
        as attachments,
      (select json_agg(json_build_array(agent, status, findings::text, confidence, next_actions,
          error_code) order by agent)
        from agent_outputs o where o.execution_id = e.id) as outputs,
      (select json_agg(json_build_array(kind, action_key, payload, status) order by action_key)
        from actions a where a.execution_id = e.id) as actions,
      (select count(*) from tasks t where t.execution_id = e.id) as tasks,
      (select count(*) from vendor_events v where v.execution_id = e.id) as observations,
      (select json_agg(name order by name) from pgboss.job j where e.id::text =
        coalesce(j.data ->> 'executionId', j.id::text)) as jobs
    from emails m left join executions e on e.email_id = m.id order by m.message_key`);
  return rows;
}
