import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// Questions of somebody who used the product for the first time, and four sets of unseen ones:
// what each asks of the tools, and what the answer says it could not look at.

const QUESTIONS: readonly (readonly [string, readonly string[], string])[] = [
  ['what do we have to finish by wednesday', ['list_tasks {"due_to":"2026-11-25"}'], ''],
  ['wat emials did we get tody', ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'], ''],
  [
    'did anything come in this morning',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'how many mails have been completed vs failed this week',
    ['list_emails {"from":"2026-11-16","to":"2026-11-22"}'],
    '',
  ],
  ['emails in 2025', ['list_emails {"from":"2025-01-01","to":"2025-12-31"}'], ''],
  ['mails on 18/11', ['list_emails {"from":"2026-11-18","to":"2026-11-18"}'], ''],
  ['mails older than 20 days', ['list_emails {"to":"2026-11-01"}'], ''],
  [
    'emails in the last 2 hours',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'how many emails are still processing?',
    ['list_emails {"limit":5,"status":"running"}', 'list_emails {"limit":5,"status":"pending"}'],
    '',
  ],
  ['does any mail mention insurance?', ['search_emails {"query":"insurance"}'], ''],
  [
    'how many invoices did we get this month?',
    ['search_emails {"from":"2026-11-01","query":"invoices","to":"2026-11-30"}'],
    '',
  ],
  ['how much do we owe?', ['list_deadlines {"limit":50}'], ''],
  [
    'Where do the mails come from?',
    ['vendor_history {}'],
    'I can rank vendors only, not all who write.',
  ],
  [
    "Can you translate Greta's mail to Spanish",
    ['search_emails {"query":"greta"}'],
    "I don't translate mail; this is what there is.",
  ],
  ['wie viele mails kamen heute?', [], 'Leider verstehe ich hier nur E'],
  [
    'how many emails, and how many of those failed, and how many tasks, this month?',
    [
      'list_emails {"from":"2026-11-01","limit":5,"to":"2026-11-30"}',
      'list_emails {"from":"2026-11-01","limit":5,"status":"failed","to":"2026-11-30"}',
      'list_tasks {"due_from":"2026-11-01","due_to":"2026-11-30","limit":5}',
    ],
    '',
  ],
  [
    'which emails have attachments today?',
    ['list_emails {"from":"2026-11-22","has_attachments":true,"to":"2026-11-22"}'],
    '',
  ],
  [
    'notifications sent today',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    "I can't list notifications by day; the story of a mail says which it caused.",
  ],
  [
    'mails with risk high this month',
    ['list_emails {"from":"2026-11-01","is_high_risk":true,"to":"2026-11-30"}'],
    '',
  ],
  ['mails marked high risk', ['list_emails {"is_high_risk":true}'], ''],
  [
    'pending reviews of high risk',
    ['list_reviews {"limit":50}'],
    '4 reviews are waiting for a decision, 1 of the first 1 of high or critical risk.',
  ],
  [
    "Why is Sandra Boyle's mail high risk?",
    ['search_emails {"query":"sandra boyle"}'],
    "A search can't be narrowed down by risk; this is what has the words.",
  ],
  ['show low priority tasks', ['list_tasks {"priority":["low"]}'], ''],
  ['not urgent tasks', ['list_tasks {"priority":["high","medium","low"]}'], ''],
  ['show me tasks with high priority only', ['list_tasks {"priority":["high"]}'], ''],
  ['count of open high tasks', ['list_tasks {"priority":["high"]}'], ''],
  [
    'how many high priority tasks does Maria have?',
    ['list_tasks {"assignee":"Maria","priority":["urgent","high"]}'],
    '',
  ],
  [
    'high prio stuff for tom due before friday',
    ['list_tasks {"assignee":"Tom","due_to":"2026-11-26","priority":["urgent","high"]}'],
    '',
  ],
  [
    'what tasks did we complete this week?',
    ['list_tasks {"completed_from":"2026-11-16","completed_to":"2026-11-22","status":"done"}'],
    '',
  ],
  [
    'tasks created this week',
    ['list_tasks {"created_from":"2026-11-16","created_to":"2026-11-22","status":"all"}'],
    '',
  ],
  [
    'tasks created today',
    ['list_tasks {"created_from":"2026-11-22","created_to":"2026-11-22","status":"all"}'],
    '',
  ],
  [
    'tasks done today',
    ['list_tasks {"completed_from":"2026-11-22","completed_to":"2026-11-22","status":"done"}'],
    '',
  ],
  [
    'deadlines done this month',
    ['list_deadlines {"from":"2026-11-01","to":"2026-11-30"}'],
    "I can't list deadlines that are done or cancelled; these are the ones still scheduled.",
  ],
  [
    'decided reviews',
    [
      'list_reviews {"limit":5,"status":"approved"}',
      'list_reviews {"limit":5,"status":"rejected"}',
    ],
    '',
  ],
  ['which reviews did I reject', ['list_reviews {"status":"rejected"}'], ''],
  ['rejected reviews', ['list_reviews {"status":"rejected"}'], ''],
  [
    "who approved Sandra Boyle's review?",
    ['search_emails {"query":"sandra boyle"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “sandra boyle”.',
  ],
  [
    'what is the oldest open task?',
    ['list_tasks {}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'who has the most tasks?',
    ['list_tasks {}'],
    "I can't rank or group these by person, sender or day.",
  ],
  [
    'show me the task "Find cover for Jo Rivera"',
    ['search_emails {"query":"cover jo rivera"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “cover jo rivera”.',
  ],
  [
    'tasks from Harbor Van Leasing',
    ['search_emails {"query":"harbor van leasing"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'when is the lease payment due',
    ['search_emails {"query":"lease payment"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “lease payment”.',
  ],
  ['What is the calendar feed key?', [], "How I am set up isn't somethin"],
  [
    'what do we have to pay this week?',
    ['list_deadlines {"from":"2026-11-16","limit":50,"to":"2026-11-22"}'],
    '',
  ],
  [
    'show me the 3rd failed execution',
    ['list_executions {"limit":3,"status":"failed"}'],
    'Number 3 of these is the one you asked for, if there are as many.',
  ],
  [
    'how much is the rent from January?',
    [
      'search_emails {"from":"2026-01-01","query":"rent","to":"2026-01-31"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “rent”. “Fire inspection of your storage unit” [email:e00000000002] names no amount that I can see',
  ],
  ['which vendor is the least reliable?', ['vendor_history {}'], ''],
  [
    'yesterday and the day before?',
    [
      'list_emails {"from":"2026-11-20","limit":5,"to":"2026-11-21"}',
      'list_executions {"from":"2026-11-20","limit":5,"status":"failed","to":"2026-11-21"}',
    ],
    '',
  ],
  [
    'mails to office@totetaxi.example',
    ['list_emails {}'],
    "I can't pick e-mails by whom they were sent to.",
  ],
  ['can I trust you?', [], "I'm AUBS, the automatic assist"],
  [
    "what's new",
    [
      'list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
      'attention_items {"limit":5}',
    ],
    '',
  ],
  [
    'anything new?',
    [
      'list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
      'attention_items {"limit":5}',
    ],
    '',
  ],
  [
    'mails tomorrow',
    ['list_emails {"from":"2026-11-23","to":"2026-11-23"}'],
    'Those days are still to come.',
  ],
  ['what time is it', [], 'Today is Sunday, November 22, '],
  [
    'emails from new york',
    ['search_emails {"query":"new york"}'],
    'Looked up as a name: mails from “new york” first, then mails that mention it.',
  ],
  [
    'mails from Priya',
    ['search_emails {"query":"priya"}'],
    'Looked up as a name: mails from “priya” first, then mails that mention it.',
  ],
  [
    'anything from harbor vans?',
    ['search_emails {"query":"harbor vans"}', 'get_email {"id":"[email:e00000000002]"}'],
    'Looked up as a name: mails from “harbor vans” first, then mails that mention it.',
  ],
  [
    'failed mails from vendors',
    ['list_emails {"category":"vendor","status":"failed"}'],
    'A failed mail mostly has no category, so some of them may be missing here.',
  ],
  [
    'invoice HV-20655',
    ['search_emails {"query":"invoice hv-20655"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “invoice hv-20655”.',
  ],
  [
    'Harbor Van Leasing',
    ['search_emails {"query":"harbor van leasing"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “harbor van leasing”.',
  ],
  [
    'Northfork',
    ['search_emails {"query":"northfork"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “northfork”.',
  ],
  [
    'zebra offer',
    ['search_emails {"query":"zebra offer"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “zebra offer”.',
  ],
  [
    'tell me about Northfork Mutual',
    ['search_emails {"query":"northfork mutual"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “northfork mutual”.',
  ],
  ['is Harbor Van Leasing reliable?', ['vendor_history {"vendor":"Harbor Van Leasing"}'], ''],
  [
    'when do we have to pay Harbor Van Leasing?',
    ['search_emails {"query":"harbor van leasing"}', 'get_email {"id":"[email:e00000000002]"}'],
    'has one date',
  ],
  [
    'any phishing?',
    [
      'list_emails {"is_high_risk":true,"limit":5}',
      'search_emails {"limit":5,"query":"phishing"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  [
    'spam',
    [
      'list_emails {"is_high_risk":true,"limit":5}',
      'search_emails {"limit":5,"query":"spam"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  [
    'any complaints from customers?',
    ['search_emails {"query":"complaints"}'],
    "A search can't be narrowed down by category; this is what has the words.",
  ],
  [
    'did anyone call in sick?',
    ['search_emails {"query":"sick"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “sick”.',
  ],
  [
    'any urgent stuff from customers?',
    ['list_emails {"category":"customer"}'],
    "I can't pick e-mails by urgency.",
  ],
  [
    'who is Evelyn Brandt',
    ['search_emails {"query":"evelyn brandt"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “evelyn brandt”.',
  ],
  [
    'what is the gate code?',
    ['search_emails {"query":"gate code"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “gate code”.',
  ],
  [
    "what's the premium for NM-4471?",
    ['search_emails {"query":"premium nm-4471"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “premium nm-4471”.',
  ],
  [
    'what meetings do we have tomorrow?',
    ['list_deadlines {"from":"2026-11-23","to":"2026-11-23"}'],
    "I can't pick deadlines by kind or urgency; each line says what it is.",
  ],
  ['what model are you using', ['system_health {}'], ''],
  ['how much did claude cost today', ['system_health {}'], ''],
  ['is redis up?', ['system_health {}'], ''],
  [
    'did the landlord reply?',
    ['search_emails {"query":"landlord"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  ['passed deadlines', ['list_deadlines {"is_overdue":true}'], ''],
  [
    'how many customers complained last week',
    [
      'search_emails {"from":"2026-11-09","query":"customers complained","to":"2026-11-15"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “customers complained”.',
  ],
  [
    'any mail about the elevator outage',
    ['search_emails {"query":"elevator outage"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'which mails came from the insurance company',
    ['search_emails {"query":"insurance company"}'],
    'Looked up as a name: mails from “insurance company” first, then mails that mention it.',
  ],
  [
    'list mails with pdf attachments from this month',
    ['list_emails {"from":"2026-11-01","has_attachments":true,"to":"2026-11-30"}'],
    "I can't pick attachments by their kind.",
  ],
  [
    'what did we get from Ana at BoxRight yesterday',
    [
      'search_emails {"from":"2026-11-21","query":"ana boxright","to":"2026-11-21"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  [
    'emails without attachments this week',
    ['list_emails {"from":"2026-11-16","has_attachments":false,"to":"2026-11-22"}'],
    '',
  ],
  [
    'how many emails came in before noon',
    ['list_emails {}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'mails after 5pm yesterday',
    ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'show me everything from october 2025',
    [
      'list_emails {"from":"2025-10-01","limit":5,"to":"2025-10-31"}',
      'list_executions {"from":"2025-10-01","limit":5,"status":"failed","to":"2025-10-31"}',
    ],
    '',
  ],
  ['emails received on 03.11.2026', ['list_emails {"from":"2026-11-03","to":"2026-11-03"}'], ''],
  ['was there any mail on 21/11/2026', ['list_emails {"from":"2026-11-21","to":"2026-11-21"}'], ''],
  ['executions older than a week', ['list_executions {"to":"2026-11-14"}'], ''],
  ['are any mails still being processed', ['list_emails {"status":"running"}'], ''],
  [
    'failed executions about invoices',
    ['search_emails {"query":"invoices"}'],
    "A search can't be narrowed down by state; this is what has the words.",
  ],
  [
    'how many executions took longer than a minute',
    ['list_executions {}'],
    "I can't compare or filter by how much; I tell one span at a time.",
  ],
  [
    'what failed in 2024',
    ['list_executions {"from":"2024-01-01","status":"failed","to":"2024-12-31"}'],
    '',
  ],
  [
    'which execution took the longest',
    ['list_executions {}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'show failed and cancelled mails this week',
    [
      'list_executions {"from":"2026-11-16","limit":5,"status":"failed","to":"2026-11-22"}',
      'list_emails {"from":"2026-11-16","limit":5,"status":"cancelled","to":"2026-11-22"}',
    ],
    '',
  ],
  [
    'open tasks about the fire inspection',
    ['search_emails {"query":"fire inspection"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'tasks for Priya with low priority due next week',
    [
      'list_tasks {"assignee":"Priya","due_from":"2026-11-23","due_to":"2026-11-29","priority":["low"]}',
    ],
    '',
  ],
  [
    'who is responsible for the most tasks',
    ['list_tasks {}'],
    "I can't rank or group these by person, sender or day.",
  ],
  [
    'tasks that nobody has started',
    ['list_tasks {}'],
    "I can't pick tasks by whether somebody has begun them; open ones include those in progress.",
  ],
  [
    'how many tasks were finished yesterday',
    ['list_tasks {"completed_from":"2026-11-21","completed_to":"2026-11-21","status":"done"}'],
    '',
  ],
  [
    'tasks added since monday',
    ['list_tasks {"created_from":"2026-11-16","created_to":"2026-11-22","status":"all"}'],
    '',
  ],
  ['medium priority tasks', ['list_tasks {"priority":["medium"]}'], ''],
  [
    'everything except low priority tasks',
    ['list_tasks {"priority":["urgent","high","medium"]}'],
    '',
  ],
  [
    'what did maria finish last week',
    [
      'list_tasks {"assignee":"Maria","completed_from":"2026-11-09","completed_to":"2026-11-15","status":"done"}',
    ],
    '',
  ],
  [
    'tasks not assigned to tom',
    ['list_tasks {}'],
    "I can't leave anything out of a list; this is all of it.",
  ],
  [
    'tasks worth more than 500 dollars',
    ['search_emails {"query":"worth 500 dollars"}', 'get_email {"id":"[email:e00000000002]"}'],
    "I can't compare, average or filter by amounts here; I count one span at a time. I searched the mail for “worth 500 dollars”.",
  ],
  [
    'oldest overdue task',
    ['list_tasks {"is_overdue":true}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'deadlines for payments next week',
    ['list_deadlines {"from":"2026-11-23","limit":50,"to":"2026-11-29"}'],
    '',
  ],
  [
    'which deadlines did we miss in october',
    ['list_deadlines {"from":"2026-10-01","is_overdue":true,"to":"2026-10-31"}'],
    '',
  ],
  [
    'deadlines set by the landlord',
    ['search_emails {"query":"set landlord"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “set landlord”.',
  ],
  [
    'cancelled deadlines',
    ['list_deadlines {}'],
    "I can't list deadlines that are done or cancelled; these are the ones still scheduled.",
  ],
  [
    'is there a delivery on wednesday',
    [
      'search_emails {"from":"2026-11-18","query":"delivery","to":"2026-11-18"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “delivery”.',
  ],
  [
    'approved reviews from yesterday',
    ['list_reviews {"from":"2026-11-21","status":"approved","to":"2026-11-21"}'],
    '',
  ],
  [
    'how many reviews were rejected in november and why',
    ['list_reviews {"from":"2026-11-01","status":"rejected","to":"2026-11-30"}'],
    '',
  ],
  [
    'who rejected the linen invoice',
    ['search_emails {"query":"rejected linen invoice"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “rejected linen invoice”.',
  ],
  ['reviews waiting longer than a day', ['list_reviews {"to":"2026-11-20"}'], ''],
  [
    'do agents work better than last week',
    ['agent_performance {"from":"2026-11-09","to":"2026-11-15"}'],
    "I can't compare or filter by how much; I tell one span at a time.",
  ],
  [
    'which agent is cheapest',
    ['agent_performance {}'],
    "I can't pick agents by “cheapest”; this is without that.",
  ],
  [
    'how many tokens did the vision agent use',
    ['agent_performance {"agent":"vision"}'],
    "I can't pick agents by “tokens”; this is without that.",
  ],
  [
    'vendors in new jersey',
    ['vendor_history {}'],
    "I can't pick vendors by “jersey”; this is without that.",
  ],
  [
    'which vendor sent the most invoices',
    ['vendor_history {}'],
    "I can't pick vendors by “invoices”; this is without that.",
  ],
  [
    'vendors with bad ratings this quarter',
    ['vendor_history {"from":"2026-10-01","to":"2026-12-31"}'],
    '',
  ],
  [
    'is BoxRight cheaper than Hamptons Linen',
    [
      'search_emails {"query":"boxright cheaper hamptons linen"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “boxright cheaper hamptons linen”.',
  ],
  [
    'how much did we pay Hamptons Linen this year',
    [
      'search_emails {"from":"2026-01-01","query":"hamptons linen","to":"2026-12-31"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    "I searched the mail for “hamptons linen”. I don't add up amounts of money; a mail may name one.",
  ],
  [
    'suspicious mails this week',
    ['list_emails {"from":"2026-11-16","is_high_risk":true,"to":"2026-11-22"}'],
    '',
  ],
  [
    'anything that looks like fraud',
    [
      'list_emails {"is_high_risk":true,"limit":5}',
      'search_emails {"limit":5,"query":"fraud"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  [
    'did Evelyn get an answer',
    ['search_emails {"query":"evelyn"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'who do I call about the alarm',
    ['search_emails {"query":"alarm"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “alarm”.',
  ],
  [
    'phone number of the plumber',
    ['search_emails {"query":"phone number plumber"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “phone number plumber”.',
  ],
  [
    'where is the truck',
    ['search_emails {"query":"truck"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  ['how many employees do we have', [], "I don't have an answer to that."],
  ['zeig mir die offenen aufgaben', [], 'Leider verstehe ich hier nur E'],
  ['qué tareas tenemos para hoy', [], 'Lo siento, aquí solo entiendo '],
  ["montrez-moi les mails d'hier", [], "Désolé, je ne comprends que l'"],
  [
    'what changed since yesterday',
    [
      'search_emails {"from":"2026-11-21","query":"changed","to":"2026-11-22"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “changed”.',
  ],
  [
    'mails about refunds, and how many failed, this week',
    [
      'search_emails {"from":"2026-11-16","limit":5,"query":"refunds","to":"2026-11-22"}',
      'list_executions {"from":"2026-11-16","limit":5,"status":"failed","to":"2026-11-22"}',
    ],
    '',
  ],
  [
    'how many emails did Tom answer today',
    ['search_emails {"from":"2026-11-22","query":"tom","to":"2026-11-22"}'],
    'I did not use “answer”.',
  ],
  ['mails from last Christmas', ['list_emails {"from":"2025-12-25","to":"2025-12-25"}'], ''],
  ['emails between 10.11. and 15.11.', ['list_emails {"from":"2026-11-10","to":"2026-11-15"}'], ''],
  [
    'which emails are older than two weeks and still pending',
    ['list_emails {"status":"pending","to":"2026-11-07"}'],
    '',
  ],
  [
    'top 3 senders this month',
    ['vendor_history {"from":"2026-11-01","limit":3,"to":"2026-11-30"}'],
    'I can rank vendors only, not all who write.',
  ],
  [
    'what did the accountant send us last month',
    [
      'search_emails {"from":"2026-10-01","query":"accountant","to":"2026-10-31"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  ['any mails in german', ['list_emails {}'], "I can't pick e-mails by their language."],
  [
    'how many mails per day do we get',
    ['list_emails {}'],
    "I can't rank or group these by person, sender or day.",
  ],
  [
    'did we get more mail than last week',
    ['list_emails {"from":"2026-11-09","to":"2026-11-15"}'],
    "I can't compare, average or filter by amounts here; I count one span at a time.",
  ],
  [
    'low risk mails today',
    ['search_emails {"from":"2026-11-22","query":"low risk","to":"2026-11-22"}'],
    '',
  ],
  [
    'emails with invoices attached',
    ['search_emails {"query":"invoices"}'],
    "A search can't be narrowed down by attachments; this is what has the words.",
  ],
  [
    'mails that mention both insurance and the van',
    ['search_emails {"query":"insurance van"}'],
    '',
  ],
  [
    'emails not processed today',
    ['list_emails {"from":"2026-11-22","status":"failed","to":"2026-11-22"}'],
    '',
  ],
  [
    'show me spam from yesterday',
    [
      'list_emails {"from":"2026-11-21","is_high_risk":true,"limit":5,"to":"2026-11-21"}',
      'search_emails {"from":"2026-11-21","limit":5,"query":"spam","to":"2026-11-21"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    '',
  ],
  [
    'mail about the keys from Sandra',
    ['search_emails {"query":"keys sandra"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'mails addressed to Maria',
    ['search_emails {"query":"maria"}'],
    "I can't pick e-mails by whom they were sent to.",
  ],
  [
    'which emails did nobody answer',
    ['list_emails {}'],
    'I know only mail that came in, not what was sent or answered.',
  ],
  [
    'is there an email from the bank about a loan',
    ['search_emails {"query":"bank loan"}', 'get_email {"id":"[email:e00000000002]"}'],
    'Looked up as a name: mails from “bank” first, then mails that mention it.',
  ],
  [
    'critical emails this week',
    ['list_emails {"from":"2026-11-16","to":"2026-11-22"}'],
    "I can't pick e-mails by urgency.",
  ],
  [
    'failed emails from the landlord',
    ['search_emails {"query":"landlord"}'],
    "Looked up as a name: mails from “landlord” first, then mails that mention it. A search can't be narrowed down by state; this is what has the words.",
  ],
  [
    'how many executions were cancelled in 2025',
    ['list_executions {"from":"2025-01-01","status":"cancelled","to":"2025-12-31"}'],
    '',
  ],
  [
    'slowest execution today',
    ['list_executions {"from":"2026-11-22","to":"2026-11-22"}'],
    "I can't pick these by attempts, speed or confidence.",
  ],
  [
    'executions with low confidence',
    ['list_executions {}'],
    "I can't pick these by attempts, speed or confidence.",
  ],
  [
    'executions that were retried',
    ['list_executions {}'],
    "I can't pick these by attempts, speed or confidence.",
  ],
  [
    'why did invoice mails fail this week',
    ['search_emails {"from":"2026-11-16","query":"invoice","to":"2026-11-22"}'],
    "A search can't be narrowed down by state; this is what has the words.",
  ],
  [
    'tasks about invoices due this week',
    ['search_emails {"query":"invoices"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I did not use “this week”.',
  ],
  ['urgent or low tasks', ['list_tasks {"priority":["urgent","low"]}'], ''],
  ['tasks due on 30.11.', ['list_tasks {"due_from":"2026-11-30","due_to":"2026-11-30"}'], ''],
  ['tasks due after christmas', ['list_tasks {"due_from":"2026-12-26"}'], ''],
  ["Priya's overdue tasks", ['list_tasks {"assignee":"Priya","is_overdue":true}'], ''],
  [
    'overdue low priority tasks for Tom',
    ['list_tasks {"assignee":"Tom","is_overdue":true,"priority":["low"]}'],
    '',
  ],
  [
    'tasks nobody is working on',
    ['list_tasks {}'],
    "I can't pick tasks by whether somebody has begun them; open ones include those in progress.",
  ],
  [
    'in progress tasks',
    ['list_tasks {}'],
    "I can't pick tasks by whether somebody has begun them; open ones include those in progress.",
  ],
  [
    'cancelled tasks this month',
    ['list_tasks {"due_from":"2026-11-01","due_to":"2026-11-30","status":"cancelled"}'],
    '',
  ],
  [
    'tasks created by the vision agent',
    ['agent_performance {"agent":"vision"}'],
    "I can't pick agents by “tasks created”; this is without that.",
  ],
  [
    'how many tasks were made in october',
    ['list_tasks {"created_from":"2026-10-01","created_to":"2026-10-31","status":"all"}'],
    '',
  ],
  ['tasks from yesterday', ['list_tasks {"due_from":"2026-11-21","due_to":"2026-11-21"}'], ''],
  [
    'new tasks since friday',
    ['list_tasks {"created_from":"2026-11-20","created_to":"2026-11-22","status":"all"}'],
    '',
  ],
  [
    'tasks that take less than an hour',
    ['list_tasks {}'],
    "I can only look at whole days, not at hours or times of day. I can't compare, average or filter by amounts here; I count one span at a time.",
  ],
  [
    'deadlines passed last week',
    ['list_deadlines {"from":"2026-11-09","is_overdue":true,"to":"2026-11-15"}'],
    '',
  ],
  [
    'deadlines today after 3pm',
    ['list_deadlines {"from":"2026-11-22","to":"2026-11-22"}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'urgent deadlines',
    ['list_deadlines {}'],
    "I can't pick deadlines by kind or urgency; each line says what it is.",
  ],
  [
    'next payment to Harbor Van Leasing',
    [
      'search_emails {"query":"payment harbor van leasing"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “payment harbor van leasing”.',
  ],
  [
    'deadline of the insurance renewal',
    ['search_emails {"query":"insurance renewal"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “insurance renewal”.',
  ],
  [
    'who decided the pending review',
    [
      'list_reviews {"limit":5,"status":"approved"}',
      'list_reviews {"limit":5,"status":"rejected"}',
    ],
    '',
  ],
  [
    'reviews approved by Maria',
    ['search_emails {"query":"maria"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “maria”.',
  ],
  [
    'how many reviews did we reject in 2025',
    ['list_reviews {"from":"2025-01-01","status":"rejected","to":"2025-12-31"}'],
    '',
  ],
  [
    'reviews about bank details',
    ['search_emails {"query":"bank details"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “bank details”.',
  ],
  [
    'which vendor is the most expensive',
    ['vendor_history {}'],
    'I can tell what the invoices of one vendor come to, not of all together; ask for one by name.',
  ],
  [
    'what does Northfork charge',
    ['search_emails {"query":"northfork"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “northfork”.',
  ],
  ['lowest confidence agent', ['agent_performance {}'], ''],
  [
    'which agent reads attachments',
    ['agent_performance {}'],
    "I can't pick agents by “reads attachments”; this is without that.",
  ],
  [
    'how much does the vision agent cost',
    ['agent_performance {"agent":"vision"}'],
    "I can't pick agents by “cost”; this is without that.",
  ],
  [
    'is the printer working',
    ['search_emails {"query":"printer"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “printer”.',
  ],
  [
    'is anyone sick today',
    [
      'search_emails {"from":"2026-11-22","query":"sick","to":"2026-11-22"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “sick”.',
  ],
  [
    'what is our address',
    ['search_emails {"query":"address"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “address”.',
  ],
  ['can you call the landlord', [], 'I only read here and change no'],
  [
    'anything about the zoning board?',
    ['search_emails {"query":"zoning board"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'are there risky invoices',
    ['search_emails {"query":"invoices"}'],
    "A search can't be narrowed down by risk; this is what has the words.",
  ],
  ['ist alles in ordnung', [], 'Leider verstehe ich hier nur E'],
  [
    'emails from gmail addresses',
    ['search_emails {"query":"gmail addresses"}'],
    'Looked up as a name: mails from “gmail addresses” first, then mails that mention it.',
  ],
  ['mails bigger than 5 mb', ['search_emails {"query":"bigger than 5 mb"}'], ''],
  [
    'which mails were forwarded by leadership',
    ['list_emails {"category":"staff"}'],
    "I can't pick e-mails by “forwarded”; this is without that.",
  ],
  [
    'emails from the last three hours about the storm',
    ['search_emails {"query":"storm"}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'do we have mail from 2024 or older',
    ['list_emails {"from":"2024-01-01","to":"2024-12-31"}'],
    '',
  ],
  [
    'anything from Ana this morning',
    [
      'search_emails {"from":"2026-11-22","query":"ana","to":"2026-11-22"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'Looked up as a name: mails from “ana” first, then mails that mention it. I can only look at whole days, not at hours or times of day.',
  ],
  [
    'what did customers complain about most',
    ['search_emails {"query":"customers complain"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “customers complain”.',
  ],
  [
    'emails with no category',
    ['list_emails {}'],
    "I can't leave anything out of a list; this is all of it.",
  ],
  [
    'duplicate emails this week',
    ['search_emails {"from":"2026-11-16","query":"duplicate","to":"2026-11-22"}'],
    '',
  ],
  ['mails that created tasks', ['list_emails {}'], "I can't pick e-mails by what came of them."],
  ['emails without tasks', ['list_emails {}'], "I can't pick e-mails by what came of them."],
  [
    'mails that need a reply today',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    'I know only mail that came in, not what was sent or answered.',
  ],
  [
    'vendor mails with attachments this month',
    [
      'list_emails {"category":"vendor","from":"2026-11-01","has_attachments":true,"to":"2026-11-30"}',
    ],
    '',
  ],
  ['high risk vendor mails', ['list_emails {"category":"vendor","is_high_risk":true}'], ''],
  ['suspicious attachments', ['list_emails {"has_attachments":true,"is_high_risk":true}'], ''],
  ['failed mails with attachments', ['list_emails {"has_attachments":true,"status":"failed"}'], ''],
  [
    'all mail except from vendors',
    ['list_emails {"limit":50}'],
    'have come in without the vendor mail.',
  ],
  [
    'how many staff mails failed this week',
    ['list_emails {"category":"staff","from":"2026-11-16","status":"failed","to":"2026-11-22"}'],
    'A failed mail mostly has no category, so some of them may be missing here.',
  ],
  [
    'when did Harbor Vans last write',
    ['search_emails {"query":"harbor vans"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'first email today',
    ['list_emails {"from":"2026-11-22","to":"2026-11-22"}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'emails on monday and wednesday',
    [
      'list_emails {"from":"2026-11-16","limit":5,"to":"2026-11-16"}',
      'list_emails {"from":"2026-11-18","limit":5,"to":"2026-11-18"}',
    ],
    '',
  ],
  [
    'mails from maria lopez to tom',
    ['search_emails {"query":"maria lopez"}'],
    'Looked up as a name: mails from “maria lopez” first, then mails that mention it. I did not use “tom”.',
  ],
  [
    'tasks for maria or tom',
    ['list_tasks {"assignee":"Maria","limit":5}', 'list_tasks {"assignee":"Tom","limit":5}'],
    '',
  ],
  [
    'tasks with attachments',
    ['search_emails {"query":"attachments"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “attachments”.',
  ],
  [
    'which tasks came from vendors',
    ['search_emails {"query":"came vendors"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “came vendors”.',
  ],
  [
    'low priority tasks done last month',
    [
      'list_tasks {"completed_from":"2026-10-01","completed_to":"2026-10-31","priority":["low"],"status":"done"}',
    ],
    '',
  ],
  ['tasks due in 2027', ['list_tasks {"due_from":"2027-01-01","due_to":"2027-12-31"}'], ''],
  [
    'tasks due in the next 2 hours',
    ['list_tasks {}'],
    'I can only look at whole days, not at hours or times of day.',
  ],
  [
    'unassigned urgent tasks due today',
    ['list_tasks {"due_from":"2026-11-22","due_to":"2026-11-22","limit":50,"priority":["urgent"]}'],
    'nobody assigned',
  ],
  [
    'longest overdue task',
    ['list_tasks {"is_overdue":true}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'tasks containing the word invoice',
    [
      'search_emails {"query":"containing word invoice"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “containing word invoice”.',
  ],
  [
    'what did the team finish today',
    ['list_tasks {"completed_from":"2026-11-22","completed_to":"2026-11-22","status":"done"}'],
    '',
  ],
  [
    'tasks reassigned to priya',
    ['search_emails {"query":"reassigned priya"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “reassigned priya”.',
  ],
  [
    'deadlines of type event',
    ['list_deadlines {}'],
    "I can't pick deadlines by “type”; this is without that.",
  ],
  ['deadlines on 2/30', ['list_deadlines {}'], ''],
  ['deadlines before the end of the month', ['list_deadlines {"to":"2026-11-30"}'], ''],
  [
    'how many deadlines did we meet',
    ['list_deadlines {}'],
    "I can't list deadlines that are done or cancelled; these are the ones still scheduled.",
  ],
  [
    'reviews decided today',
    [
      'list_reviews {"from":"2026-11-22","limit":5,"status":"approved","to":"2026-11-22"}',
      'list_reviews {"from":"2026-11-22","limit":5,"status":"rejected","to":"2026-11-22"}',
    ],
    '',
  ],
  [
    'critical reviews',
    ['list_reviews {"limit":50}'],
    '4 reviews are waiting for a decision, none of the first 1 of critical risk.',
  ],
  [
    'oldest pending review',
    ['list_reviews {}'],
    "I can't sort these by age, size or length, or tell which is the most of something.",
  ],
  [
    'did tom approve anything yesterday',
    [
      'search_emails {"from":"2026-11-21","query":"tom approve","to":"2026-11-21"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “tom approve”.',
  ],
  [
    'agents with errors yesterday',
    ['agent_performance {"from":"2026-11-21","to":"2026-11-21"}'],
    '',
  ],
  [
    'did the context agent run on the storm mail',
    ['agent_performance {"agent":"context"}'],
    "I can't pick agents by “storm”; this is without that.",
  ],
  [
    'vendor with the most broken promises',
    ['vendor_history {}'],
    "I can't pick vendors by “broken promises”; this is without that.",
  ],
  [
    'BoxRight invoices total',
    [
      'search_emails {"query":"boxright invoices total"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “boxright invoices total”.',
  ],
  ['did BoxRight deliver late', ['vendor_history {"vendor":"BoxRight"}'], ''],
  ['is the database slow today', ['system_health {}'], ''],
  [
    'what happened at 3pm',
    [
      'list_emails {"from":"2026-11-22","limit":5,"to":"2026-11-22"}',
      'attention_items {"limit":5}',
    ],
    'I can only look at whole days, not at hours or times of day.',
  ],
  ['combien de tâches cette semaine', [], "Désolé, je ne comprends que l'"],
  ['hoy hay correos nuevos', [], 'Lo siento, aquí solo entiendo '],
  [
    'how many emails did we get on the 18th of november',
    ['list_emails {"from":"2026-11-18","to":"2026-11-18"}'],
    '',
  ],
  [
    'what arrived from the county last week',
    ['search_emails {"from":"2026-11-09","query":"county","to":"2026-11-15"}'],
    '',
  ],
  ['mails regarding parking permits', ['search_emails {"query":"parking permits"}'], ''],
  [
    'any customer mail with attachments today',
    [
      'list_emails {"category":"customer","from":"2026-11-22","has_attachments":true,"to":"2026-11-22"}',
    ],
    '',
  ],
  [
    'failed mails in september',
    ['list_emails {"from":"2026-09-01","status":"failed","to":"2026-09-30"}'],
    '',
  ],
  [
    'vendor mails since the 10th',
    ['list_emails {"category":"vendor","from":"2026-11-10","to":"2026-11-22"}'],
    '',
  ],
  [
    'what was the busiest day this month',
    ['list_emails {"from":"2026-11-01","to":"2026-11-30"}'],
    "I can't rank or group these by person, sender or day.",
  ],
  [
    'which customers are angry',
    ['search_emails {"query":"customers angry"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “customers angry”.',
  ],
  [
    'show mails with the word refund from yesterday',
    ['search_emails {"from":"2026-11-21","query":"word refund","to":"2026-11-21"}'],
    '',
  ],
  ['emails that mention Jo Rivera', ['search_emails {"query":"jo rivera"}'], ''],
  ['how many mails are queued', ['list_emails {"status":"pending"}'], ''],
  ['is the queue stuck', ['system_health {}'], ''],
  ['tasks for Jo Rivera', ['list_tasks {"assignee":"Jo Rivera"}'], ''],
  [
    "Jo's tasks due tomorrow",
    ['list_tasks {"assignee":"Jo","due_from":"2026-11-23","due_to":"2026-11-23"}'],
    '',
  ],
  [
    'what does sandra need to do this week',
    ['list_tasks {"assignee":"Sandra","due_from":"2026-11-16","due_to":"2026-11-22"}'],
    '',
  ],
  [
    'completed high priority tasks this month',
    [
      'list_tasks {"completed_from":"2026-11-01","completed_to":"2026-11-30","priority":["urgent","high"],"status":"done"}',
    ],
    '',
  ],
  [
    'how many tasks are overdue by more than a week',
    ['list_tasks {"due_to":"2026-11-14","is_overdue":true}'],
    '',
  ],
  [
    'tasks with no due date for tom',
    ['list_tasks {"limit":50}', 'list_tasks {"due_from":"1970-01-01","limit":1}'],
    "I can't pick tasks by “tom”; this is without that.",
  ],
  ['deadlines in 2025', ['list_deadlines {"from":"2025-01-01","to":"2025-12-31"}'], ''],
  [
    'missed deadlines last month',
    ['list_deadlines {"from":"2026-10-01","is_overdue":true,"to":"2026-10-31"}'],
    '',
  ],
  [
    'deadlines tomorrow and tuesday',
    ['list_deadlines {"from":"2026-11-23","to":"2026-11-24"}'],
    '',
  ],
  [
    'rejected reviews this month',
    ['list_reviews {"from":"2026-11-01","status":"rejected","to":"2026-11-30"}'],
    '',
  ],
  ['how many approvals are open', ['list_reviews {}'], ''],
  [
    'reviews from vendors',
    ['list_reviews {}'],
    "I can't pick reviews by “vendors”; this is without that.",
  ],
  [
    'triage agent accuracy yesterday',
    ['agent_performance {"agent":"triage","from":"2026-11-21","to":"2026-11-21"}'],
    '',
  ],
  [
    'which agent failed most this week',
    ['agent_performance {"from":"2026-11-16","to":"2026-11-22"}'],
    '',
  ],
  ['who are our worst vendors', ['vendor_history {}'], ''],
  ['how reliable is Northfork Mutual', ['vendor_history {"vendor":"Northfork Mutual"}'], ''],
  [
    'did we overspend today',
    [
      'search_emails {"from":"2026-11-22","query":"overspend","to":"2026-11-22"}',
      'get_email {"id":"[email:e00000000002]"}',
    ],
    'I searched the mail for “overspend”.',
  ],
  [
    'anything urgent from leadership?',
    ['list_emails {"category":"staff"}'],
    "I can't pick e-mails by urgency.",
  ],
  [
    'what happened to the linen invoice?',
    ['search_emails {"query":"linen invoice"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'has anyone reported a broken boiler',
    ['search_emails {"query":"reported broken boiler"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “reported broken boiler”.',
  ],
  [
    'where is the meeting tomorrow',
    ['search_emails {"query":"meeting"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I did not use “tomorrow”.',
  ],
  [
    'when is the next inspection',
    ['search_emails {"query":"next inspection"}', 'get_email {"id":"[email:e00000000002]"}'],
    '',
  ],
  [
    'do we have insurance',
    ['search_emails {"query":"insurance"}', 'get_email {"id":"[email:e00000000002]"}'],
    'I searched the mail for “insurance”.',
  ],
  [
    'what did I miss yesterday',
    [
      'list_emails {"from":"2026-11-21","limit":5,"to":"2026-11-21"}',
      'list_executions {"from":"2026-11-21","limit":5,"status":"failed","to":"2026-11-21"}',
    ],
    '',
  ],
  [
    'give me all failed mails from last month about invoices',
    ['search_emails {"from":"2026-10-01","query":"invoices","to":"2026-10-31"}'],
    "A search can't be narrowed down by state; this is what has the words.",
  ],
  ['list the last ten executions', ['list_executions {"limit":10}'], ''],
  ['wo sind die mails', [], 'Leider verstehe ich hier nur E'],
];

for (const [says, calls, note] of QUESTIONS) {
  test(`"${says}"`, async () => {
    await check(startConversation(), { says, calls, answers: note === '' ? [] : [note] });
  });
}
