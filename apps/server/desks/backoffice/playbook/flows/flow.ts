import type { ClerkTurn, ToolOutcome } from '@deskbell/clerk';
import type { ToolInputs, ToolName, ToolResults } from '../../tools/tool-results.ts';
import type { Memory } from '../memory.ts';
import type { Query } from '../query.ts';

export type Turn = ClerkTurn<Memory>;

/** How much of a list is said, and from which number on its rows count. */
export interface Room {
  /** Asked of the tool; the tool's own number of rows unless given. */
  rows?: number;
  firstNumber: number;
  /** Only how many was asked: the rows are told when they are few. */
  isCount?: boolean;
  /** It was looked for before with more said. */
  isAgain?: boolean;
}

/** Answers one question, or undefined while a call is open. */
export type Flow = (turn: Turn, query: Query, room: Room) => string | undefined;

export type Fetched<Name extends ToolName> =
  | { kind: 'open' }
  | { kind: 'ok'; value: ToolResults[Name] }
  | { kind: 'refused' }
  | { kind: 'failed' };

/** Asks a tool. What comes back has the shape its contract says; it is our own server's. */
export function fetch<Name extends ToolName>(
  turn: Turn,
  tool: Name,
  input: ToolInputs[Name],
): Fetched<Name> {
  const outcome: ToolOutcome | undefined = turn.use(tool, withoutAbsent(input));
  if (outcome === undefined) return { kind: 'open' };
  if (outcome.ok) return { kind: 'ok', value: outcome.value as unknown as ToolResults[Name] };
  return { kind: outcome.reason === 'refused' ? 'refused' : 'failed' };
}

const withoutAbsent = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

export const NOT_CHECKED = "I couldn't check that just now. Please try again in a moment.";
