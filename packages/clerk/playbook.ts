import type { LocalTime } from './dates/calendar.ts';

/** A tool call of the conversation, whoever made it, with what came back. */
export interface SeenCall {
  tool: string;
  input: Record<string, unknown>;
  outcome: ToolOutcome;
}

/**
 * What a tool said. `error` is a sentence the tool wrote for a reader; it is absent when the
 * call could not be made or broke, and then there is nothing to repeat.
 */
export type ToolOutcome =
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; reason: 'refused'; error: string }
  | { ok: false; reason: 'absent' | 'failed' };

/** A finished exchange's reply: its calls in order, then the text the customer read. */
export interface Reply {
  calls: readonly SeenCall[];
  text: string;
}

/** What a playbook may do while it answers the newest message. */
export interface ClerkTurn<Memory> {
  memory: Memory;
  now: LocalTime;
  /** Whether the tool exists in this turn. Some exist only for a signed-in customer. */
  has(tool: string): boolean;
  /**
   * The outcome of a call, or undefined while it has yet to be made: then return undefined from
   * `answer`, and it is asked again once the result is there. Calls asked for in one `answer`
   * are made side by side. A result another model already fetched in this turn is used when it
   * fits.
   */
  use(tool: string, input: Record<string, unknown>): ToolOutcome | undefined;
  /** Successful results in this turn that another model asked for and nobody used yet. */
  unusedResults(): readonly SeenCall[];
  /** One of the wordings, always the same one for the same conversation. */
  vary(...wordings: readonly [string, ...string[]]): string;
}

/**
 * What a clerk knows about one desk. All it remembers of a conversation is what `hear` and `see`
 * put into a memory, oldest exchange first. A memory is plain data, which `structuredClone` copies.
 * The functions touch nothing but that memory and give the same for the same arguments within an
 * hour, unless a text speaks of hours or minutes.
 */
export interface Playbook<Memory> {
  remember(now: LocalTime): Memory;
  /** A message of the customer. */
  hear(memory: Memory, text: string, now: LocalTime): void;
  /** What the assistant did and said after the message last heard. */
  see(memory: Memory, reply: Reply, now: LocalTime): void;
  /** The answer to the message last heard, or undefined while a call is open. */
  answer(turn: ClerkTurn<Memory>): string | undefined;
  /**
   * Results that another model fetched in this turn are used only when they were asked for with
   * the very same input: one more filter would be another answer.
   */
  needsExactResults?: true;
  /** Said when `answer` fails or has nothing to say. */
  fallback: string;
}
