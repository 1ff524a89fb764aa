import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// What a question takes over from the one before it: nothing where it is whole in itself.

type Line = readonly [says: string, call: string];

const TALKS: readonly (readonly Line[])[] = [
  [
    ['overdue tasks for Maria', 'list_tasks {"assignee":"Maria","is_overdue":true}'],
    ['what does tom have to do?', 'list_tasks {"assignee":"Tom"}'],
    ['ok and priya?', 'list_tasks {"assignee":"Priya"}'],
  ],
  [
    ['urgent tasks', 'list_tasks {"priority":["urgent"]}'],
    [
      'how many tasks were created yesterday?',
      'list_tasks {"created_from":"2026-11-21","created_to":"2026-11-21","status":"all"}',
    ],
  ],
  [
    ['urgent tasks', 'list_tasks {"priority":["urgent"]}'],
    ['and which tasks are overdue?', 'list_tasks {"is_overdue":true}'],
  ],
  [
    [
      'customer mails today',
      'list_emails {"category":"customer","from":"2026-11-22","to":"2026-11-22"}',
    ],
    [
      'which mails failed this week?',
      'list_emails {"from":"2026-11-16","status":"failed","to":"2026-11-22"}',
    ],
  ],
  // What only names days or a filter, or points back, goes on.
  [
    [
      'customer mails today',
      'list_emails {"category":"customer","from":"2026-11-22","to":"2026-11-22"}',
    ],
    [
      'which of those failed?',
      'list_emails {"category":"customer","from":"2026-11-22","status":"failed","to":"2026-11-22"}',
    ],
    [
      'and how many yesterday?',
      'list_emails {"category":"customer","from":"2026-11-21","status":"failed","to":"2026-11-21"}',
    ],
  ],
  // The days that it points at are kept, and nothing else.
  [
    [
      'customer mails last week',
      'list_emails {"category":"customer","from":"2026-11-09","to":"2026-11-15"}',
    ],
    [
      'which e-mails of that week had attachments, no matter who sent them?',
      'list_emails {"from":"2026-11-09","has_attachments":true,"to":"2026-11-15"}',
    ],
  ],
  [
    [
      'vendor mails yesterday',
      'list_emails {"category":"vendor","from":"2026-11-21","to":"2026-11-21"}',
    ],
    [
      "were any of that day's mails of high risk?",
      'list_emails {"from":"2026-11-21","is_high_risk":true,"to":"2026-11-21"}',
    ],
  ],
  [
    ['deadlines tomorrow', 'list_deadlines {"from":"2026-11-23","to":"2026-11-23"}'],
    [
      'and the tasks of the whole week',
      'list_tasks {"due_from":"2026-11-23","due_to":"2026-11-29"}',
    ],
  ],
  // A rank alone is that rank; what is of high priority is urgent as well.
  [
    ['how many tasks are open?', 'list_tasks {}'],
    ['how many have priority high?', 'list_tasks {"priority":["high"]}'],
    ['and urgent?', 'list_tasks {"priority":["urgent"]}'],
    ['no, high', 'list_tasks {"priority":["high"]}'],
  ],
];

for (const talk of TALKS) {
  test(talk.map(([says]) => `"${says}"`).join(', '), async () => {
    const conversation = startConversation();
    for (const [says, call] of talk) await check(conversation, { says, calls: [call] });
  });
}
