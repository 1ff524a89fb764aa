import { createClerk } from '@deskbell/clerk';
import { DEFAULT_TURN_LIMITS, type Model } from '@deskbell/engine';
import type { TurnErrorCode } from '@deskbell/protocol';
import type { Logger } from 'pino';
import type { Business } from '../../bookings/business.ts';
import type { Desk } from '../../chat/desk.ts';
import type { Database } from '../../platform/database.ts';
import type { GroundingObserver } from '../grounding/grounding-observer.ts';
import { withGroundedText } from '../grounding/with-grounded-text.ts';
import { createPlaceFacts } from './place-facts.ts';
import { createFrontDeskPlaybook } from './playbook/create-front-desk-playbook.ts';
import { createPriceFacts } from './price-facts.ts';
import type { FrontDeskPrincipal } from './principal.ts';
import { frontDeskPrompt, frontDeskVarying } from './prompt.ts';
import { createFrontDeskTools } from './tools/create-front-desk-tools.ts';

const NAME = 'frontdesk';

/** An order may be told bit by bit. */
export const HISTORY_TURNS = 12;

/** The customers' assistant: the language models in their order, and the clerk behind them. */
export function createFrontDesk(options: {
  business: Business;
  database: Database;
  languageModels: readonly Model[];
  /** Whether what language models say is compared with tools and facts; see desks/grounding. */
  isGrounded: boolean;
  observer: GroundingObserver | undefined;
  timezone: string;
  clock: () => Date;
  log: Logger;
}): Desk<FrontDeskPrincipal> {
  const { business, database, isGrounded, observer, timezone, clock, log } = options;
  const { phone, email } = business.profile;
  const clerk = createClerk({
    playbook: createFrontDeskPlaybook({ business }),
    clock,
    timezone,
    onFault: (err) => log.error({ err }, 'The clerk could not follow its playbook'),
  });
  const places = createPlaceFacts(business);
  const prices = createPriceFacts(business);
  const grounded = (model: Model) =>
    withGroundedText(model, {
      places,
      prices,
      offer: `I'd rather not guess here: I can check it for you, or you can call us at ${phone}.`,
      onUnfounded: ({ model, kinds }) => {
        log.warn({ desk: NAME, model, kinds }, 'An answer said what no tool and no fact says');
        for (const kind of kinds) observer?.onUnfoundedClaim({ desk: NAME, kind });
      },
      clock,
      timezone,
    });
  const languageModels = isGrounded ? options.languageModels.map(grounded) : options.languageModels;
  const [first = clerk, ...rest] = [...languageModels, clerk];
  const toolsFor = createFrontDeskTools({ business, database, timezone });
  const stable = frontDeskPrompt(business);
  const everyTool = toolsFor({ kind: 'customer', customerId: '' });
  const labels = new Map(everyTool.map(({ name, label }) => [name, label]));

  const errorMessages: Record<TurnErrorCode, string> = {
    model_unavailable: `Our assistant is not available right now. Please try again in a moment, or call us at ${phone}.`,
    timeout: `That took too long, so I stopped. Please try again, or call us at ${phone}.`,
    interrupted: `The connection to our assistant was interrupted. Please try again, or call us at ${phone}.`,
    internal: `Something went wrong on our side. Please try again, or call us at ${phone}.`,
  };

  return {
    name: NAME,
    models: [first, ...rest],
    limits: DEFAULT_TURN_LIMITS,
    historyTurns: HISTORY_TURNS,
    wording: {
      refused: `I'm sorry, I can't help with that here. For anything about your move you can reach us at ${phone} or ${email}.`,
      cutOff: `That was more than fits into one answer. Please ask me for the part you need, or call us at ${phone}.`,
      noAnswer: `I'm sorry, I could not find an answer to that. Please ask in other words, or call us at ${phone}.`,
    },
    errorMessage: (code) => errorMessages[code],
    system: (principal, now) => ({
      stable,
      varying: frontDeskVarying({ principal, now, timezone }),
    }),
    tools: toolsFor,
    toolLabel: (tool) => labels.get(tool) ?? 'Working…',
  };
}
