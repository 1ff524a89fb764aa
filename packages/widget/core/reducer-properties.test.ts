import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ChatAction, reduceChat } from './chat-reducer.ts';
import { type ChatMessage, type ChatState, initialChatState } from './chat-state.ts';

const rawText = (message: ChatMessage | undefined): string =>
  message?.role === 'assistant'
    ? message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
    : '';

const wire = (event: Extract<ChatAction, { type: 'wire_event' }>['event']): ChatAction => ({
  type: 'wire_event',
  event,
});
const callId = fc.constantFrom('c1', 'c2', 'c3');
const tool = fc.constantFrom('check_zip_coverage', 'build_booking_handoff');
const result = fc.constantFrom<Record<string, unknown>>(
  {},
  { error: 'No.' },
  { action: 'open_booking_wizard', prefill_data: {}, message: '' },
);

/** What may come in between, in any order: news of the line, of the network, of the customer. */
const noise: fc.Arbitrary<ChatAction> = fc.oneof(
  fc.constantFrom<ChatAction>(
    { type: 'turn_named', turnId: 'turn-1' },
    { type: 'reconnecting' },
    { type: 'stop_requested' },
    { type: 'stop_failed' },
    { type: 'network_changed', isOffline: true },
    { type: 'network_changed', isOffline: false },
    { type: 'draft_changed', draft: 'typed meanwhile' },
    { type: 'rate_limit_ticked', secondsLeft: 3 },
    { type: 'handoff_changed', opening: null },
  ),
  fc
    .tuple(tool, callId)
    .map(([name, id]) =>
      wire({ event: 'tool_call', data: { tool: name, call_id: id, label: 'Working…' } }),
    ),
  fc
    .tuple(tool, callId, result)
    .map(([name, id, value]) =>
      wire({ event: 'tool_result', data: { tool: name, call_id: id, result: value } }),
    ),
);
const token: fc.Arbitrary<ChatAction> = fc
  .string({ unit: 'grapheme', maxLength: 6 })
  .map((content) => wire({ event: 'token', data: { content } }));
const snapshot: fc.Arbitrary<ChatAction> = fc
  .string({ maxLength: 6 })
  .map((content) => wire({ event: 'snapshot', data: { content } }));
const end = fc.constantFrom<ChatAction>(
  wire({ event: 'done', data: { reason: 'answered', degraded: false } }),
  wire({ event: 'done', data: { reason: 'stopped', degraded: false, stopped: true } }),
  wire({ event: 'error', data: { message: '', code: 'internal', retryable: true } }),
);

const asked: ChatState = reduceChat(initialChatState, {
  type: 'message_sent',
  key: 'u1',
  answerKey: 'a1',
  text: 'Hello',
  threadId: 'thread-1',
});

/** The text that a turn's events say, by the protocol: tokens add, a snapshot begins anew. */
const saidBy = (actions: readonly ChatAction[]): string => {
  let text = '';
  for (const action of actions) {
    if (action.type !== 'wire_event') continue;
    if (action.event.event === 'token') text += action.event.data.content;
    if (action.event.event === 'snapshot') text = action.event.data.content;
    if (action.event.event === 'done' || action.event.event === 'error') break;
  }
  return text;
};

describe('the reducer, in any order of events', () => {
  it('neither loses nor doubles text, and none comes after the end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 4, arbitrary: token }, { weight: 3, arbitrary: noise }, snapshot),
          {
            maxLength: 40,
          },
        ),
        end,
        fc.array(fc.oneof(token, noise, snapshot), { maxLength: 6 }),
        (turn, ending, late) => {
          const actions = [...turn, ending, ...late];
          const state = actions.reduce(reduceChat, asked);
          assert.equal(rawText(state.messages.at(-1)), saidBy(actions));
          assert.equal(state.messages.length, 2);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has one armed card at most, keys that differ, and never two answers under way', () => {
    const acts: fc.Arbitrary<ChatAction> = fc.oneof(
      token,
      noise,
      snapshot,
      end,
      fc.nat({ max: 4 }).map(
        (n): ChatAction => ({
          type: 'message_sent',
          key: `u${n}`,
          answerKey: `a${n}`,
          text: `Question ${n}`,
          threadId: 'thread-1',
        }),
      ),
      fc.constantFrom<ChatAction>(
        { type: 'connection_lost' },
        { type: 'answer_resumed' },
        { type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: true },
        { type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: false },
        { type: 'conversation_cleared' },
      ),
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (actions) => {
        let state = initialChatState;
        for (const action of actions) {
          const isBusy = (message: ChatMessage | undefined) =>
            message?.role === 'assistant' &&
            ['waiting', 'streaming', 'reconnecting', 'stopping'].includes(message.status.kind);
          // The store sends nothing while an answer is written.
          if (action.type === 'message_sent' && isBusy(state.messages.at(-1))) continue;
          state = reduceChat(state, action);
          const { messages } = state;
          const armed = messages.flatMap((message) =>
            message.role === 'assistant'
              ? message.parts.filter((part) => part.kind === 'tool' && part.card?.isArmed)
              : [],
          );
          assert.ok(armed.length <= 1);
          assert.equal(new Set(messages.map(({ key }) => key)).size, messages.length);
          assert.ok(!messages.slice(0, -1).some(isBusy));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
