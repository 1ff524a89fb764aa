import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Thread } from '@deskbell/protocol';
import { type ChatAction, reduceChat } from './chat-reducer.ts';
import {
  type AssistantMessage,
  busyMessage,
  type ChatState,
  canRetry,
  canSend,
  initialChatState,
} from './chat-state.ts';
import type { WireEvent } from './wire-event.ts';

const run = (actions: readonly ChatAction[], from: ChatState = initialChatState): ChatState =>
  actions.reduce(reduceChat, from);

const wire = (event: WireEvent): ChatAction => ({ type: 'wire_event', event });
const token = (content: string) => wire({ event: 'token', data: { content } });
const toolCall = (call_id: string, tool = 'check_zip_coverage') =>
  wire({ event: 'tool_call', data: { tool, call_id, label: `Label of ${call_id}` } });
const toolResult = (
  call_id: string,
  result: Record<string, unknown>,
  tool = 'check_zip_coverage',
) => wire({ event: 'tool_result', data: { tool, call_id, result } });
const done = (more: { stopped?: true; degraded?: boolean } = {}) =>
  wire({
    event: 'done',
    data: {
      degraded: false,
      reason: more.stopped ? 'stopped' : 'answered',
      ...more,
    },
  });
const failed = (code: 'interrupted' | 'timeout', retryable = true) =>
  wire({ event: 'error', data: { message: 'Call us.', code, retryable } });

const sent = (text = 'Hello', n = 1): ChatAction[] => [
  { type: 'draft_changed', draft: text },
  { type: 'message_sent', key: `u${n}`, answerKey: `a${n}`, text, threadId: 'thread-1' },
];
const named: ChatAction = { type: 'turn_named', turnId: 'turn-1' };
const handoff = (zip: string) => ({
  action: 'open_booking_wizard',
  prefill_data: { pickup_address: { zip_code: zip } },
  message: 'Ready.',
});
const answerOf = (state: ChatState): AssistantMessage => {
  const last = state.messages.at(-1);
  assert.equal(last?.role, 'assistant');
  return last as AssistantMessage;
};

