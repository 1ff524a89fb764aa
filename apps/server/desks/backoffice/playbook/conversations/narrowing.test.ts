import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

/** A question, what follows it, and what that must ask of the tools. */
const FOLLOWED: readonly (readonly [string, string, string])[] = [
  [
    'emails today',
    'and the high risk ones?',
    'list_emails {"from":"2026-11-22","is_high_risk":true,"to":"2026-11-22"}',
  ],
  [
    'emails today',
    'only with attachments',
    'list_emails {"from":"2026-11-22","has_attachments":true,"to":"2026-11-22"}',
  ],
  [
    'emails this month',
    'how many of those mention insurance',
    'search_emails {"from":"2026-11-01","query":"insurance","to":"2026-11-30"}',
  ],
  [
    'emails yesterday',
    'from priya',
    'search_emails {"from":"2026-11-21","query":"priya","to":"2026-11-21"}',
  ],
  ['emails today', 'no, yesterday', 'list_emails {"from":"2026-11-21","to":"2026-11-21"}'],
  ['emails today', 'and 2025?', 'list_emails {"from":"2025-01-01","to":"2025-12-31"}'],
  [
    'tasks due this week',
    'without the urgent ones',
    'list_tasks {"due_from":"2026-11-16","due_to":"2026-11-22","priority":["high","medium","low"]}',
  ],
  ['open tasks', 'only the low ones', 'list_tasks {"priority":["low"]}'],
  [
    'failed executions',
    'any from vendors?',
    'list_executions {"category":"vendor","status":"failed"}',
  ],
  ['rejected reviews', 'and approved?', 'list_reviews {"status":"approved"}'],
  [
    'deadlines next week',
    'only payments',
    'list_deadlines {"from":"2026-11-23","limit":50,"to":"2026-11-29"}',
  ],
];

for (const [first, then, call] of FOLLOWED) {
  test(`"${first}", then "${then}"`, async () => {
    const talk = startConversation();
    await talk.say(first);
    await check(talk, { says: then, calls: [call] });
  });
}
