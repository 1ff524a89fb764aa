import type { Message, Model } from '@deskbell/engine';

/** A model that is told of the last turns only, the one to be answered not counted. */
export const withLatestTurns = (model: Model, turns: number): Model => ({
  name: model.name,
  provider: model.provider,
  isAvailable: () => model.isAvailable(),
  stream: (request) => model.stream({ ...request, messages: latestTurns(request.messages, turns) }),
});

function latestTurns(messages: readonly Message[], turns: number): readonly Message[] {
  const starts = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  return messages.slice(starts.at(-1 - turns) ?? 0);
}
