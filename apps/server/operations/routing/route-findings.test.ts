import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentResults } from '../agents/agent.ts';
import { warningKinds } from '../agents/findings.ts';
import type { Email } from '../mail/email.ts';
import type { AgentName } from '../tables.ts';
import {
  eventPayloadSchema,
  notificationPayloadSchema,
  reviewPayloadSchema,
  taskPayloadSchema,
} from './action.ts';
import { routeFindings } from './route-findings.ts';
import {
  context,
  deadline,
  found,
  foundTask,
  testEmail,
  testSettings,
  triage,
  visionOf,
} from './test-findings.ts';

const schemas = {
  create_task: taskPayloadSchema,
  schedule_event: eventPayloadSchema,
  send_notification: notificationPayloadSchema,
  human_review: reviewPayloadSchema,
};

function route(
  results: AgentResults,
  {
    failedAgents = [],
    email = testEmail(),
  }: { failedAgents?: AgentName[]; email?: Pick<Email, 'id' | 'envelope'> } = {},
) {
  const routing = routeFindings({ email, results, failedAgents, settings: testSettings });
  for (const { kind, payload } of routing.actions) schemas[kind].parse(payload);
  return routing;
}

const keys = (results: AgentResults, options?: Parameters<typeof route>[1]) =>
  route(results, options).actions.map(({ actionKey }) => actionKey);
const codes = (results: AgentResults, options?: Parameters<typeof route>[1]) =>
  route(results, options).reviewReasons.map(({ code }) => code);

const calm = (): AgentResults => ({
  triage: triage(),
  deadline: found({ deadlines: [], recurring_events: [] }),
  task: found({ tasks: [] }),
  context: context(),
});
const withTask = (confidence?: number): AgentResults => ({
  ...calm(),
  task: found({ tasks: [foundTask()] }, confidence),
});
const withDeadlines = (...deadlines: ReturnType<typeof deadline>[]): AgentResults => ({
  ...calm(),
  deadline: found({ deadlines, recurring_events: [] }),
});

describe('the gate', () => {
  it('hole: low confidence dropped everything with no way to approve', () => {
    const routing = route(withTask(0.2));
    assert.deepEqual(
      routing.actions.map(({ kind, actionKey }) => [kind, actionKey]),
      [
        ['create_task', 'task:0'],
        ['human_review', 'review'],
      ],
    );
    assert.deepEqual(routing.reviewReasons, [
      {
        code: 'low_confidence',
        detail: 'The agents are 20% sure; below 90% a person looks first.',
      },
    ]);
    assert.equal(routing.confidence, 0.2);
  });

  it('hole: confidence 0 for a correct "no deadline"', () => {
    const results = withTask(0.95);
    results.deadline = found({ deadlines: [], recurring_events: [] }, 0);
    const routing = route(results);
    assert.equal(routing.confidence, 0.95);
    assert.deepEqual(routing.reviewReasons, []);
    assert.deepEqual(keys(results), ['task:0']);
  });

  it('a mail with nothing to do and nothing suspicious completes without actions, however unsure', () => {
    const routing = route({ ...calm(), triage: triage({}, 0.3) });
    assert.deepEqual(routing.actions, []);
    assert.deepEqual(routing.reviewReasons, []);
    assert.equal(routing.confidence, 0.3);
  });

  for (const kind of warningKinds) {
    it(`the warning ${kind} always asks for a person, once`, () => {
      const warnings = [
        { kind, detail: 'x', quote: 'y' },
        { kind, detail: 'x2', quote: 'y2' },
      ];
      const results = { ...withTask(1), triage: triage({ warnings }, 1) };
      assert.deepEqual(codes(results), [kind]);
      assert.deepEqual(codes({ ...calm(), triage: triage({ warnings }) }), [kind]);
    });
  }

  it('phishing, high risk, failed agents, wrong invoices and ambiguous dates ask for one', () => {
    assert.deepEqual(codes({ ...calm(), triage: triage({ type: 'phishing' }) }), ['phishing']);
    assert.deepEqual(codes({ ...calm(), context: context('high') }), ['high_risk']);
    assert.deepEqual(codes({ ...calm(), context: context('critical') }), ['high_risk']);
    assert.deepEqual(codes({ ...calm(), context: context('medium') }), []);
    assert.deepEqual(codes(calm(), { failedAgents: ['task', 'vision'] }), [
      'agent_failed',
      'agent_failed',
    ]);
    const id = '019ae000-0000-7000-8000-000000000009';
    assert.deepEqual(codes({ ...calm(), vision: visionOf({ duplicate_of: id }) }), [
      'duplicate_invoice',
    ]);
    assert.deepEqual(codes({ ...calm(), vision: visionOf({ arithmetic_ok: false }) }), [
      'invoice_arithmetic',
    ]);
    assert.deepEqual(codes({ ...calm(), vision: visionOf({ arithmetic_ok: null }) }), []);
    assert.deepEqual(codes(withDeadlines(deadline({ ambiguous: true }))), ['ambiguous_date']);
  });

  it('without triage or without context nothing runs unseen', () => {
    const { triage: _, ...rest } = withTask();
    const routing = route(rest, { failedAgents: ['triage'] });
    assert.equal(routing.confidence, 0);
    assert.deepEqual(
      routing.reviewReasons.map(({ code }) => code),
      ['agent_failed', 'low_confidence'],
    );
    const { context: __, ...others } = calm();
    assert.equal(route(others, { failedAgents: ['context'] }).risk, 'medium');
  });

  it('a confidence that is no number is none', () => {
    assert.equal(route(withTask(Number.NaN)).confidence, 0);
    assert.deepEqual(codes(withTask(Number.NaN)), ['low_confidence']);
  });

  it('vision has a say when an event is the payment of the invoice it read', () => {
    const invoice = visionOf({}, 0.5);
    assert.equal(route({ ...withDeadlines(deadline()), vision: invoice }).confidence, 0.5);
    const delivery = withDeadlines(deadline({ type: 'delivery' }));
    assert.equal(route({ ...delivery, vision: invoice }).confidence, 0.95);
  });
});