describe('reduceChat', () => {
  it('ignores wire events when no answer is being written', () => {
    const over = run([...sent(), named, token('Hi.'), done()]);
    assert.equal(reduceChat(over, token('late')), over);
    assert.equal(reduceChat(initialChatState, token('early')), initialChatState);
  });

  it('shows a sent message at once and empties the composer', () => {
    assert.deepEqual(run(sent()), {
      ...initialChatState,
      threadId: 'thread-1',
      messages: [
        { role: 'user', key: 'u1', text: 'Hello', status: 'sending' },
        { role: 'assistant', key: 'a1', turnId: null, parts: [], status: { kind: 'waiting' } },
      ],
    });
  });

  it('goes through waiting, streaming and complete with text and tools in their order', () => {
    const state = run([
      ...sent(),
      named,
      token('Let me '),
      token('look.'),
      toolCall('c1'),
      toolResult('c1', { serviceable: true }),
      token('Yes.'),
      done({ degraded: true }),
    ]);
    assert.deepEqual(state.messages, [
      { role: 'user', key: 'u1', text: 'Hello', status: 'sent' },
      {
        role: 'assistant',
        key: 'a1',
        turnId: 'turn-1',
        parts: [
          { kind: 'text', text: 'Let me look.' },
          {
            kind: 'tool',
            callId: 'c1',
            tool: 'check_zip_coverage',
            label: 'Label of c1',
            status: 'done',
            card: null,
          },
          { kind: 'text', text: 'Yes.' },
        ],
        status: { kind: 'complete', reason: 'answered', isDegraded: true },
      },
    ]);
  });

  it('marks a tool that answered with an error as failed, not done', () => {
    const [part] = answerOf(
      run([...sent(), named, toolCall('c1'), toolResult('c1', { error: 'No.' })]),
    ).parts;
    assert.equal(part?.kind === 'tool' && part.status, 'failed');
  });

  it('lets a snapshot replace the text and keep the tools', () => {
    const state = run([
      ...sent(),
      named,
      token('Half a sen'),
      toolCall('c1'),
      token('tence'),
      wire({ event: 'snapshot', data: { content: 'Half' } }),
      failed('interrupted'),
    ]);
    assert.deepEqual(
      answerOf(state).parts.map((part) => (part.kind === 'text' ? part.text : part.callId)),
      ['c1', 'Half'],
    );
    assert.deepEqual(answerOf(state).status, {
      kind: 'interrupted',
      message: 'Call us.',
      isRetryable: true,
    });
  });

  it('keeps the text of a stopped answer', () => {
    const state = run([
      ...sent(),
      named,
      token('So far'),
      { type: 'stop_requested' },
      token(' and'),
      done({ stopped: true }),
    ]);
    assert.deepEqual(answerOf(state).parts, [{ kind: 'text', text: 'So far and' }]);
    assert.deepEqual(answerOf(state).status, { kind: 'stopped' });
  });

  it('shows stopping until the server has confirmed it, and takes it back when it could not be asked', () => {
    const stopping = run([...sent(), named, token('a'), { type: 'stop_requested' }, token('b')]);
    assert.deepEqual(answerOf(stopping).status, { kind: 'stopping' });
    assert.deepEqual(answerOf(reduceChat(stopping, { type: 'stop_failed' })).status, {
      kind: 'streaming',
    });
  });

  it('disarms every older handoff when a newer one arrives', () => {
    const state = run([
      ...sent('One', 1),
      named,
      toolCall('c1', 'build_booking_handoff'),
      toolResult('c1', handoff('10001'), 'build_booking_handoff'),
      done(),
      ...sent('Two', 2),
      named,
      toolCall('c1', 'build_booking_handoff'),
      toolResult('c1', handoff('10002'), 'build_booking_handoff'),
    ]);
    assert.deepEqual(
      state.messages.flatMap((message) =>
        message.role === 'assistant'
          ? message.parts.map((part) => part.kind === 'tool' && part.card?.isArmed)
          : [],
      ),
      [false, true],
    );
  });

  it('makes no card of a handoff that failed or of another tool', () => {
    const state = run([
      ...sent(),
      named,
      toolCall('c1', 'build_booking_handoff'),
      toolResult('c1', { error: 'That date is past.' }, 'build_booking_handoff'),
      toolCall('c2'),
      toolResult('c2', handoff('10001')),
    ]);
    assert.deepEqual(
      answerOf(state).parts.map((part) => part.kind === 'tool' && part.card),
      [null, null],
    );
  });

  it('gives the draft back when a send never arrived', () => {
    const state = run([
      ...sent('Do you ship to 10001?'),
      { type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: true },
    ]);
    assert.equal(state.draft, 'Do you ship to 10001?');
    assert.deepEqual(state.messages, []);
    assert.equal(canRetry(state), true);
    assert.equal(canSend(state, state.draft), true);
  });

  it('keeps what was typed meanwhile behind the text that comes back', () => {
    const state = run([
      ...sent('First'),
      { type: 'draft_changed', draft: 'Second' },
      { type: 'send_failed', notice: { kind: 'not_sent' }, isThreadKept: true },
    ]);
    assert.equal(state.draft, 'First\nSecond');
  });

  it('counts a rate limit down to nothing, and refuses to send meanwhile', () => {
    const limited = run([
      ...sent(),
      {
        type: 'send_failed',
        notice: { kind: 'rate_limited', message: 'Too many.', secondsLeft: 2 },
        isThreadKept: false,
      },
    ]);
    assert.equal(canSend(limited, 'Hello'), false);
    const ticked = reduceChat(limited, { type: 'rate_limit_ticked', secondsLeft: 1 });
    assert.deepEqual(ticked.notice, {
      kind: 'rate_limited',
      message: 'Too many.',
      secondsLeft: 1,
    });
    const free = reduceChat(ticked, { type: 'rate_limit_ticked', secondsLeft: 0 });
    assert.equal(free.notice, null);
    assert.equal(canSend(free, 'Hello'), true);
  });

  it('sends nothing empty, over-long (in code points), second, or while restoring', () => {
    assert.equal(canSend(initialChatState, '  \n'), false);
    assert.equal(canSend(initialChatState, '🚕'.repeat(500)), true);
    assert.equal(canSend(initialChatState, '🚕'.repeat(501)), false);
    assert.equal(canSend(run(sent()), 'again'), false);
    assert.equal(canSend({ ...initialChatState, isRestoring: true }, 'x'), false);
    const queued = run([
      { type: 'network_changed', isOffline: true },
      { type: 'message_queued', key: 'q', text: 'later' },
    ]);
    assert.equal(canSend(queued, 'another'), false);
  });

  it('offers a retry for failures that allow one, and never while offline', () => {
    const state = run([...sent(), named, failed('timeout')]);
    assert.equal(canRetry(state), true);
    assert.equal(canRetry(reduceChat(state, { type: 'network_changed', isOffline: true })), false);
    assert.equal(canRetry(run([...sent(), named, failed('timeout', false)])), false);
    assert.equal(canRetry(run([...sent(), named, done()])), false);
  });

  it('rebuilds a thread: newest handoff armed, unfinished tool shown, running turn waited for', () => {
    const call = (call_id: string, zip: string) => ({
      tool: 'build_booking_handoff',
      call_id,
      label: 'Preparing',
      result: handoff(zip),
    });
    const thread: Thread = {
      thread_id: 'thread-1',
      running_turn_id: 'turn-2',
      messages: [
        { id: 'm1', role: 'user', turn_id: 'turn-1', content: 'Book', created_at: '' },
        {
          id: 'm2',
          role: 'assistant',
          turn_id: 'turn-1',
          content: 'Done.',
          tool_calls: [
            call('c1', '10001'),
            call('c2', '10002'),
            { tool: 'check_zip_coverage', call_id: 'c3', label: 'Checking' },
          ],
          status: 'interrupted',
          created_at: '',
        },
        { id: 'm3', role: 'user', turn_id: 'turn-2', content: 'More', created_at: '' },
      ],
    };
    const state = run([
      { type: 'restore_started', threadId: 'thread-1' },
      { type: 'thread_loaded', thread, answerKey: 'a9' },
    ]);
    const [, answer, , waiting] = state.messages;
    assert.deepEqual(
      answer?.role === 'assistant' &&
        answer.parts.map((part) =>
          part.kind === 'text' ? part.text : [part.status, part.card?.isArmed],
        ),
      [['done', false], ['done', true], ['running', undefined], 'Done.'],
    );
    assert.deepEqual(answer?.status, { kind: 'interrupted', message: null, isRetryable: true });
    assert.deepEqual(waiting, {
      role: 'assistant',
      key: 'a9',
      turnId: 'turn-2',
      parts: [],
      status: { kind: 'waiting' },
    });
    assert.equal(busyMessage(state)?.key, 'a9');
    assert.equal(state.isRestoring, false);
  });

  it('keeps the network state, the draft and a limit in a new conversation, and nothing else', () => {
    const offline: ChatAction = { type: 'network_changed', isOffline: true };
    const typed: ChatAction = { type: 'draft_changed', draft: 'half a sentence' };
    const limit = { kind: 'rate_limited', message: null, secondsLeft: 9 } as const;
    const cleared: ChatAction = { type: 'conversation_cleared' };
    assert.deepEqual(
      run([...sent(), offline, typed, { type: 'notice_shown', notice: limit }, cleared]),
      { ...initialChatState, isOffline: true, draft: 'half a sentence', notice: limit },
    );
    const refused: ChatAction = { type: 'notice_shown', notice: { kind: 'turn_running' } };
    assert.deepEqual(run([...sent(), refused, cleared]), initialChatState);
  });
});
