import type { Message } from '@deskbell/engine';

/** The messages of the last turns, the one to be answered not counted, from where somebody speaks. */
export function latestTurns(messages: readonly Message[], turns: number): readonly Message[] {
  const starts = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  return messages.slice(starts.at(-1 - turns) ?? 0);
}

/** What has come of the turn under way: the calls and results since somebody last spoke. */
export const messagesOfTurn = (messages: readonly Message[]): readonly Message[] =>
  messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
