import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '@deskbell/engine';
import {
  check,
  createBackOfficeClerk,
  type Results,
  startConversation,
} from './conversation-driver.ts';
import { BUSY, EMAILS } from './test-results.ts';

type Line = Parameters<typeof check>[1];

function conversation(name: string, lines: readonly Line[], results: Results = {}): void {
  test(name, async () => {
    const talk = startConversation({ results });
    for (const line of lines) await check(talk, line);
  });
}

const several: Results = {
  search_emails: { ...BUSY.search_emails, total: 2, emails: EMAILS.slice(0, 2) },
};

conversation('the same question for another span', [
  { says: 'What emails did we process today?' },
  { says: 'and yesterday?', calls: ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'] },
  { says: 'and last week?', calls: ['list_emails {"from":"2026-11-09","to":"2026-11-15"}'] },
  {
    says: 'and the failed ones?',
    calls: ['list_emails {"from":"2026-11-09","status":"failed","to":"2026-11-15"}'],
  },
  {
    says: 'what about october',
    calls: ['list_emails {"from":"2026-10-01","status":"failed","to":"2026-10-31"}'],
  },
]);

conversation('a filter on what was listed', [
  { says: 'what tasks are due this week' },
  {
    says: 'only the urgent ones',
    calls: ['list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22","priority":["urgent"]}'],
  },
  {
    says: 'and next week?',
    calls: ['list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29","priority":["urgent"]}'],
  },
  { says: 'and overdue?', calls: ['list_tasks {"is_overdue":true,"priority":["urgent"]}'] },
]);

conversation('a row of the last list, and questions about it', [
  { says: 'emails today' },
  {
    says: 'show me the second one',
    calls: ['get_email {"id":"[email:e00000000002]"}'],
    answers: ['The fire department'],
  },
  {
    says: 'why did it fail?',
    calls: ['get_execution {"id":"[email:e00000000002]"}'],
    answers: ['too many parts'],
  },
  { says: 'who sent it?', answers: ['Hamptons Linen (mail@hamptonslinen.com)'] },
  {
    says: 'when is it due?',
    calls: ['get_email {"id":"[email:e00000000002]"}'],
    answers: ['Fri, Nov 27 at 10:30 AM'],
  },
  { says: 'and the last one?', calls: ['get_email {"id":"[email:e00000000003]"}'] },
  { says: 'the seventh one', calls: [], answers: [/don't see such an entry/] },
]);

conversation(
  'several mails fit: the story of the best, and the others to pick from',
  [
    {
      says: 'what happened with the linen email',
      calls: ['search_emails {"query":"linen"}', 'get_email {"id":"[email:e00000000001]"}'],
      answers: [
        /^“Linen order 5512” \[email:e00000000001\] came in today at 9:15 AM from Hamptons Linen \(mail@hamptonslinen\.com\)/,
        'Also about it (2 e-mails match “linen”):\n2. “Fire inspection of your storage unit” [email:e00000000002]',
      ],
    },
    { says: 'the second one', calls: ['get_email {"id":"[email:e00000000002]"}'] },
    { says: 'the first one', calls: ['get_email {"id":"[email:e00000000001]"}'] },
  ],
  {
    ...several,
    get_email: ({ id }) =>
      id === '[email:e00000000001]'
        ? { ...BUSY.get_email, ...(EMAILS[0] as (typeof EMAILS)[0]) }
        : BUSY.get_email,
  },
);

conversation('more of a list, counted on', [
  { says: 'emails today', answers: ['…and 44 more: say "more"'] },
  {
    says: 'more',
    calls: ['list_emails {"cursor":"c2","from":"2026-11-22","to":"2026-11-22"}'],
    answers: ['4. “Linen order 5512”', '…and 41 more'],
  },
  {
    says: 'next page please',
    calls: ['list_emails {"cursor":"c2","from":"2026-11-22","to":"2026-11-22"}'],
    answers: ['7. “Linen order 5512”'],
  },
  { says: 'number 5', calls: ['get_email {"id":"[email:e00000000002]"}'] },
]);

conversation('the end of a list is said', [
  { says: 'failed executions', never: [/more/] },
  { says: 'more', calls: [], answers: [/That was all/] },
]);

conversation('one failed execution is meant by "it"', [
  { says: 'Show me failed executions' },
  {
    says: 'why did it fail',
    calls: ['get_execution {"id":"[execution:a00000000002]"}'],
    answers: ['too many parts', 'tried 3 times', 'triage (it took too long)'],
  },
  { says: 'which agents worked on it', answers: ['triage: failed'] },
]);

conversation('vendors by name', [
  { says: 'do we have patterns with vendor emails' },
  {
    says: 'what about Hamptons Linen?',
    calls: ['vendor_history {"vendor":"hamptons linen"}'],
    answers: ['Hamptons Linen'],
  },
  {
    says: 'and the last 2 weeks?',
    calls: ['vendor_history {"from":"2026-11-09","to":"2026-11-22","vendor":"hamptons linen"}'],
  },
]);

conversation('agents one after the other', [
  { says: 'how are the agents performing' },
  {
    says: 'and vision?',
    calls: ['agent_performance {"agent":"vision"}'],
    answers: ['35 runs, 2 failures, 2.4 s on average'],
  },
  {
    says: 'this week?',
    calls: ['agent_performance {"agent":"vision","from":"2026-11-16","to":"2026-11-22"}'],
  },
]);

conversation('another topic begins anew', [
  { says: 'emails yesterday' },
  {
    says: 'what tasks are due tomorrow',
    calls: ['list_tasks {"due_from":"2026-11-23","due_to":"2026-11-23"}'],
  },
  { says: 'is everything ok', calls: ['system_health {}'] },
  { says: 'anything I should know about?', calls: ['attention_items {}'] },
  { says: 'tell me more about the first one', calls: ['get_email {"id":"[task:d00000000001]"}'] },
]);

conversation('several requests in one message', [
  {
    says: 'hi! emails today, failed executions and overdue tasks please',
    calls: [
      'list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
      'list_executions {"limit":5,"status":"failed"}',
      'list_tasks {"is_overdue":true,"limit":5}',
    ],
    answers: ['47 e-mails', '3 failed executions', '8 overdue tasks'],
  },
  {
    says: 'How many emails came in today and how many failed?',
    calls: [
      'list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
      'list_emails {"from":"2026-11-22","limit":5,"status":"failed","to":"2026-11-22"}',
    ],
  },
]);

conversation(
  'a name that is no vendor is looked for in the mail',
  [
    {
      says: 'how reliable is Acme',
      calls: [
        'vendor_history {"vendor":"Acme"}',
        'search_emails {"query":"Acme"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      answers: [/No vendor is known by the name “Acme”/],
    },
  ],
  { vendor_history: { ...BUSY.vendor_history, vendors: [] } },
);

conversation('which of several', [
  { says: 'emails today' },
  { says: 'who sent it?', calls: [], answers: [/Which one do you mean/] },
]);

conversation('after one record a question of its own is not about it', [
  { says: 'emails today' },
  { says: 'the second one' },
  {
    says: 'What tasks are due this week?',
    calls: ['list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22"}'],
  },
  { says: 'is it all running ok?', calls: ['system_health {}'] },
  {
    says: 'how many emails did we get this month',
    calls: ['list_emails {"from":"2026-11-01","to":"2026-11-30"}'],
  },
  {
    says: 'only the urgent ones',
    calls: ['list_tasks {"due_from":"2026-11-01","due_to":"2026-11-30","priority":["urgent"]}'],
  },
]);

const MAIL = 'get_email {"id":"[email:e00000000002]"}';
conversation('questions about the mail just told of need no "it"', [
  { says: 'what happened with the fire inspection email?' },
  { says: 'any attachments?', calls: [MAIL], answers: ['1 attachment: “notice.pdf”'] },
  { says: 'thanks' },
  {
    says: 'does it need a review',
    calls: [MAIL],
    answers: ['is waiting for a decision, because: the risk is high'],
  },
  { says: 'what tasks came out of it', calls: [MAIL], answers: ['[task:d00000000002]'] },
  { says: 'when is the deadline', calls: [MAIL], answers: ['Fri, Nov 27 at 10:30 AM'] },
  { says: 'what does it say', calls: [MAIL], answers: ['“We inspect unit B12 on Friday.”'] },
  { says: 'the reason?', calls: ['get_execution {"id":"[email:e00000000002]"}'] },
  { says: 'and the linen order?', calls: ['search_emails {"query":"linen order"}', MAIL] },
]);

conversation('tasks of one person after another', [
  { says: 'show me the tasks for maria', calls: ['list_tasks {"assignee":"Maria"}'] },
  { says: 'what about tom', calls: ['list_tasks {"assignee":"Tom"}'] },
  {
    says: 'only high priority',
    calls: ['list_tasks {"assignee":"Tom","priority":["high"]}'],
  },
  {
    says: 'which are overdue',
    calls: ['list_tasks {"assignee":"Tom","is_overdue":true,"priority":["high"]}'],
  },
]);

conversation('a bare name goes on with vendors', [
  { says: 'do we have patterns with vendor emails' },
  {
    says: 'who is the most reliable',
    calls: ['vendor_history {}'],
    answers: ['“Hamptons Linen” is the most reliable'],
  },
  { says: 'harbor vans', calls: ['vendor_history {"vendor":"harbor vans"}'] },
  { says: 'how many emails did they send', calls: ['search_emails {"query":"harbor vans"}'] },
]);

/** What a language model did and said: it asked for one list and wrote about it in its own words. */
function answeredByModel(input: Record<string, unknown>, reply: string): Message[] {
  const callId = 'model_1';
  return [
    { role: 'user', text: 'gib mir mal die Lage, bitte' },
    { role: 'assistant', content: [{ type: 'tool_call', callId, tool: 'list_emails', input }] },
    {
      role: 'tool_results',
      results: [{ callId, isError: false, content: JSON.stringify(BUSY.list_emails) }],
    },
    { role: 'assistant', content: [{ type: 'text', text: reply }] },
  ] as Message[];
}

test('it goes on from what a language model looked up and listed', async () => {
  const talk = startConversation();
  talk.messages.push(
    ...answeredByModel(
      { from: '2026-11-21', to: '2026-11-21', status: 'failed' },
      'Two failed:\n- “Linen order 5512” [email:e00000000001]\n- “Fire inspection” [email:e00000000002]',
    ),
  );
  await check(talk, {
    says: 'why did the second one fail?',
    calls: ['get_execution {"id":"[email:e00000000002]"}'],
  });
  await check(talk, {
    says: 'and today?',
    calls: ['list_emails {"from":"2026-11-22","status":"failed","to":"2026-11-22"}'],
  });
});

test('a result another model fetched with one more filter is not taken for the answer', async () => {
  const talk = startConversation();
  const [question, call, results] = answeredByModel(
    { from: '2026-11-22', to: '2026-11-22', status: 'failed' },
    '',
  );
  if (question?.role === 'user') question.text = 'emails today';
  for (const message of [question, call, results])
    if (message !== undefined) talk.messages.push(message);
  const model = createBackOfficeClerk();
  const calls: unknown[] = [];
  for await (const event of model.stream({
    system: { stable: '', varying: '' },
    messages: talk.messages,
    tools: [{ name: 'list_emails', description: '', inputSchema: {} }],
    toolChoice: 'auto',
    maxOutputTokens: 100,
    signal: new AbortController().signal,
  } as never)) {
    if (event.type === 'end') calls.push(event.message.content[0]);
  }
  assert.partialDeepStrictEqual(calls, [
    { type: 'tool_call', tool: 'list_emails', input: { from: '2026-11-22', to: '2026-11-22' } },
  ]);
  assert.ok(!JSON.stringify(calls).includes('failed'));
});

test('tasks without a due date are counted, and listed page by page', async () => {
  const task = BUSY.list_tasks.tasks[2];
  const undated = Array.from({ length: 14 }, (_, index) => ({
    ...task,
    ref: `[task:${String(index).padStart(12, '0')}]`,
  }));
  const talk = startConversation({
    results: {
      list_tasks: ({ due_from }) =>
        due_from === undefined
          ? { ...BUSY.list_tasks, total: 22, tasks: undated as typeof BUSY.list_tasks.tasks }
          : { ...BUSY.list_tasks, total: 8, tasks: [], next_cursor: 'c' },
    },
  });
  await check(talk, {
    says: 'which tasks have no due date',
    answers: ['14 open tasks have no due date', '…and 4 more'],
  });
  await check(talk, { says: 'more', answers: [/^11\. [\s\S]*^14\. /m], never: [/and \d+ more/] });
  await check(talk, { says: 'the 12th one', calls: ['get_email {"id":"[task:000000000011]"}'] });
});

conversation('the days beside, and the same once more', [
  { says: 'failed executions from last week' },
  {
    says: 'the week before?',
    calls: ['list_executions {"from":"2026-11-02","status":"failed","to":"2026-11-08"}'],
  },
  {
    says: 'how many were there',
    calls: ['list_executions {"from":"2026-11-02","status":"failed","to":"2026-11-08"}'],
  },
  { says: 'emails in november' },
  { says: 'the month before', calls: ['list_emails {"from":"2026-10-01","to":"2026-10-31"}'] },
  { says: 'tasks due this week' },
  { says: 'and deadlines?', calls: ['list_deadlines {"from":"2026-11-16","to":"2026-11-22"}'] },
]);
