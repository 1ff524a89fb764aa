import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import { hear } from '../hear.ts';
import { createMemory } from '../memory.ts';

// Two things held against each other, and what is gone back to. It is Tuesday, December 1, 2026.

const now = localTime(new Date('2026-12-01T15:00:00Z'), 'America/New_York');

/** What the last of some messages asks: 'tasks Tom 11-30..12-06 overdue', one after another. */
function lastOf(messages: readonly string[]): string {
  const memory = createMemory(now);
  for (const message of messages) hear(memory, message, now);
  return memory.heard.goals
    .map((goal) => {
      if (goal.kind !== 'query') return goal.kind;
      const { topic, span, agent, vendor, assignee, isOverdue, priority, status, category } =
        goal.query;
      const days =
        span === undefined
          ? undefined
          : `${span.from ?? ''}..${span.to ?? ''}`.replaceAll('2026-', '');
      return [
        topic,
        agent ?? vendor ?? assignee,
        days,
        isOverdue && 'overdue',
        ...(priority ?? []),
        status,
        category,
      ]
        .filter(Boolean)
        .join(' ');
    })
    .join(' + ');
}

const inTurn = (title: string, talks: readonly (readonly [...string[], string])[]): void => {
  for (const talk of talks) {
    const expected = talk.at(-1) ?? '';
    const messages = talk.slice(0, -1);
    test(`${title}: "${messages.join('" "')}"`, () => assert.equal(lastOf(messages), expected));
  }
};

const AGENT = 'how did the triage agent do last week?';
const TRIAGE = 'agents triage 11-23..11-29';
inTurn('told beside what it is held against', [
  [AGENT, 'is it faster than the context agent?', `${TRIAGE} + agents context 11-23..11-29`],
  [AGENT, 'was that better than vision?', `${TRIAGE} + agents vision 11-23..11-29`],
  [AGENT, 'how does it compare to the deadline agent', `${TRIAGE} + agents deadline 11-23..11-29`],
  [AGENT, 'and compared with the task agent?', `${TRIAGE} + agents task 11-23..11-29`],
  [AGENT, 'does it take longer than vision does?', `${TRIAGE} + agents vision 11-23..11-29`],
  ['what does Priya have to do?', 'is she busier than Luis?', 'tasks Priya + tasks Luis'],
  [
    'how many mails came in on Saturday?',
    'was that more than on Sunday?',
    'emails 11-28..11-28 + emails 11-29..11-29',
  ],
]);

const TWO = ['how reliable is Northfork Mutual?', 'and Peconic Storage?'] as const;
const BOTH = 'vendors Northfork Mutual + vendors peconic storage';
inTurn('the two are the last two told of', [
  [...TWO, 'which of the two wrote more often?', BOTH],
  [...TWO, 'who of the two is more reliable?', BOTH],
  [...TWO, 'which one is better?', BOTH],
  [...TWO, 'which of them is worse?', BOTH],
  ['what does Jo have to do?', 'and Luis?', 'who has more?', 'tasks Jo + tasks Luis'],
  [
    'what does Jo have to do?',
    'and Luis?',
    'which of the two has more overdue tasks?',
    'tasks Jo overdue + tasks Luis overdue',
  ],
  [
    'how many mails came in last week?',
    'and the week before?',
    'which of the two weeks was busier?',
    'emails 11-23..11-29 + emails 11-16..11-22',
  ],
]);

inTurn('vendors held against each other by name, and what nothing is known to be held against', [
  [
    'how reliable is Northfork Mutual?',
    'is BoxRight better than Peconic Storage?',
    'vendors boxright + vendors peconic storage',
  ],
  [AGENT, 'is that slower than usual?', TRIAGE],
  [AGENT, 'was it better than normal?', TRIAGE],
]);

test('where no two were told of it is asked which are meant', () => {
  assert.equal(lastOf(['how many tasks are open?', 'which of the two is worse?']), 'which');
});

const PEOPLE = ['what does Jo have to do?', 'and Luis?'] as const;
inTurn('whoever is gone back to is whom what follows is about', [
  [...PEOPLE, 'Back to Jo. Which of his are overdue?', 'tasks Jo overdue'],
  [...PEOPLE, 'ok going back to Jo - what does he have for today?', 'tasks Jo 12-01..12-01'],
  [...PEOPLE, 'Jo again: is anything overdue?', 'tasks Jo overdue'],
  [...PEOPLE, 'back to Jo', 'tasks Jo'],
  [...PEOPLE, 'as for Jo, which of his are overdue?', 'tasks Jo overdue'],
  [...PEOPLE, 'and Maria, is she behind on anything?', 'tasks Maria overdue'],
]);

const TASKS = ['which tasks are due tomorrow?', 'how are the agents doing?'] as const;
inTurn('a list gone back to is not told again', [
  [
    ...TASKS,
    'ok back to those tasks, which ones are high priority?',
    'tasks 12-02..12-02 urgent high',
  ],
  [...TASKS, 'back to the tasks. any urgent ones?', 'tasks 12-02..12-02 urgent'],
  [...TASKS, 'back to the tasks', 'tasks 12-02..12-02'],
]);

const OF_STAFF = 'how many mails from staff came in last week?';
inTurn('those days are the ones asked about, of a question that is whole', [
  [OF_STAFF, 'and how many failed that week?', 'emails 11-23..11-29 failed'],
  [OF_STAFF, 'which tasks were due in that week?', 'tasks 11-23..11-29'],
  [OF_STAFF, 'any deadlines during that same week?', 'deadlines 11-23..11-29'],
  ['what came in on Friday?', 'which tasks were due that day?', 'tasks 11-27..11-27'],
  ['what came in on Friday?', 'how many failed that week?', 'emails 11-23..11-29 failed'],
]);

const URGENT = 'show me the urgent tasks';
inTurn('a filter is taken off at the end of a question', [
  [URGENT, 'how many are overdue, all priorities together?', 'tasks overdue'],
  [URGENT, 'which are overdue, regardless of priority?', 'tasks overdue'],
  [URGENT, 'how many are overdue across all priorities?', 'tasks overdue'],
  [URGENT, 'which ones are overdue, whatever the priority', 'tasks overdue'],
  [URGENT, 'which are overdue, not just the urgent ones?', 'tasks overdue'],
  [
    'any high risk mails last week?',
    'how many from vendors, whatever the risk?',
    'emails 11-23..11-29 vendor',
  ],
]);

const NEXT_WEEK = 'which deadlines are there next week?';
inTurn('all of them, so far: the days before are left', [
  [NEXT_WEEK, 'which deadlines have we missed so far?', 'deadlines overdue'],
  [NEXT_WEEK, 'and which deadlines did we miss, all of them?', 'deadlines overdue'],
  [NEXT_WEEK, 'which deadlines were missed to date?', 'deadlines overdue'],
  ['which tasks are due this week?', 'which tasks are overdue so far?', 'tasks overdue'],
]);

test('the worst of reviews that were only counted is one of them', () => {
  for (const message of ['which is the worst of them?', 'which one is the riskiest of those?']) {
    const memory = createMemory(now);
    hear(memory, 'how many reviews are waiting?', now);
    memory.isUnlisted = true;
    hear(memory, message, now);
    const [goal] = memory.heard.goals;
    assert.ok(goal?.kind === 'query', message);
    assert.equal(goal.query.rowOf?.pick, 'riskiest', message);
    assert.equal(goal.query.rowOf?.list.topic, 'reviews', message);
  }
});
