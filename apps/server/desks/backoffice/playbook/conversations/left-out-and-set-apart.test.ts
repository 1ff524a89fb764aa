import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// What questions leave out, break down, set apart, tell beforehand or count at their end. It is
// Sunday, November 22, 2026.

const QUESTIONS: readonly (readonly [string, readonly string[], (string | RegExp)?])[] = [
  [
    'all mails but the system ones, last week',
    ['list_emails {"from":"2026-11-09","limit":50,"to":"2026-11-15"}'],
  ],
  [
    'what came in yesterday apart from staff',
    ['list_emails {"from":"2026-11-21","limit":50,"to":"2026-11-21"}'],
  ],
  [
    'mails this week, no customer mail please',
    ['list_emails {"from":"2026-11-16","limit":50,"to":"2026-11-22"}'],
  ],
  ['mail that is not from vendors', ['list_emails {"limit":50}'], /without the vendor mail/],
  [
    'failed mails this week except those from vendors',
    ['list_emails {"from":"2026-11-16","limit":50,"status":"failed","to":"2026-11-22"}'],
    /failed e-mail has come in this week .* without the vendor mail/,
  ],
  [
    'failed mails this week except those from vendors and customers',
    ['list_emails {"from":"2026-11-16","limit":50,"status":"failed","to":"2026-11-22"}'],
    /part from vendor or customer mail, no failed e-mail has come in this week|part from customer or vendor mail, no failed e-mail has come in this week/,
  ],
  ['all tasks except the done ones', ['list_tasks {}']],
  ['tasks that have not been cancelled', ['list_tasks {}']],
  ['which reviews are neither approved nor rejected', ['list_reviews {}']],
  [
    'show me reviews that are anything but approved',
    ['list_reviews {"limit":5,"status":"pending"}', 'list_reviews {"limit":5,"status":"rejected"}'],
  ],
  ['which deadlines have not passed yet', ['list_deadlines {}']],
  [
    'what got done in the past 3 days',
    ['list_tasks {"completed_from":"2026-11-20","completed_to":"2026-11-22","status":"done"}'],
  ],
  [
    'anything closed within the last two weeks',
    ['list_tasks {"completed_from":"2026-11-09","completed_to":"2026-11-22","status":"done"}'],
  ],
  [
    'break the mails of yesterday down by status',
    ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'],
  ],
  ['mail count per category yesterday', ['list_emails {"from":"2026-11-21","to":"2026-11-21"}']],
  [
    'tasks by status',
    [
      'list_tasks {"limit":5,"status":"open"}',
      'list_tasks {"limit":5,"status":"done"}',
      'list_tasks {"limit":5,"status":"cancelled"}',
    ],
  ],
  [
    'urgent only, this week',
    ['list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22","priority":["urgent"]}'],
  ],
  ['overdue, luis', ['list_tasks {"assignee":"Luis","is_overdue":true}']],
  ['pending reviews, high risk', ['list_reviews {"limit":50}']],
  [
    'how are the agents doing and what failed yesterday',
    [
      'agent_performance {}',
      'list_executions {"from":"2026-11-21","limit":5,"status":"failed","to":"2026-11-21"}',
    ],
  ],
  [
    'show vendors and the overdue tasks of maria',
    ['vendor_history {"limit":5}', 'list_tasks {"assignee":"Maria","is_overdue":true,"limit":5}'],
  ],
  [
    'overdue tasks and pending reviews, how many of each',
    ['list_tasks {"is_overdue":true,"limit":5}', 'list_reviews {"limit":5}'],
  ],
  ['my phone is almost dead, so quick: what is urgent', ['attention_items {}']],
  ["i lost track a bit - what's waiting for approval?", ['list_reviews {}']],
  [
    "we've got a new guy starting; what deadlines are coming next week?",
    ['list_deadlines {"from":"2026-11-23","to":"2026-11-29"}'],
  ],
  ['just had maria on the phone. what does she have open?', ['list_tasks {"assignee":"Maria"}']],
  ['who sent the most recent mail', ['list_emails {"limit":1}']],
  ['who was the last staff member that wrote', ['list_emails {"category":"staff","limit":1}']],
  ['give me the hot list', ['attention_items {}']],
  ['any trouble with the system at the moment', ['system_health {}']],
  ['do we have a backlog right now', ['system_health {}']],
  ['what have we paid for the ai so far', ['system_health {}']],
  [
    'total of all vendor invoices this month',
    ['vendor_history {"from":"2026-11-01","to":"2026-11-30"}'],
    /one vendor/,
  ],
  ["you couldn't find your own nose", []],
  [
    'which vendors wrote to us last week and how often',
    ['vendor_history {"from":"2026-11-09","to":"2026-11-15"}'],
  ],
  [
    'what does tom have due today',
    ['list_tasks {"assignee":"Tom","due_from":"2026-11-22","due_to":"2026-11-22"}'],
  ],
  ['how many tasks has luis', ['list_tasks {"assignee":"Luis"}']],
  ['which task is due soonest', ['list_tasks {}']],
  ['what can i postpone', ['list_tasks {}']],
  ['does nobody own the urgent tasks', ['list_tasks {"limit":50,"priority":["urgent"]}']],
  [
    'which mails from staff have no attachment this month',
    [
      'list_emails {"category":"staff","from":"2026-11-01","has_attachments":false,"to":"2026-11-30"}',
    ],
  ],
  ['which mails does a human have to look at', ['list_reviews {}']],
  ['which review is the riskiest', ['list_reviews {"limit":50}']],
];

for (const [says, calls, answer] of QUESTIONS) {
  test(`"${says}"`, async () => {
    await check(startConversation(), {
      says,
      calls,
      answers: answer === undefined ? [] : [answer],
    });
  });
}

const SEARCHES: readonly (readonly [string, string])[] = [
  ['who wrote about 2,880 dollars', '2,880 dollars'],
  ['where does it say 180 dollars', '180 dollars'],
  ['find the mail with the number 88-1203', '88-1203'],
  ['is the website back up?', 'uptime'],
  ["who's in charge of the dispute", 'dispute'],
  ['is anyone on the gate codes', 'gate codes'],
  ["who can't work on thanksgiving", 'thanksgiving'],
  ['how much does the dent repair cost', 'dent repair'],
];

for (const [says, query] of SEARCHES) {
  test(`"${says}" looks for "${query}"`, async () => {
    const answer = await startConversation().say(says);
    const [first] = answer.calls;
    if (first?.tool !== 'search_emails' || first.input.query !== query) {
      throw new Error(`${first?.tool} ${JSON.stringify(first?.input)}`);
    }
  });
}
