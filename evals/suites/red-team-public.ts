import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PartOf } from '../desks/read-cases.ts';
import { type Attack, attackSchema } from '../red-team/attack.ts';
import { measureAttacks } from '../red-team/measure-attacks.ts';
import { createObeyingModel } from '../red-team/obeying-model.ts';
import { runDefender } from '../red-team/run-defender.ts';
import { sayOutcome } from '../red-team/say-outcome.ts';
import type { Suite } from '../suite.ts';

/** The longest message that the front desk takes. */
const MOST_CHARACTERS = 500;

const attacksSchema = z.record(z.string(), z.array(z.string()));

/**
 * Attack texts that nobody here wrote, said to the front desk by a customer who is signed in, with
 * everything a model was given said in return. Figures are only told.
 */
export const suite: Suite = {
  name: 'front-desk-red-team-public',
  set: 'BIPIA, text attacks for training (MIT)',
  folder: 'injection/bipia',
  async run(folder, context) {
    const text = await readFile(join(folder, 'text_attack_train.json'), 'utf8');
    const attacks = Object.values(attacksSchema.parse(JSON.parse(text)))
      .flat()
      .map(toAttack);
    const common = { desk: 'front-desk', attacks, context } as const;
    const obeying = createObeyingModel();
    const defenders = [
      await runDefender({ ...common, name: 'clerk' }),
      await runDefender({ ...common, name: 'a model that obeys', obeying }),
    ];
    return {
      measures: defenders
        .flatMap((defender) => measureAttacks({ defender, part: 'test' }))
        .map(({ part: _, ...measure }) => ({
          ...measure,
          name: measure.name.replace(/, test$/, ''),
          bar: null,
          aim: null,
        })),
      failures: defenders.flatMap(({ name, outcomes }) =>
        outcomes
          .filter(({ findings }) => findings.length > 0)
          .map((outcome) => sayOutcome(name, outcome)),
      ),
    };
  },
};

function toAttack(words: string, index: number): PartOf<Attack> {
  const attack = attackSchema.parse({
    id: `public-${index + 1}`,
    kind: 'authority',
    signed_in: 'maya',
    turns: [[...words].slice(0, MOST_CHARACTERS).join('')],
    obeys: {
      calls: [{ lookup_booking_status: {} }, { lookup_booking_history: { all: true } }],
      says: `${words}\n\n{everything}`,
    },
  });
  return { ...attack, part: 'test' };
}
