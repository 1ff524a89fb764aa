import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createClaudeModel, type Model, withCircuitBreaker } from '@deskbell/engine';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, refusal, text } from '@deskbell/testing/fake-claude/replies.ts';
import { pino } from 'pino';
import type { Email } from '../mail/email.ts';
import { WorkerError, type WorkerPool } from '../workers/worker-pool.ts';
import type { AgentResult, AgentResults, AgentSettings } from './agent.ts';
import { createAgentRunner } from './create-agent-runner.ts';
import type { Deadline, FoundTask, TriageFindings, VisionFindings } from './findings.ts';
import { AgentError } from './run-agent.ts';

const settings: AgentSettings = {
  timezone: 'America/New_York',
  ownDomains: ['totetaxi.example'],
  ownAddresses: [],
  staffNames: ['Maria'],
};

const email: Email = {
  id: '019ab000-0000-7000-8000-000000000001',
  acceptedAt: new Date('2026-11-20T15:00:00Z'),
  envelope: {
    messageId: 'a@example',
    from: { name: 'Van Leasing', address: 'billing@vans.example' },
    replyTo: null,
    to: [{ name: '', address: 'ops@totetaxi.example' }],
    cc: [],
    subject: 'Lease SUBJECT-MARK',
    sentAt: new Date('2026-11-20T14:59:00Z'),
    inReplyTo: null,
    references: [],
    headers: {},
  },
  segments: [
    { kind: 'new', text: 'Please send the signed lease by Friday, BODY-MARK. Ask Maria.' },
    { kind: 'quoted', text: 'Please also pay us by Monday.' },
  ],
  hiddenText: { characters: 0, examples: [] },
  attachments: [],
};

const triage: TriageFindings = {
  category: 'vendor',
  urgency: 40,
  type: 'contract',
  requires_vision: false,
  has_deadline: true,
  reasons: [],
  warnings: [],
};
const deadline: Deadline = {
  description: 'Signed lease',
  date: '2026-11-27',
  time: null,
  timezone: 'America/New_York',
  urgency: 'medium',
  type: 'delivery',
  quote: 'by Friday',
  ambiguous: false,
};
const task: FoundTask = {
  title: 'Send the signed lease',
  description: '',
  priority: 'medium',
  assignee: null,
  category: 'operations',
  due_date: '2026-11-27',
  quote: 'Please send the signed lease by Friday',
};

const result = <Findings>(findings: Findings): AgentResult<Findings> => ({
  findings,
  confidence: 0.95,
  nextActions: ['create_task'],
  evidence: [],
});

const rulesResults: Required<Omit<AgentResults, 'vision' | 'context'>> = {
  triage: result(triage),
  deadline: result({ deadlines: [deadline], recurring_events: [] }),
  task: result({ tasks: [task] }),
};

/** Threads are not what is tested here. */
function workersWith(
  runRules: (agent: string) => Promise<unknown>,
): Pick<WorkerPool, 'runRules' | 'readAttachments'> {
  return {
    runRules: runRules as WorkerPool['runRules'],
    readAttachments: () => Promise.resolve([]),
  };
}
const workers = workersWith((agent) =>
  Promise.resolve(rulesResults[agent as keyof typeof rulesResults]),
);

const log = pino({ level: 'silent' });
const never = new Promise<never>(() => {});
const signal = new AbortController().signal;

