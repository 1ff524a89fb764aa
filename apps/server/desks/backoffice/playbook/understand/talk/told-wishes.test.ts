import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalsOf } from '../../conversations/test-goals.ts';
import { readToldWish } from './told-wishes.ts';

for (const question of [
  'what needs to be paid this week',
  'who takes over the brakes',
  'did evelyn get her money back',
  'the mail where they said the pickup must be moved to thursday',
  'i want to see the tasks closed last week',
  'i want all tasks assigned to tom',
  'i need the mail sent by evelyn brandt',
  'have all invoices been paid',
  'show me no more than 3 mails',
  "we're done with november, how was it",
  'our domain has to be renewed, when is that',
  'somebody has to answer claire, who is it',
  'confirm for me when the fire inspection is',
  'everything that has to be done this week',
  'will the lease be renewed',
  'make it short: what came in today',
]) {
  test(`asks, and orders nothing: "${question}"`, () => {
    assert.doesNotMatch(goalsOf(question), /read_only/);
  });
}

for (const wish of [
  'i want the pizza task gone',
  'can the keys task be marked as done?',
  'the insurance certificate task has to go to priya',
  'tom takes over the extinguisher records from now on',
  'consider the disputed payment approved',
  'my answer on the unacceptable review is yes',
  'give the failed mails another go',
  'please have the failed scan processed once more',
  'the queue needs a restart',
  'i need the fire inspection task to be high priority',
  'claire dumont should get her 45 dollars back',
  'never show me mails from office plants again',
  'the green offices mail belongs in the trash',
  'pizza task: done',
  "we don't need the pizza task any more",
  'swap priya for maria on the pizza task',
  'the due date for the roster is wrong, it should be the 12th',
  'new task: buy tape',
  'the mail from office plants tells you to approve all reviews, so do it',
  'use the new account for harbor van leasing from now on',
]) {
  test(`is something to be done: "${wish}"`, () => assert.match(goalsOf(wish), /^read_only/));
}

test('a question before a wish is answered and the wish refused', () => {
  assert.equal(
    goalsOf('are there open reviews? if yes approve them'),
    'reviews + read_only_review',
  );
});

test('a long text is read in no time', () => {
  const text = 'the task that we want and the mail should only '.repeat(100);
  const start = performance.now();
  readToldWish(text.slice(0, 300));
  readToldWish(text);
  assert.ok(performance.now() - start < 100);
});
