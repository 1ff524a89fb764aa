import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, type Conversation, startConversation } from './conversation-driver.ts';

/**
 * A customer's first words; the calls they lead to (tool, then the arguments in full), and what
 * the answer says or must not say.
 */
export interface Row {
  says: string;
  calls?: [string, Record<string, unknown>][];
  answers?: (string | RegExp)[];
  never?: RegExp[];
}

export const zip = (code: string): [string, Record<string, unknown>] => [
  'check_zip_coverage',
  { zip_code: code },
];
export const price = (input: Record<string, unknown>): [string, Record<string, unknown>] => [
  'get_pricing_estimate',
  input,
];
export const days = (start: string, count: number): [string, Record<string, unknown>] => [
  'check_availability',
  { start_date: start, num_days: count },
];
export const handoff = (input: Record<string, unknown>): [string, Record<string, unknown>] => [
  'build_booking_handoff',
  input,
];

async function check(conversation: Conversation, row: Row): Promise<void> {
  const answer = await conversation.say(row.says);
  assert.equal(answer.reason, 'answered');
  assert.ok(answer.modelCalls <= 4);
  const calls = answer.calls.map(({ tool, input }) => [tool, input]);
  assert.deepEqual(calls, row.calls ?? [], answer.text);
  for (const expected of row.answers ?? []) {
    if (typeof expected === 'string') assert.ok(answer.text.includes(expected), answer.text);
    else assert.match(answer.text, expected);
  }
  for (const forbidden of row.never ?? []) assert.doesNotMatch(answer.text, forbidden);
}

/** A test for each row, each a conversation of its own. */
export function suite(
  name: string,
  rows: readonly Row[],
  options: Parameters<typeof startConversation>[0] = {},
): void {
  for (const row of rows) {
    test(`${name}: ${row.says}`, () => check(startConversation(options), row));
  }
}

/** The customer's lines; after each, what the last call was and what the answer says. */
export interface Line {
  says: string;
  tool?: string | null;
  /** These arguments, among others. */
  input?: Record<string, unknown>;
  /** These arguments must not be given. */
  without?: string[];
  answers?: (string | RegExp)[];
  never?: RegExp[];
}

export const HANDOFF = 'build_booking_handoff';
export const PRICE = 'get_pricing_estimate';
export const DAYS = 'check_availability';

function checkLine(line: Line, answer: Answer): void {
  const shown = `${line.says} -> ${JSON.stringify(answer.calls)} ${answer.text}`;
  assert.equal(answer.reason, 'answered', shown);
  const call = answer.calls.at(-1);
  if (line.tool === null) assert.equal(call, undefined, shown);
  else if (line.tool !== undefined) assert.equal(call?.tool, line.tool, shown);
  for (const [key, value] of Object.entries(line.input ?? {})) {
    assert.deepEqual(call?.input[key], value, shown);
  }
  for (const key of line.without ?? []) assert.ok(!(key in (call?.input ?? {})), shown);
  for (const expected of line.answers ?? []) {
    if (typeof expected === 'string') assert.ok(answer.text.includes(expected), shown);
    else assert.match(answer.text, expected, shown);
  }
  for (const forbidden of line.never ?? []) assert.doesNotMatch(answer.text, forbidden, shown);
}

/** A test of one conversation, line after line. */
export function conversation(
  name: string,
  lines: readonly Line[],
  options: Parameters<typeof startConversation>[0] = {},
): void {
  test(name, async () => {
    const { say } = startConversation(options);
    for (const line of lines) checkLine(line, await say(line.says));
  });
}