describe('actions', () => {
  it('hole: actions were never created (two names for one field): what the agents found is proposed', () => {
    const routing = route({
      ...calm(),
      task: found({ tasks: [foundTask({ due_date: '2026-12-01' })] }),
      deadline: found({ deadlines: [deadline({ time: '17:00' })], recurring_events: [] }),
    });
    assert.deepEqual(routing.actions, [
      { kind: 'create_task', actionKey: 'task:0', payload: foundTask({ due_date: '2026-12-01' }) },
      {
        kind: 'schedule_event',
        actionKey: 'event:0',
        payload: {
          title: 'Pay the lease',
          description: 'From the mail "Van lease" by Ann Carter <ann@vans.example>.',
          type: 'payment',
          date: '2026-12-01',
          time: '17:00',
          timezone: 'America/New_York',
          urgency: 'medium',
          is_ambiguous: false,
          quote: 'by December 1',
        },
      },
    ]);
  });

  it('a calendar entry says what it is about: the subject, unless its sentence has a word of it', () => {
    const titleFor = (subject: string, description: string) => {
      const results = withDeadlines(deadline({ description }));
      const [action] = route(results, { email: testEmail({ subject }) }).actions;
      return action?.kind === 'schedule_event' ? action.payload.title : null;
    };
    const sentence = 'Payment is due within 14 days.';
    assert.equal(titleFor('', sentence), sentence);
    assert.equal(titleFor('Payment reminder', sentence), sentence);
    assert.equal(titleFor('Payment', 'a payment is due'), 'A payment is due');
    assert.equal(titleFor('Re: Fwd: Invoice HV-1', sentence), `Invoice HV-1: ${sentence}`);
    assert.equal(
      titleFor('For your lease', `For you: ${sentence}`),
      `For your lease: For you: ${sentence}`,
    );
    assert.equal(titleFor('RE: '.repeat(100), sentence), sentence);
    assert.equal(titleFor('x '.repeat(100), sentence), sentence);
    assert.equal(titleFor('long '.repeat(100), sentence)?.length, 120 + 2 + sentence.length);
  });

  it('the same task or date twice is one action, with the key of the first', () => {
    const tasks = [
      foundTask(),
      foundTask({ title: 'sign the  LEASE' }),
      foundTask({ title: 'Call' }),
    ];
    assert.deepEqual(keys({ ...calm(), task: found({ tasks }) }), ['task:0', 'task:2']);
    const twice = withDeadlines(
      deadline({ description: 'Invoice 17' }),
      deadline({ description: 'Total due', time: '12:00' }),
      deadline({ date: '2026-12-02' }),
    );
    assert.deepEqual(keys(twice), ['event:0', 'event:2']);
    const [first] = route(twice).actions;
    assert.ok(first?.kind === 'schedule_event');
    assert.equal(first.payload.time, '12:00');
  });

  it('two things due on one day are two events', () => {
    const both = withDeadlines(
      deadline({ type: 'other', description: 'Return the van', quote: 'the van by Friday' }),
      deadline({ type: 'other', description: 'Send photos', quote: 'photos by Friday' }),
      deadline({ type: 'delivery', description: 'Boxes arrive', quote: 'boxes on Friday' }),
    );
    assert.deepEqual(keys(both), ['event:0', 'event:1', 'event:2']);
  });

  it('days, zones and texts the database refuses do not come through', () => {
    const results: AgentResults = {
      ...calm(),
      task: found({
        tasks: [
          foundTask({ title: ' \u200b\n' }),
          foundTask({ title: 'a\u0000b\ud800', due_date: '0000-01-01', assignee: ' ' }),
        ],
      }),
      deadline: found({
        deadlines: [
          deadline({ date: '2026-02-31' }),
          deadline({ timezone: 'Mars/Base', description: '', quote: 'q\u0000\ud800' }),
        ],
        recurring_events: [],
      }),
    };
    const [task, event, ...rest] = route(results).actions;
    assert.ok(task?.kind === 'create_task' && event?.kind === 'schedule_event');
    assert.deepEqual(rest, []);
    assert.equal(task.actionKey, 'task:1');
    assert.deepEqual(
      [task.payload.title, task.payload.due_date, task.payload.assignee],
      ['a b', null, null],
    );
    assert.equal(event.payload.timezone, 'America/New_York');
    assert.deepEqual([event.payload.title, event.payload.quote], ['Deadline', 'q\ufffd']);
  });
});

