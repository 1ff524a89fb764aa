import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type AnnouncerState, announce } from './announcer.ts';
import {
  type AssistantMessageStatus,
  type ChatState,
  initialChatState,
  type MessagePart,
} from './chat-state.ts';
import { markdownText, parseMarkdown } from './markdown.ts';

const over: AssistantMessageStatus = { kind: 'complete', reason: 'answered', isDegraded: false };

const stateWith = (
  parts: readonly MessagePart[],
  status: AssistantMessageStatus,
  key = 'a1',
): ChatState => ({
  ...initialChatState,
  messages: [{ role: 'assistant', key, turnId: 't', parts, status }],
});

/** Feeds states one after the other and gives all lines. */
const listen = (states: readonly ChatState[]): string[] => {
  let progress: AnnouncerState = null;
  return states.flatMap((state) => {
    const { next, lines } = announce(progress, state);
    progress = next;
    return lines;
  });
};

const prefixes = (text: string, tokens: number): string[] => {
  const size = Math.ceil(text.length / tokens);
  return Array.from({ length: tokens }, (_, at) => text.slice(0, (at + 1) * size));
};

describe('announce', () => {
  it('reads nothing of messages that were over when first seen', () => {
    assert.deepEqual(listen([stateWith([{ kind: 'text', text: 'Old answer.' }], over)]), []);
  });

  it('says whole sentences, few of them, that join to the plain text', () => {
    const source = `${'We serve **Manhattan** and Brooklyn. A petite move costs $995.00 before tax! Is that fine?\n\n- one\n- two\n\n'.repeat(6)}That is *all*`;
    const states = prefixes(source, 300).map((text) =>
      stateWith([{ kind: 'text', text }], { kind: 'streaming' }),
    );
    const lines = listen([...states, stateWith([{ kind: 'text', text: source }], over)]);
    assert.equal(lines.join(''), markdownText(parseMarkdown(source)));
    assert.ok(lines.length <= 40, `${lines.length} lines`);
    for (const line of lines.slice(0, -1)) assert.match(line, /[.!?:]\s+$|\n$/);
  });

  it('says each tool once, between the texts around it', () => {
    const tool: MessagePart = {
      kind: 'tool',
      callId: 'c1',
      tool: 'x',
      label: 'Checking…',
      status: 'running',
      card: null,
    };
    const before: MessagePart = { kind: 'text', text: 'Let me look' };
    const streaming: AssistantMessageStatus = { kind: 'streaming' };
    assert.deepEqual(
      listen([
        stateWith([], { kind: 'waiting' }),
        stateWith([before], streaming),
        stateWith([before, tool], streaming),
        stateWith([before, { ...tool, status: 'done' }], streaming),
        stateWith([before, { ...tool, status: 'done' }, { kind: 'text', text: 'Yes' }], over),
      ]),
      ['Let me look', 'Checking…', 'Yes'],
    );
  });

  it('joins to the plain text for any text in any chunks', () => {
    const piece = fc.constantFrom('Word ', 'end. ', '**b** ', '\n', '\n\n', '- x\n', '$1.50 ', 'a');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const states = pieces.map((_, at) =>
          stateWith([{ kind: 'text', text: pieces.slice(0, at + 1).join('') }], {
            kind: 'streaming',
          }),
        );
        const source = pieces.join('');
        const lines = listen([...states, stateWith([{ kind: 'text', text: source }], over)]);
        assert.equal(lines.join('').trim(), markdownText(parseMarkdown(source)).trim());
      }),
      { numRuns: 500 },
    );
  });
});
