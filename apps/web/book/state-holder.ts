import type { WizardState } from './wizard-state.ts';

/** The wizard's state, and who wants to know when it changes. */
export interface StateHolder {
  get(): WizardState;
  update(changed: Partial<WizardState>): void;
  subscribe(listener: () => void): () => void;
  /** Nobody is told of changes any more. */
  close(): void;
}

export const createStateHolder = (first: WizardState): StateHolder => {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    get: () => state,
    update: (changed) => {
      state = { ...state, ...changed };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
};