describe('notifications', () => {
  const notified = (results: AgentResults, email = testEmail()) => {
    const action = route(results, { email }).actions.find(
      ({ kind }) => kind === 'send_notification',
    );
    return action?.kind === 'send_notification' ? action.payload : undefined;
  };

  it('follow the table of rules, the most urgent one first', () => {
    const cases: [Parameters<typeof triage>[0], string | undefined][] = [
      [{ urgency: 69 }, undefined],
      [{ urgency: 70 }, 'high'],
      [{ urgency: 100 }, 'critical'],
      [{ type: 'complaint' }, 'high'],
      [{ type: 'call_out' }, 'high'],
      [{ type: 'inspection' }, 'medium'],
      [{ type: 'inspection', urgency: 95 }, 'critical'],
      [{ type: 'phishing' }, 'high'],
      [{ type: 'newsletter' }, undefined],
    ];
    for (const [findings, urgency] of cases) {
      assert.equal(notified({ ...calm(), triage: triage(findings) })?.urgency, urgency);
    }
    assert.equal(notified({ ...calm(), context: context('critical') })?.urgency, 'critical');
    const id = '019ae000-0000-7000-8000-000000000009';
    assert.equal(
      notified({ ...calm(), vision: visionOf({ duplicate_of: id }) })?.urgency,
      'medium',
    );
  });

  it('have our words, the subject and the sender, and a link to this site only', () => {
    const results = { ...withTask(), triage: triage({ type: 'complaint', urgency: 75 }) };
    assert.deepEqual(notified(results), {
      subject: 'High: Van lease',
      urgency: 'high',
      body: [
        'From: Ann Carter <ann@vans.example>',
        'Subject: Van lease',
        '',
        'You are told of this mail because it is urgent and it is a complaint.',
        'Found in it: 1 task.',
        '',
        'https://desk.example/staff/emails/019ae000-0000-7000-8000-000000000001',
      ].join('\n'),
    });
  });

  it('hole: sender and subject went raw into a prompt, here: a header and a link', () => {
    const email = testEmail({
      subject: `Pay\r\nBcc: thief@evil.com\n\nat https://evil.com/x ${'long '.repeat(500)}`,
      from: { name: 'CEO\u202e www.evil.com', address: 'a@b.example, x@evil.com' },
    });
    const payload = notified({ ...calm(), triage: triage({ urgency: 80 }) }, email);
    assert.ok(payload);
    assert.match(payload.subject, /^High: Pay Bcc: \[link left out\] at \[link left out\] long /);
    assert.ok(payload.subject.length <= 200);
    assert.equal(payload.body.split('\n')[0], 'From: CEO [link left out]');
    assert.equal(/evil|[\r\u202e]/.test(payload.subject + payload.body), false);
  });
});
