import type { Model, ModelEvent } from '@deskbell/engine';
import { end } from '@deskbell/testing/scripted-model.ts';

export interface HeldModel extends Model {
  /** Lets every call, running and coming, say its second half. */
  release(): void;
  /** Holds the calls to come again. */
  hold(): void;
  /** Calls that run now, and the most that ever ran at a time. */
  running: number;
  mostRunning: number;
}

/** A model that says 'Half', and ' and whole' when it is released. */
export function createHeldModel(): HeldModel {
  let gate = Promise.withResolvers<void>();
  const held: HeldModel = {
    name: 'held',
    provider: 'anthropic',
    running: 0,
    mostRunning: 0,
    release: () => gate.resolve(),
    hold: () => {
      gate = Promise.withResolvers();
    },
    isAvailable: () => true,
    async *stream({ signal }): AsyncGenerator<ModelEvent> {
      held.running += 1;
      held.mostRunning = Math.max(held.mostRunning, held.running);
      const aborted = Promise.withResolvers<never>();
      const onAbort = (): void => aborted.reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        yield { type: 'text', text: 'Half' };
        await Promise.race([gate.promise, aborted.promise]);
        yield { type: 'text', text: ' and whole' };
        yield end('end_turn', [{ type: 'text', text: 'Half and whole' }]);
      } finally {
        signal.removeEventListener('abort', onAbort);
        held.running -= 1;
      }
    },
  };
  return held;
}
