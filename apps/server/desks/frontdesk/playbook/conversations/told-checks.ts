import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HANDOFF } from './conversation-checks.ts';
import { startConversation } from './conversation-driver.ts';

/** Tuesday, December 1, 2026, 10 AM in New York. */
const TUESDAY_MORNING = new Date('2026-12-01T15:00:00Z');

/**
 * A test that what was told in these lines, in whatever order, is all in the last hand-over: its
 * arguments in full, but for the description of the items and for `false`. Null: there is none.
 * Every entry of `instructions` must occur in the words for the driver; without it there are none.
 */
export function told(
  name: string,
  lines: readonly string[],
  expected: (Record<string, unknown> & { instructions?: readonly string[] }) | null,
  options: { signedIn?: boolean } = {},
): void {
  test(name, async () => {
    const { say } = startConversation({ now: TUESDAY_MORNING, ...options });
    let last: Record<string, unknown> | undefined;
    const talk: string[] = [];
    for (const line of lines) {
      const { text, calls } = await say(line);
      talk.push(`> ${line}`, `< ${text}`);
      last = calls.findLast(({ tool, isError }) => tool === HANDOFF && !isError)?.input ?? last;
    }
    const shown = talk.join('\n');
    if (expected === null) {
      assert.equal(last, undefined, shown);
      return;
    }
    const { instructions = [], ...wanted } = expected;
    const { item_description: _description, special_instructions: said, ...got } = last ?? {};
    const plain = Object.fromEntries(Object.entries(got).filter(([, value]) => value !== false));
    assert.deepEqual(plain, wanted, shown);
    const words = typeof said === 'string' ? said : '';
    for (const part of instructions) {
      assert.ok(words.toLowerCase().includes(part.toLowerCase()), `${words}\n${shown}`);
    }
    if (instructions.length === 0) assert.equal(words, '', shown);
  });
}
