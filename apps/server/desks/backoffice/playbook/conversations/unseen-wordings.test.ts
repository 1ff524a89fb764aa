import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// A second set, written when the rules were done and before they were tried on it: 64 of its 77
// wordings worked at once.

const day = (from: string, to = from): string => `"from":"${from}","to":"${to}"`;
const TODAY = day('2026-11-22');
const WEEK = day('2026-11-16', '2026-11-22');
const YESTERDAY = day('2026-11-21');

const WORDINGS: readonly (readonly [string, ...string[]])[] = [
  ['how busy was the inbox today', `list_emails {${TODAY}}`],
  [
    'morning aubs, what landed in the mailbox since yesterday',
    `list_emails {${day('2026-11-21', '2026-11-22')}}`,
  ],
  ['can i get a list of everything we received on friday', `list_emails {${day('2026-11-20')}}`],
  ['how many customers wrote to us this week', `list_emails {"category":"customer",${WEEK}}`],
  ['emails that are still pending', 'list_emails {"status":"pending"}'],
  [
    'what mail arrived between nov 10 and nov 12',
    `list_emails {${day('2026-11-10', '2026-11-12')}}`,
  ],
  ['number of emails last month', `list_emails {${day('2026-10-01', '2026-10-31')}}`],
  ['did we get any mail over the weekend', `list_emails {${day('2026-11-21', '2026-11-22')}}`],
  ['messages processed in the past 3 days?', `list_emails {${day('2026-11-20', '2026-11-22')}}`],
  ['what was the latest email', 'list_emails {"limit":1}'],
  ['i want to see guest emails from yesterday', `list_emails {"category":"customer",${YESTERDAY}}`],
  [
    'which ones did not make it today',
    `list_executions {"from":"2026-11-22","status":"failed","to":"2026-11-22"}`,
  ],
  [
    'show errors from the last 24 hours',
    'list_executions {"from":"2026-11-21","status":"failed","to":"2026-11-22"}',
  ],
  [
    'what broke this week',
    `list_executions {"from":"2026-11-16","status":"failed","to":"2026-11-22"}`,
  ],
  ['why are so many mails failing', 'list_executions {"status":"failed"}'],
  ['give me the failures', 'list_executions {"status":"failed"}'],
  ['is anything stuck in the pipeline', 'list_executions {"status":"pending"}'],
  ['which executions are running right now', 'list_executions {"status":"running"}'],
  [
    'did any jobs fail over the weekend',
    'list_executions {"from":"2026-11-21","status":"failed","to":"2026-11-22"}',
  ],
  [
    'top failure reasons in november pls',
    'list_executions {"from":"2026-11-01","status":"failed","to":"2026-11-30"}',
  ],
  ['what do we have to finish by wednesday', 'list_tasks {"due_to":"2026-11-25"}'],
  [
    "what's due tomorrow?",
    'list_tasks {"due_from":"2026-11-23","due_to":"2026-11-23","limit":5}',
    'list_deadlines {"from":"2026-11-23","limit":5,"to":"2026-11-23"}',
  ],
  ['any important tasks left', 'list_tasks {"priority":["urgent","high"]}'],
  ['show me low priority stuff on the task list', 'list_tasks {"priority":["low"]}'],
  [
    "what's on Tom's plate this week",
    'list_tasks {"assignee":"Tom","due_from":"2026-11-16","due_to":"2026-11-22"}',
  ],
  ['how many tasks are open', 'list_tasks {}'],
  ['which action items are past due', 'list_tasks {"is_overdue":true}'],
  ['did we miss any tasks', 'list_tasks {"is_overdue":true}'],
  ['tasks due before december', 'list_tasks {"due_to":"2026-11-30"}'],
  ['todos for the rest of the month', 'list_tasks {"due_from":"2026-11-22","due_to":"2026-11-30"}'],
  ['what has been completed by the team', 'list_tasks {"status":"done"}'],
  ['are the ai agents doing a good job', 'agent_performance {}'],
  [
    'which agent had the most errors last week',
    `agent_performance {${day('2026-11-09', '2026-11-15')}}`,
  ],
  ['how accurate is the deadline agent', 'agent_performance {"agent":"deadline"}'],
  ['compare the agents', 'agent_performance {}'],
  [
    'average processing time per agent this month',
    `agent_performance {${day('2026-11-01', '2026-11-30')}}`,
  ],
  ['is vision slow?', 'agent_performance {"agent":"vision"}'],
  [
    'what happened with the lease invoice',
    'search_emails {"query":"lease invoice"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'whats the story behind the brake recall mail',
    'search_emails {"query":"brake recall"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'did anyone write about surfboards',
    'search_emails {"query":"surfboards"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'pull up that email about order 77120',
    'search_emails {"query":"order 77120"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'has the permit renewal email been handled',
    'search_emails {"query":"permit renewal"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'whats up with claim 88-1203',
    'search_emails {"query":"claim 88-1203"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'when is the fire inspection',
    'search_emails {"query":"fire inspection"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'have we heard back from the landlord',
    'search_emails {"query":"landlord"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'anything from Northfork Mutual this week',
    `search_emails {"from":"2026-11-16","query":"northfork mutual","to":"2026-11-22"}`,
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'what did the tax office want',
    'search_emails {"query":"tax office"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  ['is there something noticeable about our vendors lately', 'vendor_history {}'],
  ['which suppliers keep letting us down', 'vendor_history {}'],
  ['rank the vendors by reliability', 'vendor_history {}'],
  ['how often do vendors email us', 'vendor_history {}'],
  ['is Hamptons Linen a reliable vendor', 'vendor_history {"vendor":"Hamptons Linen"}'],
  ['vendor stats for october', `vendor_history {${day('2026-10-01', '2026-10-31')}}`],
  ['is the system healthy right now', 'system_health {}'],
  ['hows everything going over there', 'system_health {}'],
  ['any outages?', 'system_health {}'],
  ['are things working', 'system_health {}'],
  ['is redis down', 'system_health {}'],
  ['how much have we spent on ai today', 'system_health {}'],
  ['whats the state of the system', 'system_health {}'],
  ['what do i need to take care of', 'attention_items {}'],
  ['what are the biggest problems right now', 'attention_items {}'],
  ['anything on fire', 'attention_items {}'],
  ['is there anything that needs me', 'attention_items {}'],
  ['top priorities for today', 'attention_items {}'],
  ['what should my day look like', 'attention_items {}'],
  ['what should i sign off', 'list_reviews {}'],
  ['are there mails waiting for a human', 'list_reviews {}'],
  ['next deadlines', 'list_deadlines {}'],
  ['when are the next payments due', 'list_deadlines {"limit":50}'],
  [
    'whats in the calendar for thanksgiving',
    'list_deadlines {"from":"2026-11-26","to":"2026-11-26"}',
  ],
  [
    'quick recap of yesterday',
    `list_emails {"from":"2026-11-21","limit":5,"to":"2026-11-21"}`,
    'list_executions {"from":"2026-11-21","limit":5,"status":"failed","to":"2026-11-21"}',
  ],
  [
    'catch me up',
    `list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}`,
    'attention_items {"limit":5}',
  ],
  ['will it rain tomorrow'],
  ['who won the game last night'],
  ['please forward the lease invoice to Maria'],
  ['book me a flight'],
];

// A third set, tried the same way after the second had been made to work.
const LATER: readonly (readonly [string, ...string[]])[] = [
  ['were there any emails from leadership today?', `list_emails {"category":"staff",${TODAY}}`],
  ['how many mails have been completed vs failed this week', `list_emails {${WEEK}}`],
  ['is there any unprocessed mail', 'list_emails {"status":"pending"}'],
  ['list failed and pending executions', 'list_executions {}'],
  [
    'how many executions failed in the last 2 weeks and why',
    'list_executions {"from":"2026-11-09","status":"failed","to":"2026-11-22"}',
  ],
  ['who emailed us today', `list_emails {${TODAY}}`],
  ['urgent emails today', `list_emails {${TODAY}}`],
  [
    'are we late on anything',
    'list_tasks {"is_overdue":true,"limit":5}',
    'list_deadlines {"is_overdue":true,"limit":5}',
  ],
  [
    'show urgent and high tasks that are overdue',
    'list_tasks {"is_overdue":true,"priority":["urgent","high"]}',
  ],
  ['tasks with the highest priority', 'list_tasks {"priority":["urgent","high"]}'],
  [
    'the fire inspection tasks',
    'search_emails {"query":"fire inspection"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  ['are mails being processed quickly', 'agent_performance {}'],
  ['are any agents failing', 'agent_performance {}'],
  [
    'when do we have to pay the lease invoice',
    'search_emails {"query":"lease invoice"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'has the driver complaint been dealt with',
    'search_emails {"query":"driver complaint"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'what was that email about new bank details',
    'search_emails {"query":"bank details"}',
    'get_email {"id":"[email:e00000000002]"}',
  ],
  [
    'how many emails did Hamptons Linen send this month',
    `search_emails {"from":"2026-11-01","query":"hamptons linen","to":"2026-11-30"}`,
  ],
  ['is our supplier Harbor Vans late often', 'vendor_history {"vendor":"Harbor Vans"}'],
  ['which vendor had the most complaints', 'vendor_history {}'],
  ['anything on my radar', 'attention_items {}'],
  ['is the model reachable', 'system_health {}'],
  [
    'today?',
    `list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}`,
    'attention_items {"limit":5}',
  ],
  ['summarise todays vendor emails', `list_emails {"category":"vendor",${TODAY}}`],
  [
    "what failed today, what's due tomorrow and how are the agents doing",
    'list_executions {"from":"2026-11-22","limit":5,"status":"failed","to":"2026-11-22"}',
    'list_tasks {"due_from":"2026-11-23","due_to":"2026-11-23","limit":5}',
    'list_deadlines {"from":"2026-11-23","limit":5,"to":"2026-11-23"}',
    'agent_performance {}',
  ],
  ['what is the meaning of life'],
  ['tell me something interesting'],
];

for (const [says, ...calls] of [...WORDINGS, ...LATER]) {
  test(`"${says}"`, async () => {
    await check(startConversation(), { says, calls });
  });
}
