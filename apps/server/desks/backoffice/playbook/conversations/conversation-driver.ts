import assert from 'node:assert/strict';
import { createClerk } from '@deskbell/clerk';
import {
  DEFAULT_TURN_LIMITS,
  defineTool,
  type Message,
  type Model,
  runTurn,
  ToolError,
} from '@deskbell/engine';
import {
  type CollectedCall,
  type CollectedTurn,
  collectTurn,
} from '@deskbell/testing/collect-turn.ts';
import { z } from 'zod';
import type { ToolName, ToolResults } from '../../tools/tool-results.ts';
import { createBackOfficePlaybook } from '../create-back-office-playbook.ts';
import { BUSY, TOOL_NAMES } from './test-results.ts';

// Conversations with the clerk through the real turn loop; the tools answer from fixed results.

export const timezone = 'America/New_York';
/** Sunday, November 22, 2026, 10:00 in New York. */
export const SUNDAY_MORNING = new Date('2026-11-22T15:00:00Z');

export type Call = CollectedCall;
export type Answer = CollectedTurn;

/** What a tool tells; a function may look at the input, and undefined means it knows no such record. */
export type Results = {
  [Name in ToolName]?:
    | ToolResults[Name]
    | ((input: Record<string, unknown>) => ToolResults[Name] | undefined);
};

export const faults: unknown[] = [];

export const createBackOfficeClerk = (now: Date = SUNDAY_MORNING): Model =>
  createClerk({
    playbook: createBackOfficePlaybook(),
    clock: () => now,
    timezone,
    onFault: (cause) => faults.push(cause),
  });

export function startConversation(options: { results?: Results; now?: Date } = {}) {
  const { results = {}, now = SUNDAY_MORNING } = options;
  const model = createBackOfficeClerk(now);
  const tools = TOOL_NAMES.map((name) =>
    defineTool({
      name,
      description: name,
      label: name,
      input: z.record(z.string(), z.unknown()),
      run: (input) => {
        const result = results[name] ?? BUSY[name];
        const content = typeof result === 'function' ? result(input) : result;
        if (content === undefined) throw new ToolError('There is no such record.');
        return { content: content as unknown as Record<string, unknown> };
      },
    }),
  );
  const messages: Message[] = [];
  return {
    messages,
    async say(text: string): Promise<Answer> {
      messages.push({ role: 'user', text });
      const turn = runTurn({
        models: [model],
        system: { stable: '', varying: '' },
        tools,
        history: [...messages],
        principal: undefined,
        signal: new AbortController().signal,
        clock: () => now,
        limits: DEFAULT_TURN_LIMITS,
        wording: { refused: 'refused', cutOff: 'cut off', noAnswer: 'no answer' },
      });
      return await collectTurn(turn, messages);
    },
  };
}

/** 'list_emails {"from":"2026-11-22"}' for each call, with sorted keys. */
export const callsOf = ({ calls }: Answer): string[] =>
  calls.map(
    ({ tool, input }) =>
      `${tool} ${JSON.stringify(Object.fromEntries(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))))}`,
  );

/** A message that must lead to exactly these calls, and whose answer must say these things. */
export async function check(
  conversation: ReturnType<typeof startConversation>,
  line: {
    says: string;
    calls?: readonly string[];
    answers?: readonly (string | RegExp)[];
    never?: readonly RegExp[];
  },
): Promise<Answer> {
  const answer = await conversation.say(line.says);
  const shown = `"${line.says}" → ${callsOf(answer).join(' ')}\n${answer.text}`;
  assert.equal(answer.reason, 'answered', shown);
  if (line.calls !== undefined) assert.deepEqual(callsOf(answer), line.calls, shown);
  for (const expected of line.answers ?? []) {
    if (typeof expected === 'string') assert.ok(answer.text.includes(expected), shown);
    else assert.match(answer.text, expected, shown);
  }
  for (const forbidden of line.never ?? []) assert.doesNotMatch(answer.text, forbidden, shown);
  return answer;
}