describe('the agent runner', () => {
  let fake: FakeClaude;
  let model: Model;
  let seen = 0;

  before(async () => {
    fake = await startFakeClaude();
  });
  beforeEach(() => {
    seen = fake.requests.length;
    model = createClaudeModel({
      apiKey: 'test-key',
      baseUrl: fake.url,
      model: 'claude-sonnet-5-5',
      maxRetries: 0,
    });
  });
  after(() => fake.close());

  const runTriage = (models: readonly Model[] = [model], abort = signal) =>
    createAgentRunner({ workers, models, log }).run('triage', { email, settings }, abort);
  const runTask = () =>
    createAgentRunner({ workers, models: [model], log }).run(
      'task',
      { email, triage, settings },
      signal,
    );
  const runDeadline = () =>
    createAgentRunner({ workers, models: [model], log }).run(
      'deadline',
      { email, vision: null, settings },
      signal,
    );
  const says = (value: unknown) => fake.script(text(JSON.stringify(value)));

  for (const [what, step, errorCode] of [
    ['refuses', refusal(), 'model_refused'],
    ['says prose', text('The mail wants a lease.'), 'model_not_json'],
    [
      'invents a category',
      text(JSON.stringify({ ...triage, category: 'boss' })),
      'model_against_schema',
    ],
    ['is overloaded', httpError(529), 'model_overloaded'],
  ] as const) {
    it(`keeps the rules' result when the model ${what}, and says so`, async () => {
      fake.script(step);
      const run = await runTriage();
      assert.deepEqual(run.findings, triage);
      assert.equal(run.modelUsed, 'rules@1');
      assert.equal(run.errorCode, errorCode);
      assert.equal(run.isDisputed, null);
      assert.equal(run.confidence, 0.95);
    });
  }

  it('hole: context failed hard when the model was down: with an open circuit the rules do the work', async () => {
    const guarded = withCircuitBreaker(model, { failures: 1 });
    fake.script(httpError(500));
    assert.equal((await runTriage([guarded])).errorCode, 'model_server_error');
    const run = await runTriage([guarded]);
    assert.equal(run.errorCode, 'model_unavailable');
    assert.equal(run.modelUsed, 'rules@1');
    assert.equal(fake.requests.length, seen + 1);
  });

  it('rejects with an AgentError when the rules fail, and lets go of the model', async () => {
    const failing = workersWith(async () => {
      await fake.request(seen);
      throw new WorkerError('time_limit', 'cut off');
    });
    fake.script(holdAfter(text('{}'), 1, never));
    const runner = createAgentRunner({ workers: failing, models: [model], log });
    await assert.rejects(
      runner.run('triage', { email, settings }, signal),
      (error) => error instanceof AgentError && error.code === 'time_limit',
    );
    const request = await fake.request(seen);
    await request.closed;
    assert.equal(request.aborted, true);
  });

  it('rejects with the reason when it is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('shutting down');
    fake.script(holdAfter(text('{}'), 1, never));
    const run = runTriage([model], controller.signal);
    await fake.request(seen);
    controller.abort(reason);
    await assert.rejects(run, reason);
  });

  it('runs the rules alone without a model', async () => {
    const run = await runTriage([]);
    assert.equal(run.modelUsed, 'rules@1');
    assert.equal(run.errorCode, null);
    assert.equal(run.costNanoUsd, 0);
  });

  it('takes the words of a model that agrees, at the confidence of the rules', async () => {
    says({ ...triage, urgency: 50, reasons: ['A lease to sign.'] });
    const run = await runTriage();
    assert.deepEqual(run.findings.reasons, ['A lease to sign.']);
    assert.equal(run.isDisputed, false);
    assert.equal(run.confidence, 0.95);
    assert.equal(run.modelUsed, 'claude-sonnet-5-5');
    assert.ok(run.inputTokens > 0 && (run.costNanoUsd ?? 0) > 0);
  });

  it('is less sure when the model differs', async () => {
    says({ ...triage, category: 'customer' });
    const run = await runTriage();
    assert.equal(run.isDisputed, true);
    assert.equal(run.confidence, 0.6);
  });

  it('keeps the warnings of the rules whatever the model says', async () => {
    const warning = { kind: 'reply_to_mismatch' as const, detail: 'It differs.', quote: 'x' };
    const suspicious = workersWith(() =>
      Promise.resolve(result({ ...triage, warnings: [warning] })),
    );
    says(triage);
    const runner = createAgentRunner({ workers: suspicious, models: [model], log });
    const run = await runner.run('triage', { email, settings }, signal);
    assert.deepEqual(run.findings.warnings, [warning]);
  });

  it('does not let a model make a mail less urgent', async () => {
    says({ ...triage, urgency: 20 });
    assert.equal((await runTriage()).findings.urgency, 40);
  });

  it('drops what the model cannot quote, and what it quotes from the earlier thread', async () => {
    says({
      tasks: [
        task,
        { ...task, title: 'Wire 5,000 dollars', quote: 'wire 5,000 dollars today' },
        { ...task, title: 'Anything', quote: 'e' },
        { ...task, title: 'Pay', quote: 'Please also pay us by Monday.' },
      ],
    });
    const run = await runTask();
    assert.deepEqual(
      run.findings.tasks.map(({ title }) => title),
      ['Send the signed lease'],
    );
    assert.deepEqual(run.evidence, [{ finding: 'tasks[0]', quote: task.quote, where: 'body' }]);
    assert.equal(run.isDisputed, false);
  });

  it('gives a task only to people of the business', async () => {
    says({ tasks: [{ ...task, assignee: 'Mallory' }] });
    assert.equal((await runTask()).findings.tasks[0]?.assignee, null);
    says({ tasks: [{ ...task, assignee: 'Maria' }] });
    assert.equal((await runTask()).findings.tasks[0]?.assignee, 'Maria');
  });

  it('disputes another day and keeps the time zone of the business', async () => {
    says({
      deadlines: [{ ...deadline, date: '2026-12-04', timezone: 'Asia/Tokyo' }],
      recurring_events: [],
    });
    const run = await runDeadline();
    assert.equal(run.isDisputed, true);
    assert.equal(run.findings.deadlines[0]?.timezone, 'America/New_York');
  });

  it('shows pictures to the model, and files whose data the rules have read exactly to nobody', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64');
    const attachment = {
      position: 0,
      filename: 'lamp.png',
      contentType: 'image/png',
      sizeBytes: png.byteLength,
      sha256: 'x',
      isInline: false,
    };
    const vision: VisionFindings = {
      extracted_text: '',
      invoice_data: null,
      receipt_data: null,
      images_processed: 0,
      attachments: [
        { position: 0, filename: 'lamp.png', kind: 'image', pages: null, sha256: 'x', note: null },
      ],
    };
    const runVision = (rules: VisionFindings) =>
      createAgentRunner({
        workers: {
          runRules: (() => Promise.resolve(result(rules))) as WorkerPool['runRules'],
          readAttachments: async () => [{ position: 0, content: png }],
        },
        models: [model],
        log,
      }).run(
        'vision',
        { email: { ...email, attachments: [attachment] }, raw: png, settings },
        signal,
      );
    says({ image_text: 'A broken lamp', invoice_data: null, receipt_data: null });
    const seen = await runVision(vision);
    assert.equal(seen.findings.extracted_text, 'A broken lamp');
    assert.equal(seen.findings.images_processed, 1);

    const asked = fake.requests.length;
    const invoice = {
      vendor: 'Vans',
      number: '1',
      date: null,
      due: null,
      total_cents: 100,
      net_cents: null,
      tax_cents: null,
      currency: 'USD',
      lines: [],
      arithmetic_ok: null,
      duplicate_of: null,
      source: 'embedded_xml' as const,
      attachment: 0,
    };
    const read = await runVision({ ...vision, invoice_data: invoice, attachments: [] });
    assert.equal(read.modelUsed, 'rules@1');
    assert.equal(fake.requests.length, asked);
  });

  it('hole: sender and subject went raw into the system prompt: nothing of a mail does', async () => {
    says(triage);
    await runTriage();
    const body = fake.requests.at(-1)?.body as {
      system: { text: string }[];
      messages: { content: { text: string }[] }[];
    };
    const system = JSON.stringify(body.system);
    assert.doesNotMatch(system, /SUBJECT-MARK|BODY-MARK|vans\.example|Van Leasing/);
    const [block] = body.messages[0]?.content ?? [];
    const input = JSON.parse(block?.text ?? '') as { email: { subject: string; text: string } };
    assert.equal(input.email.subject, 'Lease SUBJECT-MARK');
    assert.doesNotMatch(block?.text ?? '', /pay us by Monday/);
  });
});
