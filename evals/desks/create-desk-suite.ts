import type { z } from 'zod';
import type { EvalContext } from '../eval-context.ts';
import type { Suite, SuiteResult } from '../suite.ts';
import type { DeskName } from './ask.ts';
import { type CaseResult, isAlwaysPassed } from './case-result.ts';
import { type CaseBars, measureCases } from './measure-cases.ts';
import { type Part, type PartOf, readCases } from './read-cases.ts';
import { sayFailure } from './say-failure.ts';

/** A suite of cases for one desk: `<desk>-<kind>`. */
export function createDeskSuite<Schema extends z.ZodType<{ id: string }>>({
  desk,
  kind,
  schema,
  bars,
  run,
}: {
  desk: DeskName;
  kind: string;
  /** Of one case. */
  schema: Schema;
  bars: CaseBars;
  run(cases: readonly PartOf<z.output<Schema>>[], context: EvalContext): Promise<CaseResult[]>;
}): Suite {
  return {
    name: `${desk}-${kind}`,
    set: 'cases written for this project',
    folder: 'cases',
    isOurs: true,
    async run(folder, context): Promise<SuiteResult> {
      const { parts, model } = context;
      const { cases, problems } = await readCases({ folder, desk, kind, schema });
      const results = await run(
        cases.filter(({ part }) => parts.includes(part)),
        context,
      );
      const failed = results.filter((result) => !isAlwaysPassed(result));
      const blocksOf = (part: Part): string[] =>
        failed.filter((result) => result.part === part).map(sayFailure);
      return {
        measures: parts.flatMap((part) => measureCases(results, { part, bars, model })),
        failures: blocksOf('dev'),
        testFailures: blocksOf('test'),
        problems,
        cases: results,
      };
    },
  };
}
