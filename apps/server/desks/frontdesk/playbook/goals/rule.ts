import type { Goal } from '../memory.ts';

/** Says what is wanted, or leaves it to the rules after it. */
export type Rule<Given> = (given: Given) => readonly Goal[] | undefined;

/** What the first rule says that answers. */
export function firstAnswer<Given>(
  rules: readonly Rule<Given>[],
  given: Given,
): readonly Goal[] | undefined {
  for (const rule of rules) {
    const goals = rule(given);
    if (goals !== undefined) return goals;
  }
  return undefined;
}
