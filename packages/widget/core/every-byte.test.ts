import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ByteEvent,
  type ByteStyle,
  createByteFrontDesk,
  type Delivery,
} from '../testing/byte-front-desk.ts';
import { busyMessage, type ChatState } from './chat-state.ts';
import { createChatStore } from './chat-store.ts';

const turnId = '6f0c2a52-8f3b-4a52-9a53-0a1f5e0e8a11';
const handoff = {
  action: 'open_booking_wizard',
  prefill_data: { special_instructions: 'Grüße an 🚕' },
  message: 'Ready.',
};
const events: ByteEvent[] = [
  { name: 'token', data: { content: 'Für **10001** ' } },
  { name: 'token', data: { content: '🚕\n\n- ' } },
  { name: 'confetti', data: { amount: 3 } },
  { name: 'tool_call', data: { tool: 'build_booking_handoff', call_id: 'c1', label: 'Prüfe…' } },
  { name: 'tool_result', data: { tool: 'build_booking_handoff', call_id: 'c1', result: handoff } },
  { name: 'token', data: { content: 'żółw' } },
  { name: 'token', data: { content: '.' } },
  { name: 'done', data: { reason: 'answered', degraded: false } },
];
const styles: Record<string, ByteStyle> = {
  'plain lines': { lineEnd: '\n', hasByteOrderMark: false, hasComments: false },
  'CRLF, comments, a byte order mark': {
    lineEnd: '\r\n',
    hasByteOrderMark: true,
    hasComments: true,
  },
  'CR alone': { lineEnd: '\r', hasByteOrderMark: false, hasComments: true },
};

const whole: Delivery = (bytes) => ({ pieces: [bytes], isBroken: false });

/** Every state the store goes through from the message to the end of its answer. */
const statesOf = async (
  style: ByteStyle,
  deliver: Delivery,
): Promise<{ states: ChatState[]; resumedAfter: readonly number[] }> => {
  const desk = createByteFrontDesk({ turnId, events, style, deliver });
  let ids = 0;
  const store = createChatStore({
    endpoint: 'https://chat.example',
    fetch: desk.fetch,
    retryDelaysMs: [0, 0, 0],
    createId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  const states: ChatState[] = [];
  await new Promise<void>((resolve) => {
    store.subscribe(() => {
      states.push(store.getState());
      if (busyMessage(store.getState()) === null) resolve();
    });
    store.send('Hello');
  });
  store.dispose();
  return { states, resumedAfter: desk.resumedAfter };
};

const byteLengthOf = (style: ByteStyle): number =>
  createByteFrontDesk({ turnId, events, style, deliver: whole }).byteLength;

for (const [name, style] of Object.entries(styles)) {
  describe(`a stream with ${name}`, () => {
    it('gives the same states however it is split: at each byte, and into single bytes', async () => {
      const expected = await statesOf(style, whole);
      assert.equal(expected.states.at(-1)?.messages.length, 2);
      assert.equal(expected.states.length, events.length + 1);
      for (let at = 1; at < byteLengthOf(style); at += 1) {
        const split = await statesOf(style, (bytes) => ({
          pieces: [bytes.slice(0, at), bytes.slice(at)],
          isBroken: false,
        }));
        assert.deepEqual(split, expected, `split at byte ${at}`);
      }
      const single = await statesOf(style, (bytes) => ({
        pieces: Array.from(bytes, (byte) => Uint8Array.of(byte)),
        isBroken: false,
      }));
      assert.deepEqual(single, expected);
    });

    it('loses and doubles nothing when it is cut at any byte and resumed', async () => {
      const expected = (await statesOf(style, whole)).states.at(-1);
      for (let at = 0; at < byteLengthOf(style); at += 1) {
        let isFirst = true;
        const { states, resumedAfter } = await statesOf(style, (bytes) => {
          const isBroken = isFirst;
          isFirst = false;
          return { pieces: [isBroken ? bytes.slice(0, at) : bytes], isBroken };
        });
        assert.deepEqual(states.at(-1), expected, `cut at byte ${at}`);
        assert.ok(resumedAfter.length <= 1, `cut at byte ${at}`);
      }
    });
  });
}

describe('a line that breaks again and again', () => {
  it('loses and doubles nothing, after however many bytes each connection breaks', async () => {
    const style = { lineEnd: '\n', hasByteOrderMark: false, hasComments: false } as const;
    const expected = (await statesOf(style, whole)).states.at(-1);
    const { frames } = createByteFrontDesk({ turnId, events, style, deliver: whole });
    const longest = Math.max(...frames.map((frame) => Buffer.byteLength(frame)));
    for (let reach = longest; reach < longest * 3; reach += 1) {
      const { states } = await statesOf(style, (bytes) => ({
        pieces: [bytes.slice(0, reach)],
        isBroken: bytes.length > reach,
      }));
      assert.deepEqual(states.at(-1), expected, `${reach} bytes a connection`);
    }
  });
});
