import type { Suite } from '../suite.ts';
import { ask, type DeskName } from './ask.ts';
import { questionSchema } from './case.ts';
import { createDeskSuite } from './create-desk-suite.ts';
import { createFindUnfoundedClaims } from './find-unfounded-claims.ts';
import type { CaseBars } from './measure-cases.ts';
import { createReadIntent } from './read-intent.ts';
import { runCases } from './run-cases.ts';
import { scoreQuestion } from './score-question.ts';

/** Single messages, each in a conversation of its own: questions, or what has to be refused. */
export function createQuestionSuite({
  desk,
  kind,
  bars,
}: {
  desk: DeskName;
  kind: 'questions' | 'refusals';
  bars: CaseBars;
}): Suite {
  return createDeskSuite({
    desk,
    kind,
    schema: questionSchema,
    bars,
    async run(cases, { runs, model, world: worldOf }) {
      const world = await worldOf(desk);
      const readIntent = model === 'clerk' ? createReadIntent(world.business) : undefined;
      return await runCases({
        cases,
        runs,
        describe: ({ id, part, tags, say, signed_in: signedIn }) => ({
          id,
          part,
          tags,
          said: [say],
          asking: { desk, signedIn },
        }),
        findUnfoundedClaims: createFindUnfoundedClaims(world.business),
        async run(question) {
          const { say: message, signed_in: signedIn } = question;
          const answer = await ask(world, { desk, signedIn, message });
          const score = scoreQuestion(question, answer, readIntent?.(desk, message));
          return { ...score, answers: [answer] };
        },
      });
    },
  });
}
