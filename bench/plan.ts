import type { MemoryLoad } from './measure-memory.ts';
import type { Load } from './run-load.ts';

export const loadNames = ['paced', 'burst', 'alone'] as const;
export type LoadName = (typeof loadNames)[number];

export interface Plan {
  /** Not counted: the first rounds compile the servers' code and fill their caches. */
  warmUpRounds: number;
  rounds: number;
  loads: Record<LoadName, Load>;
  memoryRounds: number;
  memory: MemoryLoad;
}

const paced = { deltas: 100, burst: 1, everyMs: 20 };
const burst = { deltas: 100, burst: 20, everyMs: 20 };

export const fullPlan: Plan = {
  warmUpRounds: 2,
  rounds: 9,
  loads: {
    paced: { shape: paced, customers: 50, turnsEach: 3 },
    burst: { shape: burst, customers: 8, turnsEach: 40 },
    alone: { shape: burst, customers: 1, turnsEach: 30 },
  },
  memoryRounds: 5,
  memory: {
    warmUp: { shape: burst, customers: 8, turnsEach: 40 },
    streams: 200,
    shape: { deltas: 60, burst: 1, everyMs: 100 },
  },
};

/** Shows that everything runs; its figures mean nothing. */
export const quickPlan: Plan = {
  warmUpRounds: 0,
  rounds: 2,
  loads: {
    paced: { shape: { ...paced, deltas: 20 }, customers: 4, turnsEach: 2 },
    burst: { shape: burst, customers: 2, turnsEach: 4 },
    alone: { shape: burst, customers: 1, turnsEach: 4 },
  },
  memoryRounds: 1,
  memory: {
    warmUp: { shape: burst, customers: 2, turnsEach: 2 },
    streams: 10,
    shape: { deltas: 20, burst: 1, everyMs: 50 },
  },
};
