import type { Model } from '@deskbell/engine';
import { answer, type DeskName, requestOf } from './desks.ts';

/** CPU milliseconds of all threads of this process so far. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** CPU of one call of the clerk, from the request to the last word, in milliseconds. */
export async function measureCall(
  clerk: Model,
  desk: DeskName,
  texts: readonly string[],
): Promise<{ ms: number; isInWords: boolean }> {
  const request = requestOf(desk, texts);
  const beforeMs = cpuMs();
  const isInWords = await answer(clerk, request);
  return { ms: cpuMs() - beforeMs, isInWords };
}

/** The value that this share of all is not above. Throws for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values');
  return value;
}
