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

  /** Throws `circuit_open`, or returns what to call once with how the call went. */
  function admit(): (outcome: Outcome) => void {
    const current = policy;
    // Cockatiel lets calls wait for the probe; a customer does not.
    if (isHalfOpen(current)) throw circuitOpen(model);
    const call = Promise.withResolvers<void>();
    let isAdmitted = false;
    current
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
      else if (isProbe) policy = createPolicy(current.toJSON());
      else call.reject(new Error('left'));
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

/** Passes the model's own promises through, so that it costs no extra wait per event. */
function guardedStream(
  model: Model,
  request: ModelRequest,
  admit: () => (outcome: Outcome) => void,
): AsyncIterableIterator<ModelEvent, void> {
  const { signal } = request;
  let source: AsyncIterator<ModelEvent> | undefined;
  let report: ((outcome: Outcome) => void) | undefined;
  let isOver = false;
  const onAbort = () => settle('left');

  const events: AsyncIterableIterator<ModelEvent, void> = {
    next() {
      if (isOver) return source?.next() ?? Promise.resolve({ done: true, value: undefined });
      if (source === undefined) {
        try {
          signal.throwIfAborted();
          report = admit();
          source = model.stream(request)[Symbol.asyncIterator]();
        } catch (error) {
          settle('left');
          return Promise.reject(error);
        }
        signal.addEventListener('abort', onAbort, { once: true });
      }
      const next = source.next();
      next.then(onResult, onError);
      return next;
    },
    async return() {
      settle('left');
      await source?.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => events,
  };
  return events;

  function onResult({ done, value }: IteratorResult<ModelEvent>): void {
    if (done) settle('failed');
    else if (value.type === 'end') settle('worked');
  }

  function onError(error: unknown): void {
    const isFailure = error instanceof ModelError && !UNCOUNTED.has(error.code);
    settle(isFailure && !signal.aborted ? 'failed' : 'left');
  }

  function settle(outcome: Outcome): void {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', onAbort);
    report?.(outcome);
  }
}
