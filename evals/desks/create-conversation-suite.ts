import type { Suite } from '../suite.ts';
import { converse, type DeskName } from './ask.ts';
import { conversationSchema } from './case.ts';
import { createDeskSuite } from './create-desk-suite.ts';
import { createFindUnfoundedClaims } from './find-unfounded-claims.ts';
import type { CaseBars } from './measure-cases.ts';
import { runCases } from './run-cases.ts';
import { scoreConversation } from './score-conversation.ts';

/** Whole conversations, scored by where they end. */
export function createConversationSuite({ desk, bars }: { desk: DeskName; bars: CaseBars }): Suite {
  return createDeskSuite({
    desk,
    kind: 'conversations',
    schema: conversationSchema,
    bars,
    async run(cases, { runs, world: worldOf }) {
      const world = await worldOf(desk);
      return await runCases({
        cases,
        runs,
        describe: ({ id, part, tags, turns, signed_in: signedIn }) => ({
          id,
          part,
          tags,
          said: turns.map(({ say }) => say),
          asking: { desk, signedIn },
        }),
        findUnfoundedClaims: createFindUnfoundedClaims(world.business),
        async run(conversation) {
          const { turns, signed_in: signedIn } = conversation;
          const messages = turns.map(({ say }) => say);
          const answers = await converse(world, { desk, signedIn, messages });
          return { ...scoreConversation(conversation, answers), answers };
        },
      });
    },
  });
}
