import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import type { Model, ModelEvent, ModelRequest } from '../model.ts';
import { ModelError, type ModelErrorCode } from '../model-error.ts';

export interface CircuitBreakerOptions {
  /** Failed calls in a row that open the circuit; 4 by default. */
  failures?: number;
  /** How long an open circuit refuses calls before it lets one probe through; 15 s by default. */
  openMs?: number;
}

type Outcome = 'worked' | 'failed' | 'left';

/** Called once with how the call went; resolves, never rejects, when the circuit knows. */
type Report = (outcome: Outcome) => Promise<void>;

/**
 * A request that we built wrongly says nothing about the provider. Everything else does: after a
 * wrong key or a retired model every call fails, and the customer should not wait for each.
 */
const UNCOUNTED: ReadonlySet<ModelErrorCode> = new Set(['invalid_request', 'circuit_open']);

/**
 * Stops calling a provider that keeps failing. While the circuit is open, and while its one probe
 * is on the way, calls fail at once with `circuit_open`. A call that the user stopped, or that the
 * consumer left before its end, counts neither way.
 */
export function withCircuitBreaker(model: Model, options: CircuitBreakerOptions = {}): Model {
  const { failures = 4, openMs = 15_000 } = options;
  let policy = createPolicy();
  let openUntilMs = 0;

  function createPolicy(initialState?: unknown): CircuitBreakerPolicy {
    const created = circuitBreaker(
      handleWhen((error) => error instanceof ProviderFailure),
      {
        breaker: new ConsecutiveBreaker(failures),
        halfOpenAfter: openMs,
        ...(initialState === undefined ? {} : { initialState }),
      },
    );
    created.onBreak(() => {
      openUntilMs = Date.now() + openMs;
    });
    return created;
  }

  function admit(): Report {
    const current = policy;
    // Cockatiel lets calls wait for the probe; a customer does not.
    if (isHalfOpen(current)) throw circuitOpen(model);
    const call = Promise.withResolvers<void>();
    let isAdmitted = false;
    const settled = current
      .execute(() => {
        isAdmitted = true;
        return call.promise;
      })
      .catch(() => {
        // The caller hears of a failure from the stream itself.
      });
    if (!isAdmitted) throw circuitOpen(model);
    const isProbe = isHalfOpen(current);

    return (outcome) => {
      if (outcome === 'worked') call.resolve();
      else if (outcome === 'failed') call.reject(new ProviderFailure());
      // Cockatiel takes a probe without a verdict for a success. The state it hands over is that
      // of an open circuit whose time is up, so the next call is the probe.
      else if (isProbe) {
        policy = createPolicy(current.toJSON());
        call.resolve();
      } else call.reject(new Error('left'));
      return settled;
    };
  }

  return {
    name: model.name,
    provider: model.provider,
    isAvailable() {
      if (!model.isAvailable() || isHalfOpen(policy)) return false;
      return policy.state !== CircuitState.Open || Date.now() >= openUntilMs;
    },
    stream: (request) => guardedStream(model, request, admit),
  };
}

function isHalfOpen(policy: CircuitBreakerPolicy): boolean {
  return policy.state === CircuitState.HalfOpen;
}

/** What cockatiel counts. */
class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
}

function circuitOpen(model: Model): ModelError {
  return new ModelError('circuit_open', {
    message: `calls to ${model.name} are suspended after repeated failures`,
    afterContent: false,
  });
}

/** `admit` throws when the circuit is open. The circuit knows before the consumer how a call ended. */
function guardedStream(
  model: Model,
  request: ModelRequest,
  admit: () => Report,
): AsyncIterableIterator<ModelEvent, void> {
  const { signal } = request;
  let source: AsyncIterator<ModelEvent> | undefined;
  let report: Report | undefined;
  let isOver = false;
  const onAbort = () => void settle('left');

  const events: AsyncIterableIterator<ModelEvent, void> = {
    next() {
      if (isOver) return source?.next() ?? Promise.resolve({ done: true, value: undefined });
      if (source === undefined) {
        try {
          signal.throwIfAborted();
          report = admit();
          source = model.stream(request)[Symbol.asyncIterator]();
        } catch (error) {
          isOver = true;
          return report?.('left').then(() => Promise.reject(error)) ?? Promise.reject(error);
        }
        signal.addEventListener('abort', onAbort, { once: true });
      }
      return source.next().then(onResult, onError);
    },
    async return() {
      await Promise.all([settle('left'), source?.return?.()]);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => events,
  };
  return events;

  function onResult(result: IteratorResult<ModelEvent>) {
    if (!result.done && result.value.type !== 'end') return result;
    return settle(result.done ? 'failed' : 'worked').then(() => result);
  }

  async function onError(error: unknown): Promise<never> {
    const isFailure = error instanceof ModelError && !UNCOUNTED.has(error.code);
    await settle(isFailure && !signal.aborted ? 'failed' : 'left');
    throw error;
  }

  async function settle(outcome: Outcome): Promise<void> {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', onAbort);
    await report?.(outcome);
  }
}
