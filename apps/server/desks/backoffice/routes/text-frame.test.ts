import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStaffEvents, shownTextOf } from '@deskbell/testing/staff-chat-stream.ts';
import fc from 'fast-check';
import type { StoredEvent } from '../../../chat/turn-event-record.ts';
import { createTurnLog } from '../../../chat/turn-log.ts';
import { textFrame } from './text-frame.ts';

const IDS = {
  turnId: '019a0000-0000-7000-8000-000000000001',
  threadId: '019a0000-0000-7000-8000-000000000002',
};
const usage = { input_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0, output_tokens: 0 };
const done: StoredEvent = {
  event: 'done',
  data: {
    thread_id: IDS.threadId,
    turn_id: IDS.turnId,
    model: 'clerk',
    degraded: true,
    reason: 'answered',
    usage,
  },
};
const token = (content: string): StoredEvent => ({ event: 'token', data: { content } });

/** A whole stream as it goes over the wire, byte for byte. */
function streamOf(events: readonly StoredEvent[]): Buffer {
  const log = createTurnLog(IDS);
  for (const event of events) log.append(event);
  return Buffer.from(log.records.map((record) => textFrame(record, log)).join(''));
}

async function parse(stream: Buffer, pieceBytes = stream.length) {
  const pieces = Array.from({ length: Math.ceil(stream.length / pieceBytes) }, (_, index) =>
    stream.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  return await Array.fromAsync(readStaffEvents(new Response(ReadableStream.from(pieces))));
}

/** Where Python's `str.splitlines()`, and so httpx's `iter_lines()`, ends a line. */
const PYTHON_LINE_END = new RegExp(`\r\n|[${'\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029'}]`);

/** What the client of the seed prints. */
function printedBySeed(stream: Buffer): string {
  return stream
    .toString()
    .split(PYTHON_LINE_END)
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length))
    .join('');
}

const withoutLineEnds = (text: string): string => text.split(PYTHON_LINE_END).join('');

const awkward = fc.constantFrom(
  ...'\n,\r,\r\n,\n\n,\v,\f,\u001c,\u001d,\u001e,\u0085,\u2028,\u2029,\u0000,\ufeff, ,:,data: x,data:,event: done,id: 9,{},🧳'.split(
    ',',
  ),
);
const anyText = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const brokenText = fc.oneof(anyText, fc.constantFrom('\ud83e', '\uddf3', 'a\ud83e'));
const anyTexts = fc.array(anyText, { maxLength: 6 });

describe('the framing of text', () => {
  it('gives a standard parser the exact text, however it is cut into tokens and packets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(brokenText, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (texts, pieceBytes) => {
          const events = await parse(streamOf([...texts.map(token), done]), pieceBytes);
          assert.equal(shownTextOf(events), texts.join(''));
          assert.deepEqual(
            events.flatMap(({ id }) => id ?? []),
            [...texts, done].map((_, index) => `${IDS.turnId}:${index + 1}`),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('needs no snapshot for text without odd line ends', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        const plain = texts.map((text) => text.split(PYTHON_LINE_END).join('\n'));
        const events = await parse(streamOf([...plain.map(token), done]));
        assert.deepEqual(
          events.map(({ event, data }) => (event === 'message' ? data : event)),
          [...plain, 'done'],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('makes the client of the seed print the text without its line ends, and nothing else', () => {
    fc.assert(
      fc.property(anyTexts, anyText, (texts, mailText) => {
        const data = { tool: 'get_email', call_id: mailText, result: { [mailText]: mailText } };
        const failure = { message: mailText, code: 'internal', retryable: true };
        const stream = streamOf([
          { event: 'tool_call', data: { tool: mailText, call_id: 'c', label: mailText } },
          { event: 'tool_result', data },
          ...texts.map(token),
          { event: 'snapshot', data: { content: mailText } },
          { event: 'error', data: failure },
        ]);
        assert.equal(printedBySeed(stream), texts.map(withoutLineEnds).join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('names the session and the message at the end', async () => {
    const [event] = await parse(streamOf([done]));
    assert.deepEqual(event, {
      id: `${IDS.turnId}:1`,
      event: 'done',
      data: {
        session_id: IDS.threadId,
        turn_id: IDS.turnId,
        message_id: IDS.turnId,
        model: 'clerk',
        degraded: true,
        reason: 'answered',
        usage,
      },
    });
  });
});
