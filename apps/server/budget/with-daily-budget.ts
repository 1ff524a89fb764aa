import { costNanoUsd, type Model, ModelError, type Usage } from '@deskbell/engine';
import type { DailyBudget, ModelCall, ModelUser } from './daily-budget.ts';

/** Told of every call, for measurements. Must not throw. */
export interface CallObserver {
  onModelCall(call: ModelCall): void;
  /** `code` is one of `ModelErrorCode`, or 'other'. */
  onModelFailure(failure: { model: string; code: string }): void;
}

/**
 * The model until the budget is spent; from then on it is not available, and the next one in line
 * answers. A turn that has begun may end with it. Calls that broke off count as far as the provider
 * has counted them.
 */
export function withDailyBudget(
  model: Model,
  budget: Pick<DailyBudget, 'isSpent' | 'record'>,
  { observer, desk }: { observer?: CallObserver; desk?: ModelUser } = {},
): Model {
  function record(usage: Usage): void {
    const call = { desk, model: model.name, usage, costNanoUsd: costNanoUsd(model.name, usage) };
    budget.record(call);
    observer?.onModelCall(call);
  }

  return {
    name: model.name,
    provider: model.provider,
    isAvailable: () => !budget.isSpent() && model.isAvailable(),
    async *stream(request) {
      let counted: Usage | undefined;
      try {
        for await (const event of model.stream(request)) {
          if (event.type === 'usage') counted = event.usage;
          if (event.type === 'end') {
            counted = undefined;
            record(event.usage);
          }
          yield event;
        }
      } catch (error) {
        if (!request.signal.aborted) {
          const code = error instanceof ModelError ? error.code : 'other';
          observer?.onModelFailure({ model: model.name, code });
        }
        throw error;
      } finally {
        if (counted !== undefined) record(counted);
      }
    },
  };
}
