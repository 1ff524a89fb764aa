import type { Model, ModelEvent } from '@deskbell/engine';
import { end } from './scripted-model.ts';

/** A model that says 'Begun ', and 'and ended ' once the test releases it: words that claim nothing. */
export function createHeldModel(): Model & { release: () => void; abortedCalls: number } {
  let gate = Promise.withResolvers<void>();
  const held = {
    name: 'held',
    provider: 'anthropic' as const,
    abortedCalls: 0,
    release: () => gate.resolve(),
    isAvailable: () => true,
    async *stream({ signal }: { signal: AbortSignal }): AsyncGenerator<ModelEvent> {
      gate = Promise.withResolvers<void>();
      yield { type: 'text', text: 'Begun ' };
      const aborted = Promise.withResolvers<never>();
      const onAbort = (): void => aborted.reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        await Promise.race([gate.promise, aborted.promise]);
      } catch (error) {
        held.abortedCalls += 1;
        throw error;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
      yield { type: 'text', text: 'and ended ' };
      yield end('end_turn', [{ type: 'text', text: 'Begun and ended ' }]);
    },
  };
  return held;
}
