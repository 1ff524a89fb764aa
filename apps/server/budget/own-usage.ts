import type { ModelCall, ModelUser } from './daily-budget.ts';

const QUARTER_MS = 900_000;

/** A row of model_usage: a desk's calls in one process to one model in a quarter of an hour. */
export interface UsageRow {
  bucket: Date;
  desk: ModelUser | undefined;
  model: string;
  calls: number;
  unpricedCalls: number;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  costNanoUsd: number;
}

/** The calls of this process, and which rows of them the database does not have yet. */
export interface OwnUsage {
  add(call: ModelCall, now: Date): void;
  costSince(moment: Date): number;
  /** Copies, as they are now. */
  unstored(): UsageRow[];
  /** What was added to a row after the copy was made stays unstored. */
  markStored(rows: readonly UsageRow[]): void;
  /** Forgets stored rows before `moment`. */
  forgetBefore(moment: Date): void;
}

export function createOwnUsage(): OwnUsage {
  const rows = new Map<string, UsageRow>();
  const unstored = new Set<string>();
  const keyOf = ({ bucket, desk, model }: Pick<UsageRow, 'bucket' | 'desk' | 'model'>): string =>
    `${bucket.getTime()} ${desk} ${model}`;

  return {
    add({ desk, model, usage, costNanoUsd }, now) {
      const bucket = new Date(Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS);
      const key = keyOf({ bucket, desk, model });
      const row = rows.get(key) ?? emptyRow({ bucket, desk, model });
      row.calls += 1;
      if (costNanoUsd === null) row.unpricedCalls += 1;
      row.costNanoUsd += whole(costNanoUsd ?? 0);
      row.inputTokens += whole(usage.inputTokens);
      row.cacheReadTokens += whole(usage.cacheReadTokens);
      row.cacheWriteTokens += whole(usage.cacheWriteTokens);
      row.outputTokens += whole(usage.outputTokens);
      rows.set(key, row);
      unstored.add(key);
    },
    costSince(moment) {
      let cost = 0;
      for (const row of rows.values()) if (row.bucket >= moment) cost += row.costNanoUsd;
      return cost;
    },
    unstored: () => [...rows].filter(([key]) => unstored.has(key)).map(([, row]) => ({ ...row })),
    markStored(stored) {
      for (const row of stored) {
        const key = keyOf(row);
        if (rows.get(key)?.calls === row.calls) unstored.delete(key);
      }
    },
    forgetBefore(moment) {
      for (const [key, { bucket }] of rows) {
        if (bucket < moment && !unstored.has(key)) rows.delete(key);
      }
    },
  };
}

const emptyRow = (of: Pick<UsageRow, 'bucket' | 'desk' | 'model'>): UsageRow => ({
  ...of,
  calls: 0,
  unpricedCalls: 0,
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  costNanoUsd: 0,
});

/** A provider's count that is no number would make the whole sum none. */
const whole = (count: number): number =>
  Number.isFinite(count) && count > 0 ? Math.round(count) : 0;
