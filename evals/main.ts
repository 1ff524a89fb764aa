import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ConfigError } from '../apps/server/config.ts';
import packageJson from '../package.json' with { type: 'json' };
import { readBaseline, updateBaseline, writeBaseline } from './baseline.ts';
import { chooseModel } from './choose-model.ts';
import { formatComparison } from './compare.ts';
import { createEvalContext } from './create-eval-context.ts';
import { formatJson } from './format-json.ts';
import { loadSuites } from './load-suites.ts';
import { ArgumentsError, readArguments } from './read-arguments.ts';
import { formatFailures, formatProblems, formatTable, writeFigures } from './report.ts';
import { hasProblems, isPassed, runSuites, type SuiteOutcome } from './run-suites.ts';
import type { Suite } from './suite.ts';

/**
 * Measures the rules and the desks; see evals/README.md. Exits 1 when a figure is under its bar or
 * data of ours cannot be used, 2 when the call makes no sense.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (what: string): void => void process.stderr.write(`${what}\n`);

async function run(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  const log = pino({ level: 'warn' }, pino.destination(2));
  const languageModel = chooseModel({
    name: asked.model,
    env: process.env,
    now: new Date(),
    log,
  });
  const suites = chooseSuites(await loadSuites(resolve(root, 'evals/suites')), asked.suites);
  const { context, close } = createEvalContext({ ...asked, languageModel, progress: say });
  try {
    const outcomes = await runSuites({
      suites,
      dataFolder: resolve(
        root,
        asked.data ?? process.env.DESKBELL_DATA ?? resolve(root, '../shared/data'),
      ),
      casesFolder: asked.cases === undefined ? resolve(root, 'evals/cases') : resolve(asked.cases),
      context,
    });
    process.stdout.write(`${formatTable(outcomes)}\n`);
    if (asked.failures || asked.testFailures) {
      const isTestShown = asked.testFailures;
      process.stdout.write(`\n${formatFailures(outcomes, { isTestShown })}\n`);
    }
    const { model } = context;
    const baselinePath = resolve(root, 'evals/baseline.json');
    const baseline = await readBaseline(baselinePath);
    process.stdout.write(`\n${formatComparison(baseline, { model, outcomes })}\n`);
    process.stdout.write(formatProblems(outcomes));
    if (asked.json !== undefined) {
      const { version } = packageJson;
      await writeFile(resolve(asked.json), formatJson(outcomes, { ...context, version }));
    }
    if (asked.write && hasProblems(outcomes)) say('Nothing was written: data is missing.');
    else if (asked.write) {
      await writeBaseline(baselinePath, updateBaseline(baseline, { model, outcomes }));
      await writeQuality(outcomes, model);
    }
    return isPassed(outcomes) ? 0 : 1;
  } finally {
    await close();
  }
}

function chooseSuites(suites: readonly Suite[], names: readonly string[]): Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new ArgumentsError(`There is no suite ${unknown.join(', ')}. There are: ${known}.`);
  }
  return suites.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The document is about what the project itself answers: of language models there is the baseline. */
async function writeQuality(outcomes: readonly SuiteOutcome[], model: string): Promise<void> {
  const path = resolve(root, 'docs/quality.md');
  const text = await readFile(path, 'utf8');
  const day = new Date().toISOString().slice(0, 10);
  const own = outcomes.filter(({ suite }) => model === 'clerk' || suite.isOurs !== true);
  await writeFile(path, writeFigures({ text, outcomes: own, day }));
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof ArgumentsError) && !(error instanceof ConfigError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
