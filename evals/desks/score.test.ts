import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Answer } from './answer.ts';
import { conversationSchema, questionSchema } from './case.ts';
import { scoreConversation } from './score-conversation.ts';
import { scoreQuestion } from './score-question.ts';

const answer = (fields: Partial<Answer>): Answer => ({
  text: 'Fine.',
  calls: [],
  handoff: null,
  conversationId: 'c',
  turnId: 't',
  model: 'clerk',
  error: null,
  usage: { inputTokens: 0, outputTokens: 0, costNanoUsd: 0 },
  durationMs: 1,
  ...fields,
});
const question = (fields: Record<string, unknown>) =>
  questionSchema.parse({ id: 'a', say: 'Hello', ...fields });
const conversation = (turns: unknown[], end: Record<string, unknown>) =>
  conversationSchema.parse({ id: 'a', turns, end });

it('an answer that failed or is empty is wrong even where nothing is expected', () => {
  assert.deepEqual(scoreQuestion(question({}), answer({ error: 'timeout' })).wrong, [
    'the turn failed: timeout',
  ]);
  assert.equal(scoreQuestion(question({}), answer({ text: ' \n' })).isPassed, false);
  assert.equal(scoreQuestion(question({}), answer({})).isPassed, true);
});

it('calls, what is said and what must not be are judged apart, and each is told', () => {
  const wanted = question({
    calls: [{ look: { x: 1 } }],
    says: ['$5', ['a', 'b']],
    says_not: ['$6'],
  });
  const score = scoreQuestion(wanted, answer({ text: 'It is $6.' }));
  assert.deepEqual([score.calls, score.words, score.isPassed], [false, false, false]);
  assert.deepEqual(score.wrong, [
    'expected look {"x":1}, got no call',
    'does not say "$5"',
    'does not say ["a","b"]',
    'says "$6"',
  ]);
  const calls = [{ tool: 'look', input: { x: 1 }, result: {}, isError: false }];
  const half = scoreQuestion(wanted, answer({ text: 'It is $6.', calls }));
  assert.deepEqual([half.calls, half.words], [true, false]);
  const right = scoreQuestion(wanted, answer({ text: 'B: $5.', calls }));
  assert.deepEqual([right.calls, right.words, right.isPassed], [true, true, true]);
});

it('what is not expected is not counted', () => {
  const score = scoreQuestion(question({}), answer({}), ['price']);
  assert.deepEqual([score.calls, score.words, score.intent], [undefined, undefined, undefined]);
});

it('an intent is judged where there is one to judge, and does not decide the case', () => {
  const wanted = question({ intent: ['price', 'coverage'] });
  assert.equal(scoreQuestion(wanted, answer({})).intent, undefined);
  assert.equal(scoreQuestion(wanted, answer({}), ['greeting']).intent, false);
  assert.equal(scoreQuestion(wanted, answer({}), ['greeting']).isPassed, true);
  assert.equal(scoreQuestion(wanted, answer({}), ['coverage', 'greeting']).intent, true);
});

it('a conversation is wrong where it ends with another hand-over, without one, or with one too many', () => {
  const wanted = conversation(['a', 'b'], { handoff: { pickup_date: '2026-12-05', note: '*' } });
  const ending = (handoff: Answer['handoff']) =>
    scoreConversation(wanted, [answer({}), answer({ handoff })]);
  assert.equal(ending(null).handoff, false);
  assert.equal(ending({ pickup_date: '2026-12-06' }).isPassed, false);
  assert.equal(ending({ pickup_date: '2026-12-05', coi_required: true }).isPassed, false);
  assert.equal(ending({ pickup_date: '2026-12-05' }).isPassed, true);
  const none = conversation(['a', 'b'], { handoff: null });
  assert.equal(scoreConversation(none, [answer({ handoff: {} }), answer({})]).isPassed, false);
  assert.equal(scoreConversation(none, [answer({}), answer({})]).isPassed, true);
});

it('the last hand-over is the one that counts, wherever in the conversation it was', () => {
  const wanted = conversation(['a', 'b', 'c'], { handoff: { item: 2 } });
  const handoffs = [{ item: 1 }, { item: 2 }, null];
  const answers = handoffs.map((handoff) => answer({ handoff }));
  assert.equal(scoreConversation(wanted, answers).isPassed, true);
  assert.equal(scoreConversation(wanted, answers.toReversed()).isPassed, false);
});

it('what a turn on the way expects counts too, and the failure says which turn', () => {
  const wanted = conversation([{ say: 'a', says: ['$5'] }, 'b'], { says: ['done'] });
  const score = scoreConversation(wanted, [answer({ text: '$6' }), answer({ text: 'Done.' })]);
  assert.deepEqual(score.wrong, ['turn 1 ("a"): does not say "$5"']);
  assert.equal(score.isPassed, false);
});

it('a conversation that broke off is wrong', () => {
  const score = scoreConversation(conversation(['a', 'b'], {}), [answer({})]);
  assert.deepEqual(score.wrong, ['turn 2 ("b"): there is no answer']);
});
