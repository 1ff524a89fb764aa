import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChatState, initialState, mayAsk, maySend } from './chat-state.ts';
import { type ChatAction, reduceChat } from './reduce-chat.ts';
import { shownLines } from './test-chat.ts';
import type { TurnEvent } from './turn-event.ts';

const TURN = '01a202e6-5415-729c-bf97-2b9fe1691d49';
const usage = { input_tokens: 1, cache_read_tokens: 2, cache_write_tokens: 3, output_tokens: 4 };

const after = (actions: readonly ChatAction[], state: ChatState = initialState): ChatState =>
  actions.reduce(reduceChat, state);
const asked: readonly ChatAction[] = [
  { type: 'question_asked', key: 'q1', text: 'Why?' },
  { type: 'question_sent', answerKey: 'a1' },
  { type: 'turn_named', turnId: TURN },
];
const heard = (...events: TurnEvent[]): ChatAction => ({ type: 'turn_events', events });
const done: TurnEvent = { type: 'done', model: 'm', degraded: false, reason: 'answered', usage };

describe('the state of the chat', () => {
  it('is the same object after what does not apply to it', () => {
    const state = after([...asked, heard(done)]);
    const nothing: ChatAction[] = [
      heard({ type: 'text', content: 'late' }),
      { type: 'reconnecting' },
      { type: 'stop_asked' },
      { type: 'turn_lost' },
      { type: 'limit_ticked', secondsLeft: 1 },
      { type: 'network_changed', isOffline: false },
      { type: 'draft_changed', draft: '' },
      { type: 'question_taken_back' },
      { type: 'question_repeated', key: 'k', replaces: 'unknown' },
    ];
    for (const action of nothing) assert.equal(reduceChat(state, action), state, action.type);
  });

  it('replaces the text by a snapshot and keeps the tools', () => {
    const state = after([
      ...asked,
      heard(
        { type: 'text', content: 'I look. ' },
        { type: 'tool_call', tool: 'list_tasks', call_id: 'c', label: 'Looking…' },
        { type: 'tool_result', call_id: 'c', result: { total: 0 } },
        { type: 'text', content: 'Nothing' },
        { type: 'snapshot', content: 'Nothing at all.' },
      ),
    ]);
    const answer = state.messages.at(-1);
    assert.ok(answer?.role === 'assistant');
    assert.deepEqual(
      answer.parts.map((part) => (part.kind === 'tool' ? part.status : part.text)),
      ['done', 'Nothing at all.'],
    );
  });

  it('runs no tool any more once the answer has ended', () => {
    const call: TurnEvent = { type: 'tool_call', tool: 't', call_id: 'c', label: 'Looking…' };
    for (const last of [
      done,
      { type: 'error', message: 'no', code: 'timeout', retryable: true } as const,
    ]) {
      const answer = after([...asked, heard(call, last)]).messages.at(-1);
      assert.ok(answer?.role === 'assistant');
      assert.ok(answer.parts[0]?.kind === 'tool' && answer.parts[0].status === 'failed');
    }
  });

  it('shows a tool that answered with an error as one that did not work', () => {
    const answer = after([
      ...asked,
      heard(
        { type: 'tool_call', tool: 't', call_id: 'c', label: 'Looking…' },
        { type: 'tool_result', call_id: 'c', result: { error: 'no' } },
      ),
    ]).messages.at(-1);
    assert.ok(answer?.role === 'assistant');
    assert.ok(answer.parts[0]?.kind === 'tool' && answer.parts[0].status === 'failed');
  });

  it('changes only the last message while an answer streams', () => {
    const before = after([
      ...asked,
      heard(done),
      ...asked.map((action) => ({ ...action, key: 'q2' }) as ChatAction),
    ]);
    const next = reduceChat(before, heard({ type: 'text', content: 'x' }));
    assert.equal(next.messages.length, 4);
    for (const at of [0, 1, 2]) assert.equal(next.messages[at], before.messages[at]);
  });

  it('lets one question wait, and the message box only for the network', () => {
    const busy = after(asked);
    assert.equal(maySend(busy, 'And?'), false);
    assert.equal(mayAsk(busy, 'And?'), true);
    const waiting = reduceChat(busy, { type: 'question_asked', key: 'q2', text: 'And?' });
    assert.equal(mayAsk(waiting, 'More?'), false);
    const offline = reduceChat(initialState, { type: 'network_changed', isOffline: true });
    assert.equal(maySend(offline, 'Later'), true);
    assert.equal(maySend(offline, '  \n'), false);
  });

  it('keeps the words that nobody has taken when another session is opened', () => {
    const state = after([
      { type: 'draft_changed', draft: 'typed' },
      { type: 'question_asked', key: 'q', text: 'asked' },
      { type: 'question_refused', problem: { kind: 'unreachable' } },
      { type: 'session_opened', sessionId: 's' },
    ]);
    assert.equal(state.draft, 'asked\ntyped');
    assert.deepEqual(state.messages, []);
  });

  it('keeps what is typed beside a question that may not be asked now', () => {
    const kept: ChatAction = { type: 'question_kept', text: 'Quick?' };
    const typed = after([{ type: 'draft_changed', draft: 'half a thought' }, kept]);
    assert.equal(typed.draft, 'Quick?\nhalf a thought');
    assert.equal(reduceChat(typed, kept).draft, typed.draft, 'once is enough');
    assert.equal(after([kept]).draft, 'Quick?');
  });

  it('shows after a reload what was asked again in the place of what failed', () => {
    const turn = (id: string, content: string, status: 'complete' | 'failed' | 'interrupted') => {
      const metadata = { turn_id: id };
      const author = { model: 'm', degraded: false, tool_calls: [], usage, cost_usd: null };
      return [
        { id: `q-${id}`, role: 'user', content: 'Why?', timestamp: '', metadata },
        {
          id,
          role: 'assistant',
          content,
          timestamp: '',
          metadata: { ...metadata, status, ...author },
        },
      ];
    };
    const read = (...messages: unknown[]): ChatAction => ({
      type: 'history_read',
      history: {
        session_id: TURN,
        message_count: messages.length,
        running_turn_id: null,
        messages,
      } as never,
      answerKey: 'a',
    });
    const failed = turn('1', 'Beca', 'failed');
    const cut = turn('2', '', 'interrupted');
    const whole = turn('3', 'So.', 'complete');
    assert.deepEqual(shownLines(after([read(...failed, ...cut, ...whole)])), [
      'sent: Why?',
      'complete: So.',
    ]);
    assert.equal(after([read(...failed)]).messages.length, 2, 'what nobody asked again stays');
    assert.equal(after([read(...whole, ...turn('4', 'So!', 'complete'))]).messages.length, 4);
    assert.equal(after([read(...whole)]).hasEarlier, false);
    const many = Array.from({ length: 100 }, (_, at) => turn(`t${at}`, 'So.', 'complete')).flat();
    assert.equal(after([read(...many)]).hasEarlier, true);
  });

  it('does not draw anew what it has read before', () => {
    const history = {
      session_id: TURN,
      message_count: 2,
      running_turn_id: null,
      messages: [
        { id: TURN, role: 'user', content: 'Why?', timestamp: '', metadata: { turn_id: TURN } },
        {
          id: TURN,
          role: 'assistant',
          content: 'So.',
          timestamp: '',
          metadata: {
            turn_id: TURN,
            status: 'complete',
            model: 'm',
            degraded: false,
            tool_calls: [],
            usage,
            cost_usd: null,
          },
        },
      ],
    } as const;
    const read: ChatAction = {
      type: 'history_read',
      history: structuredClone(history) as never,
      answerKey: 'a',
    };
    const first = after([...asked, heard({ type: 'text', content: 'So.' }, done)]);
    const again = reduceChat(first, read);
    assert.deepEqual(shownLines(again), ['sent: Why?', 'complete: So.']);
    assert.equal(again.messages[1], first.messages[1]);
    assert.equal(again.messages[0]?.key, 'q1');
  });
});
