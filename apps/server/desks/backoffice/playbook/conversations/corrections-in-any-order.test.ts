import { test } from 'node:test';
import { check, startConversation } from './conversation-driver.ts';

// Whatever order its words have, a correction replaces what is of its kind in the last question.

const THURSDAY = 'list_emails {"from":"2026-11-19","to":"2026-11-19"}';
const WEEK_BEFORE = 'list_emails {"from":"2026-11-02","to":"2026-11-08"}';
const CUSTOMERS = 'list_emails {"category":"customer","from":"2026-11-09","to":"2026-11-15"}';

const CORRECTED: readonly (readonly [first: string, then: string, call: string])[] = [
  ['mails on friday', 'oh, thursday i meant', THURSDAY],
  ['mails on friday', 'thursday, i mean', THURSDAY],
  ['mails on friday', 'sorry i meant thursday', THURSDAY],
  ['mails on friday', 'thursday, sorry', THURSDAY],
  ['mails on friday', 'sorry, the 19th I mean', THURSDAY],
  ['mails last week', 'no, the week before', WEEK_BEFORE],
  ['mails last week', 'the week before, i mean', WEEK_BEFORE],
  ['vendor mails last week', 'customers i meant, sorry', CUSTOMERS],
  ['vendor mails last week', 'customers, i mean', CUSTOMERS],
  ['failed executions', 'pending ones i meant', 'list_executions {"status":"pending"}'],
  ['open tasks', 'the urgent ones, my bad', 'list_tasks {"priority":["urgent"]}'],
  ['open tasks', 'deadlines, i mean', 'list_deadlines {}'],
  ['tasks for maria', 'tom, i mean', 'list_tasks {"assignee":"Tom"}'],
  ['what does maria have to do?', 'i meant tom', 'list_tasks {"assignee":"Tom"}'],
];

for (const [first, then, call] of CORRECTED) {
  test(`"${first}", then "${then}"`, async () => {
    const talk = startConversation();
    await talk.say(first);
    await check(talk, { says: then, calls: [call] });
  });
}

for (const filler of ['whoever', 'exactly', 'honestly', 'so what actually', 'anyway, whatever']) {
  test(`"${filler}" is searched for in no mail`, async () => {
    const talk = startConversation();
    await talk.say('how many mails today');
    await check(talk, { says: filler, calls: [] });
  });
}
