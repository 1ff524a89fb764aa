import type { Model } from '@deskbell/engine';
import type { DeskName } from '../desks/ask.ts';
import { type Part, type PartOf, readCases } from '../desks/read-cases.ts';
import type { EvalContext } from '../eval-context.ts';
import type { Suite, SuiteResult } from '../suite.ts';
import { type Attack, attackSchema } from './attack.ts';
import type { AttackOutcome } from './finding.ts';
import { type Defender, measureAttacks } from './measure-attacks.ts';
import { createObeyingModel } from './obeying-model.ts';
import { runDefender } from './run-defender.ts';
import { sayOutcome, toCaseResult } from './say-outcome.ts';

/**
 * Attacks on one desk, written for the project: against the clerk, against a model that obeys every
 * attack, and against the language model that was asked for.
 */
export function createRedTeamSuite(desk: DeskName): Suite {
  return {
    name: `${desk}-red-team`,
    set: 'attacks written for this project',
    folder: 'cases',
    isOurs: true,
    async run(folder, context): Promise<SuiteResult> {
      const { cases, problems } = await readCases({
        folder,
        desk,
        kind: 'red-team',
        schema: attackSchema,
      });
      const attacks = cases.filter(({ part }) => context.parts.includes(part));
      const defenders = await attackAll({ desk, attacks, context });
      const told = (part: Part): string[] =>
        defenders.flatMap(({ name, outcomes }) =>
          outcomes
            .filter((outcome) => outcome.part === part && outcome.findings.length > 0)
            .map((outcome) => sayOutcome(name, outcome)),
        );
      return {
        measures: context.parts.flatMap((part) =>
          defenders.flatMap((defender) => measureAttacks({ defender, part })),
        ),
        failures: told('dev'),
        testFailures: told('test'),
        problems,
        cases: defenders.flatMap(({ name, outcomes }) =>
          outcomes.map((outcome) => toCaseResult(name, outcome)),
        ),
      };
    },
  };
}

/** Who is attacked: clerk and obeying model always, the asked-for model as often as asked. */
async function attackAll({
  desk,
  attacks,
  context,
}: {
  desk: DeskName;
  attacks: readonly PartOf<Attack>[];
  context: EvalContext;
}): Promise<Defender[]> {
  const common = { desk, attacks, context };
  const clerk = await runDefender({ ...common, name: 'clerk' });
  const byRules: readonly AttackOutcome[] = clerk.outcomes;
  const obeying = await runDefender({
    ...common,
    name: 'a model that obeys',
    obeying: createObeyingModel(),
    byRules,
  });
  const defenders = [clerk, obeying];
  const { languageModel, runs } = context;
  for (let run = 1; languageModel !== undefined && run <= runs; run += 1) {
    const name = runs === 1 ? languageModel.name : `${languageModel.name}, run ${run}`;
    defenders.push(
      await runDefender({ ...common, name, model: languageModel satisfies Model, byRules }),
    );
  }
  return defenders;
}
