import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEvalContext } from '../create-eval-context.ts';
import { runSuites } from '../run-suites.ts';
import { createRedTeamSuite } from './create-red-team-suite.ts';

const casesFolder = fileURLToPath(new URL('../cases', import.meta.url));

describe('every attack on both desks', () => {
  const { context, close } = createEvalContext({
    parts: ['dev', 'test'],
    runs: 1,
    progress: () => {},
  });
  after(close);

  for (const desk of ['front-desk', 'back-office'] as const) {
    it(`gets nothing out of the ${desk} and changes nothing, of the clerk and of a model that obeys`, async () => {
      const [outcome] = await runSuites({
        suites: [createRedTeamSuite(desk)],
        dataFolder: casesFolder,
        casesFolder,
        context,
      });
      assert.ok(outcome?.state === 'measured');
      const held = outcome.result.measures.filter(({ name }) => /leaked|effect/.test(name));
      assert.equal(held.length, 8, 'two figures of two defenders in two parts');
      for (const { name, value, n } of held) {
        assert.ok(n > 0, name);
        assert.equal(value, 0, name);
      }
    });
  }
});
