import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { passRate } from './desks/case-result.ts';
import type { SuiteOutcome } from './run-suites.ts';

const suiteBaselineSchema = z.strictObject({
  /** By the measure's name, which ends in its part. */
  figures: z.record(z.string(), z.strictObject({ value: z.number(), n: z.int() })),
  /** How many of its runs each case of the development part passed, 0 to 1. */
  dev: z.record(z.string(), z.number()),
});
export type SuiteBaseline = z.infer<typeof suiteBaselineSchema>;

/** What was measured last, by model and suite. */
const baselineSchema = z.record(z.string(), z.record(z.string(), suiteBaselineSchema));
export type Baseline = z.infer<typeof baselineSchema>;

const DECIMALS = 1e4;

/** Empty where there is no file. */
export async function readBaseline(path: string): Promise<Baseline> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return baselineSchema.parse(JSON.parse(text));
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  await writeFile(path, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** The baseline with what was measured now in the place of what was measured of it before. */
export function updateBaseline(
  baseline: Baseline,
  { model, outcomes }: { model: string; outcomes: readonly SuiteOutcome[] },
): Baseline {
  const suites = { ...baseline[model] };
  for (const outcome of outcomes) {
    if (outcome.state === 'skipped' || outcome.suite.isOurs !== true) continue;
    suites[outcome.suite.name] = baselineOf(outcome.result);
  }
  return { ...baseline, [model]: Object.fromEntries(Object.entries(suites).sort()) };
}

function baselineOf({
  measures,
  cases = [],
}: Extract<SuiteOutcome, { state: 'measured' }>['result']): SuiteBaseline {
  return {
    figures: Object.fromEntries(
      measures
        // How long an answer took says more of the day than of the model.
        .filter(({ unit, value }) => unit !== 'seconds' && Number.isFinite(value))
        .map(({ name, value, n }) => [name, { value: rounded(value), n }]),
    ),
    dev: Object.fromEntries(
      cases.filter(({ part }) => part === 'dev').map((one) => [one.id, rounded(passRate(one))]),
    ),
  };
}

/** As the baseline keeps a figure. */
export const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;
