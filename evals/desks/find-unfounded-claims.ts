import { localTime } from '@deskbell/clerk';
import type { Business } from '../../apps/server/bookings/business.ts';
import { demoCustomers } from '../../apps/server/bookings/demo-customers.ts';
import { createPlaceFacts } from '../../apps/server/desks/frontdesk/place-facts.ts';
import { createPriceFacts } from '../../apps/server/desks/frontdesk/price-facts.ts';
import type { FrontDeskPrincipal } from '../../apps/server/desks/frontdesk/principal.ts';
import { frontDeskPrompt, frontDeskVarying } from '../../apps/server/desks/frontdesk/prompt.ts';
import { CLAIM_KINDS, type ClaimKind } from '../../apps/server/desks/grounding/claim.ts';
import {
  createGrounds,
  type GroundingFacts,
} from '../../apps/server/desks/grounding/create-grounds.ts';
import { findUnfounded } from '../../apps/server/desks/grounding/find-unfounded.ts';
import type { Answer } from './answer.ts';
import type { Asking, DeskName } from './ask.ts';
import { NOW, TIME_ZONE } from './moment.ts';
import type { SignedIn } from './open-world.ts';

/** The claims of a conversation's answers that neither a result of the turn nor a fact bears out. */
export type FindUnfoundedClaims = (
  asking: Asking,
  conversation: { said: readonly string[]; answers: readonly Pick<Answer, 'text' | 'calls'>[] },
) => string[];

/** As in the live path: states and days of the back office are those of mails, which are cited. */
const KINDS: Readonly<Record<DeskName, readonly ClaimKind[]>> = {
  'front-desk': CLAIM_KINDS,
  'back-office': ['money'],
};

/** The facts are what a language model is told of the business before it answers. */
export function createFindUnfoundedClaims(business: Business): FindUnfoundedClaims {
  const now = localTime(NOW, TIME_ZONE);

  function factsOf({ desk, signedIn }: Asking): GroundingFacts {
    // What a model is told of the back office is nothing of its records.
    if (desk === 'back-office') return { texts: [] };
    const principal = principalOf(signedIn);
    return {
      texts: [
        frontDeskPrompt(business),
        frontDeskVarying({ principal, now: NOW, timezone: TIME_ZONE }),
      ],
      places: createPlaceFacts(business),
      prices: createPriceFacts(business),
    };
  }

  return (asking, { said, answers }) => {
    const facts = factsOf(asking);
    return answers.flatMap(({ text, calls }, index) => {
      const results = calls.map(({ tool, input, result, isError }) => ({
        tool,
        input,
        content: typeof result === 'string' ? result : JSON.stringify(result),
        isError,
      }));
      const grounds = createGrounds({ ...facts, results, heard: said.slice(0, index + 1), now });
      return findUnfounded(text, grounds)
        .filter(({ kind }) => KINDS[asking.desk].includes(kind))
        .map((claim) => `${claim.kind}: ${claim.text}`);
    });
  };
}

function principalOf(signedIn: SignedIn | undefined): FrontDeskPrincipal {
  if (signedIn === undefined) return { kind: 'visitor' };
  const [maya, daniel] = demoCustomers;
  return { kind: 'customer', customerId: (signedIn === 'maya' ? maya : daniel).id };
}
