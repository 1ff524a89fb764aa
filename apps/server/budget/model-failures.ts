import type { CallObserver } from './with-daily-budget.ts';

/** A call's last failure, as its code. */
export interface ModelFailure {
  /** One of `ModelErrorCode`, or 'other'. */
  code: string;
  at: Date;
}

/** How calls of this process to each model failed last. */
export interface ModelFailures extends Pick<CallObserver, 'onModelFailure'> {
  /** Undefined: none has since the process started. */
  lastOf(model: string): ModelFailure | undefined;
}

export function createModelFailures(clock: () => Date): ModelFailures {
  const last = new Map<string, ModelFailure>();
  return {
    onModelFailure: ({ model, code }) => {
      // Only says that others failed before it.
      if (code !== 'circuit_open') last.set(model, { code, at: clock() });
    },
    lastOf: (model) => last.get(model),
  };
}
