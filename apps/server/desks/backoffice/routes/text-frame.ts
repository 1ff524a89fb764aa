import type { ChatEvent } from '@deskbell/protocol';
import type { TurnEventRecord } from '../../../chat/turn-event-record.ts';
import type { TurnLog } from '../../../chat/turn-log.ts';
import type { TurnFrame } from '../../../chat/turn-stream.ts';

/** What some client takes for the end of a line, beside the line feed. */
const OTHER_LINE_ENDS = '\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029';
const lineEnd = new RegExp(`\r\n|[\n${OTHER_LINE_ENDS}]`);
const otherLineEnd = new RegExp(`[${OTHER_LINE_ENDS}]`);
/** Those of them that JSON leaves as they are. */
const lineEndsInJson = /[\u0085\u2028\u2029]/g;

/**
 * The back office's framing: text as unnamed events whose `data: ` lines are the text itself, all
 * else as named events whose data begins without a space. A client that prints what follows
 * `data: ` on every line prints the answer and nothing else, by whatever rule it finds lines.
 *
 * A line end other than the line feed, and half a surrogate pair, cannot travel that way: they are
 * sent as a line feed and a replacement character. A stream with any of them has a snapshot of
 * the exact text before its end, which like every snapshot replaces the text shown.
 */
export const textFrame: TurnFrame = ({ number, event, json }, log) => {
  const id = `id: ${log.turnId}:${number}\n`;
  switch (event) {
    case 'token': {
      const lines = contentOf(json).split(lineEnd);
      return `${id}${lines.map((line) => `data: ${line}\n`).join('')}\n`;
    }
    case 'done':
      return exactText(log) + id + named(event, doneData(json));
    case 'error':
      return exactText(log) + id + named(event, json);
    default:
      return id + named(event, json);
  }
};

const contentOf = (json: string): string => (JSON.parse(json) as { content: string }).content;

function named(event: string, json: string): string {
  const data = json.replace(
    lineEndsInJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `event: ${event}\ndata:${data}\n\n`;
}

/** What the front desk calls a thread is a session here, and the answer is a message with an id. */
function doneData(json: string): string {
  const { thread_id, turn_id, ...rest }: Extract<ChatEvent, { event: 'done' }>['data'] =
    JSON.parse(json);
  return JSON.stringify({ session_id: thread_id, turn_id, message_id: turn_id, ...rest });
}

/** A snapshot when what was streamed is not exactly the text; it has no number of its own. */
function exactText({ records, conclusion }: TurnLog): string {
  // A conclusion has its own.
  if (conclusion.length > 0) return '';
  const pieces = records.filter(isToken).map(({ json }) => contentOf(json));
  const isExact = pieces.every((piece) => !otherLineEnd.test(piece) && piece.isWellFormed());
  if (isExact) return '';
  return named('snapshot', JSON.stringify({ content: pieces.join('') }));
}

const isToken = ({ event }: TurnEventRecord): boolean => event === 'token';
