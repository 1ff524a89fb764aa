import { costNanoUsd, type Model } from '@deskbell/engine';

const NO_USAGE = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };

/** What an operator should know of a limit that does not hold for every configured model. */
export function budgetWarnings({
  limitUsd,
  models,
}: {
  limitUsd: number | undefined;
  models: readonly Pick<Model, 'name'>[];
}): string[] {
  if (limitUsd === undefined) return [];
  return models
    .filter(({ name }) => costNanoUsd(name, NO_USAGE) === null)
    .map(
      ({ name }) =>
        `DAILY_BUDGET_USD does not limit ${name}: its price is not known here, so what it costs does not count.`,
    );
}
