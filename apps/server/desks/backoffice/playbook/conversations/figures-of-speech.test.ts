import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// What staff mean by figures of speech, by what is not so, and by requests in one sentence.

const TODAY = '"from":"2026-11-22","to":"2026-11-22"';
const NOTHING_LIKE_IT = { total: 3, is_more_than_total: false, next_cursor: null, emails: [] };

const GUARANTEES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'the state of the system is told, however it is asked for': [
    ['everything ship-shape on the technical side?', 'system_health {}'],
    ['are we firing on all cylinders today?', 'system_health {}'],
    ['give me the helth of the system', 'system_health {}'],
    ["how's the processing going at the moment?", 'system_health {}'],
    ['where are we with processing right now', 'system_health {}'],
    ["what's the current processing status", 'list_executions {}'],
  ],
  'what the system costs is no question of speed': [
    ['what do the agents cost us', 'system_health {}'],
    ['how much money has the assistant burned today', 'system_health {}'],
    ["what's the bill for the language model so far", 'system_health {}'],
  ],
  'an order of work is of all that needs attention': [
    ['what order should i tackle things in', 'attention_items {}'],
    ['line up what needs doing, most pressing on top', 'attention_items {}'],
    ["rank what's on my plate by urgency", 'attention_items {}'],
    ["what's the pecking order for today", 'attention_items {}'],
  ],
  'what is not in a state is not asked for by that state': [
    ['how many mails did not fail today', `list_emails {${TODAY}}`],
    ["any mails that aren't failed", 'list_emails {}'],
    ["what hasn't been approved yet", 'list_reviews {}'],
    ['list tasks that are not overdue', 'list_tasks {}'],
  ],
  'tasks done in some days are not those due in them': [
    [
      'which tasks were wrapped up this week',
      'list_tasks {"completed_from":"2026-11-16","completed_to":"2026-11-22","status":"done"}',
    ],
    [
      'what jobs did we knock out on thursday',
      'list_tasks {"completed_from":"2026-11-19","completed_to":"2026-11-19","status":"done"}',
    ],
    [
      'did maria complete anything last week',
      'list_tasks {"assignee":"Maria","completed_from":"2026-11-09","completed_to":"2026-11-15","status":"done"}',
    ],
  ],
  'every state is more than the usual one': [
    ['tasks of every status', 'list_tasks {"status":"all"}'],
    ['list tasks in every state for maria', 'list_tasks {"assignee":"Maria","status":"all"}'],
    [
      'show me reviews of all statuses',
      'list_reviews {"limit":5,"status":"pending"}',
      'list_reviews {"limit":5,"status":"approved"}',
      'list_reviews {"limit":5,"status":"rejected"}',
    ],
  ],
  'which of them are wanted is no second list': [
    [
      'which mails came in this week? just the ones from vendors',
      'list_emails {"category":"vendor","from":"2026-11-16","to":"2026-11-22"}',
    ],
    ["show tasks. only maria's", 'list_tasks {"assignee":"Maria"}'],
    ['how many tasks are open? only overdue ones', 'list_tasks {"is_overdue":true}'],
  ],
  'a day of the second request is not one of how somebody does': [
    [
      'how are the vendors doing and how many mails came in yesterday',
      'vendor_history {"limit":5}',
      'list_emails {"from":"2026-11-21","limit":5,"to":"2026-11-21"}',
    ],
  ],
  'who wrote last is told by the newest mail': [
    ['who was the last to write to us?', 'list_emails {"limit":1}'],
    ['name of the most recent sender please', 'list_emails {"limit":1}'],
    ['which vendor wrote last?', 'list_emails {"category":"vendor","limit":1}'],
  ],
};

for (const [guarantee, messages] of Object.entries(GUARANTEES)) {
  test(guarantee, async () => {
    for (const [says, ...calls] of messages) await check(startConversation(), { says, calls });
  });
}

test('two people asked for in one sentence are both told of', async () => {
  for (const says of [
    'who sent the fire inspection notice and who has to deal with it?',
    'who is responsible for the storage unit and who wrote about it?',
  ]) {
    await check(startConversation(), {
      says,
      answers: ['came from Hamptons Linen', 'is assigned to nobody'],
    });
  }
});

test('a mail that has none of the words that tell of it is not opened', async () => {
  const results = {
    search_emails: {
      ...NOTHING_LIKE_IT,
      query: 'offer',
      emails: [
        {
          ref: '[email:e00000000001]',
          execution_ref: '[execution:a00000000001]',
          received_at: '2026-11-22T14:15:00Z',
          received_local: '2026-11-22 09:15',
          subject: 'An offer of towels',
          sender: 'mail@hamptonslinen.com',
          sender_name: 'Hamptons Linen',
          status: 'completed' as const,
          category: 'vendor' as const,
          urgency: 40,
          risk: 'low' as const,
          has_attachments: false,
          error_message: null,
        },
      ],
    },
  };
  const answer = await check(startConversation({ results }), {
    says: 'show me the submarine periscope offer',
    answers: [/^No e-mail matches/],
    never: [/towels/],
  });
  if (answer.calls.some(({ tool }) => tool === 'get_email')) throw new Error('opened a mail');
});
