import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';
import { EMPTY } from './test-results.ts';

/** Wordings, the calls each must lead to, and what the answer must say. */
interface Question {
  name: string;
  answers: readonly (string | RegExp)[];
  /** On an empty database. */
  empty: RegExp;
  wordings: readonly (readonly [string, ...string[]])[];
}

const TODAY = '{"from":"2026-11-22","to":"2026-11-22"}';
const THIS_WEEK = '{"from":"2026-11-16","to":"2026-11-22"}';

const QUESTIONS: readonly Question[] = [
  {
    name: 'What emails did we process today?',
    answers: [/\b47 (?:\w+ )*e-mails/],
    empty: /^No (?:\w+ )*e-mail/,
    wordings: [
      ['What emails did we process today?', `list_emails ${TODAY}`],
      ['emails today', `list_emails ${TODAY}`],
      ['which mails came in today', `list_emails ${TODAY}`],
      ['hey, can you show me todays mail please', `list_emails ${TODAY}`],
      ['how many emails have we had so far today??', `list_emails ${TODAY}`],
      ['wat emials did we get tody', `list_emails ${TODAY}`],
      ['did anything come in this morning', `list_emails ${TODAY}`],
      [
        'What emails did we process yesterday?',
        'list_emails {"from":"2026-11-21","to":"2026-11-21"}',
      ],
      ['list last weeks emails', 'list_emails {"from":"2026-11-09","to":"2026-11-15"}'],
      ['emails this week', `list_emails ${THIS_WEEK}`],
      ['how much mail did we receive in the last 7 days', `list_emails ${THIS_WEEK}`],
      ['What came in on Tuesday?', 'list_emails {"from":"2026-11-17","to":"2026-11-17"}'],
      ['emails since monday', 'list_emails {"from":"2026-11-16","to":"2026-11-22"}'],
      [
        'how many messages did we get in November',
        'list_emails {"from":"2026-11-01","to":"2026-11-30"}',
      ],
      ['emails from october 3 to october 9', 'list_emails {"from":"2026-10-03","to":"2026-10-09"}'],
      ['mails on the 5th', 'list_emails {"from":"2026-11-05","to":"2026-11-05"}'],
      [
        'which emails failed today',
        'list_emails {"from":"2026-11-22","status":"failed","to":"2026-11-22"}',
      ],
      [
        'customer emails yesterday',
        'list_emails {"category":"customer","from":"2026-11-21","to":"2026-11-21"}',
      ],
      [
        'how many emails from suppliers did we get this month',
        'list_emails {"category":"vendor","from":"2026-11-01","to":"2026-11-30"}',
      ],
      [
        'any mail from mail@hamptonslinen.com today?',
        'list_emails {"from":"2026-11-22","sender":"mail@hamptonslinen.com","to":"2026-11-22"}',
      ],
      ['show me the last 5 emails', 'list_emails {"limit":5}'],
    ],
  },
  {
    name: 'Show me failed executions',
    answers: [/\b3 (?:failed )?(?:\w+ )*(?:executions?)/],
    empty: /^There are no failed (?:\w+ )*executions/,
    wordings: [
      ['Show me failed executions', 'list_executions {"status":"failed"}'],
      ['failed?', 'list_executions {"status":"failed"}'],
      ['what failed', 'list_executions {"status":"failed"}'],
      [
        'any failures today',
        `list_executions {"from":"2026-11-22","status":"failed","to":"2026-11-22"}`,
      ],
      [
        'list all the excutions that failed this week',
        `list_executions {"from":"2026-11-16","status":"failed","to":"2026-11-22"}`,
      ],
      [
        'which runs crashed yesterday',
        'list_executions {"from":"2026-11-21","status":"failed","to":"2026-11-21"}',
      ],
      ['why do executions fail', 'list_executions {"status":"failed"}'],
      ["what's the most common reason mails fail", 'list_executions {"status":"failed"}'],
      [
        'Did anything go wrong last night?',
        'list_executions {"from":"2026-11-21","status":"failed","to":"2026-11-21"}',
      ],
      [
        'how many executions errored out in the past week',
        `list_executions {"from":"2026-11-16","status":"failed","to":"2026-11-22"}`,
      ],
      [
        'what could not be processed since friday',
        'list_executions {"from":"2026-11-20","status":"failed","to":"2026-11-22"}',
      ],
      [
        'hi there could you please pull the failures for the last 30 days, thanks',
        'list_executions {"from":"2026-10-24","status":"failed","to":"2026-11-22"}',
      ],
      ['faild executions', 'list_executions {"status":"failed"}'],
    ],
  },
  {
    name: 'What tasks are due this week?',
    answers: [/\b8 (?:[\w-]+ )*tasks/],
    empty: /^(?:I don't know which tasks are yours.*)?There is no (?:[\w-]+ )*task/,
    wordings: [
      [
        'What tasks are due this week?',
        'list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22"}',
      ],
      ['tasks due today', 'list_tasks {"due_from":"2026-11-22","due_to":"2026-11-22"}'],
      [
        'whats on our plate next week',
        'list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29"}',
      ],
      ['which to-dos have to be done by friday', 'list_tasks {"due_to":"2026-11-27"}'],
      ['What are the high-priority tasks?', 'list_tasks {"priority":["urgent","high"]}'],
      ['urgent tasks', 'list_tasks {"priority":["urgent"]}'],
      ['any overdue tasks?', 'list_tasks {"is_overdue":true}'],
      ['tasks that are late', 'list_tasks {"is_overdue":true}'],
      ['what tasks does maria have', 'list_tasks {"assignee":"Maria"}'],
      [
        'tasks assigned to Maria Lopez due tomorrow',
        'list_tasks {"assignee":"Maria Lopez","due_from":"2026-11-23","due_to":"2026-11-23"}',
      ],
      ['show me the open taks', 'list_tasks {}'],
      [
        'what do we need to get done in the next 3 days',
        'list_tasks {"due_from":"2026-11-22","due_to":"2026-11-25"}',
      ],
      ['which tasks were completed', 'list_tasks {"status":"done"}'],
      ['to do list for tuesday', 'list_tasks {"due_from":"2026-11-24","due_to":"2026-11-24"}'],
      ['my tasks', 'list_tasks {}'],
    ],
  },
  {
    name: 'How are the agents performing?',
    answers: [/\b(?:210|35|208) runs/],
    empty: /has (?:not )?run|ran\b/,
    wordings: [
      ['How are the agents performing?', 'agent_performance {}'],
      ['agent performance', 'agent_performance {}'],
      ['how r the agents doing', 'agent_performance {}'],
      ['are the agents ok this week', `agent_performance ${THIS_WEEK}`],
      ['hows the vision agent doing', 'agent_performance {"agent":"vision"}'],
      [
        'performance of the task agent today',
        'agent_performance {"agent":"task","from":"2026-11-22","to":"2026-11-22"}',
      ],
      ['which agent is the slowest', 'agent_performance {}'],
      ['do the agents make many errors', 'agent_performance {}'],
      [
        'give me stats on all five agents for last month',
        'agent_performance {"from":"2026-10-01","to":"2026-10-31"}',
      ],
      ['how confident is triage', 'agent_performance {"agent":"triage"}'],
      ['which agent fails most often', 'agent_performance {}'],
      ['how long do agents take on average', 'agent_performance {}'],
      ['agnets performing well?', 'agent_performance {}'],
    ],
  },
  {
    name: 'What happened with the fire inspection email?',
    answers: [
      '“Fire inspection of your storage unit” [email:e00000000002]',
      'The fire department inspects the storage unit',
      '[task:d00000000002]',
      'Fri, Nov 27 at 10:30 AM',
      'waiting for a decision',
      'too many parts',
    ],
    empty: /^No e-mail [^“]*matches “/,
    wordings: [
      [
        'What happened with the fire inspection email?',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'what happened to the fire inspection mail',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'fire inspection email?',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'any news on the fire inspection',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'tell me about the email regarding the fire inspection',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'whats the status of the fire inspection',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'find the fire inspection message',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'did we get an email about the fire inspection?',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        "what's going on with that storage unit inspection email from this week",
        'search_emails {"from":"2026-11-16","query":"storage unit inspection","to":"2026-11-22"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'search for fire inspection',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'where are we with the fire inspection',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'what became of the insepction email',
        'search_emails {"query":"inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
      [
        'look up "fire inspection"',
        'search_emails {"query":"fire inspection"}',
        'get_email {"id":"[email:e00000000002]"}',
      ],
    ],
  },
  {
    name: 'Do we have patterns with vendor emails?',
    answers: [
      /88 mails of vendors/,
      '“Hamptons Linen”: 31 mails',
      '0.90 from 17 observations',
      'too little seen of it for a rating yet (2 observations)',
    ],
    empty: /^No mail of a vendor has come in/,
    wordings: [
      ['Do we have patterns with vendor emails?', 'vendor_history {}'],
      ['vendor patterns', 'vendor_history {}'],
      ['any trends in the mail from our suppliers', 'vendor_history {}'],
      ['who are our top vendors', 'vendor_history {}'],
      ['which vendors write most', 'vendor_history {}'],
      ['how reliable are our vendors', 'vendor_history {}'],
      ['vendors', 'vendor_history {}'],
      [
        'show me vendor history for the last 2 weeks',
        'vendor_history {"from":"2026-11-09","to":"2026-11-22"}',
      ],
      ['which supplier is the worst', 'vendor_history {}'],
      ['have you noticed any patterns with our venders', 'vendor_history {}'],
      ['Whats our most reliable vendor?', 'vendor_history {}'],
      [
        'which contractors do we hear from a lot this month',
        'vendor_history {"from":"2026-11-01","to":"2026-11-30"}',
      ],
    ],
  },
  {
    name: 'Is everything running okay?',
    answers: [
      'Everything is running as it should',
      '2 pending',
      '41 completed',
      '7 executions in all',
    ],
    empty: /^Everything is running as it should/,
    wordings: [
      ['Is everything running okay?', 'system_health {}'],
      ["What's the system status?", 'system_health {}'],
      ['system status', 'system_health {}'],
      ['status', 'system_health {}'],
      ['is everything ok', 'system_health {}'],
      ['everything fine?', 'system_health {}'],
      ['are we up and running', 'system_health {}'],
      ['how is the system doing today', 'system_health {}'],
      ['any problems with the system', 'system_health {}'],
      ['is the database up', 'system_health {}'],
      ['all good?', 'system_health {}'],
      ['are all systems operational', 'system_health {}'],
      ['is evrything wroking', 'system_health {}'],
      ['health check please', 'system_health {}'],
    ],
  },
  {
    name: 'Anything I should know about?',
    answers: [
      '17 things need attention',
      '7 failed executions',
      '4 reviews waiting',
      '6 tasks (2 overdue, 1 urgent, 4 high-priority)',
      '3 deadlines have passed',
      '“Pay the linen invoice” [task:d00000000001]',
    ],
    empty: /^Nothing needs your attention right now/,
    wordings: [
      ['Anything I should know about?', 'attention_items {}'],
      ['anything i need to know', 'attention_items {}'],
      ['what needs my attention', 'attention_items {}'],
      ['is there something i should worry about', 'attention_items {}'],
      ['anything urgent?', 'attention_items {}'],
      ['what should I look at first', 'attention_items {}'],
      ['any red flags', 'attention_items {}'],
      ['good morning! what should i focus on today', 'attention_items {}'],
      ['anything important going on', 'attention_items {}'],
      ['whats most pressing', 'attention_items {}'],
      ['give me a heads up on anything critical', 'attention_items {}'],
      ['do i need to worry about anything', 'attention_items {}'],
      ['what are the high risk items', 'attention_items {}'],
    ],
  },
];

for (const { name, answers, empty, wordings } of QUESTIONS) {
  for (const [says, ...calls] of wordings) {
    test(`${name} as "${says}"`, async () => {
      await check(startConversation(), { says, calls, answers });
      const answer = await check(startConversation({ results: EMPTY }), {
        says,
        answers: [empty],
        never: [/undefined|null|NaN|\bmore\b/],
      });
      assert.equal(answer.calls.length, 1);
    });
  }
}
