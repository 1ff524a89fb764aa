import type { Model } from '@deskbell/engine';
import { latestTurns } from '../turns-in-messages.ts';

/** A model that is told of the last turns only, the one to be answered not counted. */
export const withLatestTurns = (model: Model, turns: number): Model => ({
  name: model.name,
  provider: model.provider,
  isAvailable: () => model.isAvailable(),
  stream: (request) => model.stream({ ...request, messages: latestTurns(request.messages, turns) }),
});
