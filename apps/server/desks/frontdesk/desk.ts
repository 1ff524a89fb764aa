import { createClerk } from '@deskbell/clerk';
import { DEFAULT_TURN_LIMITS, type Model } from '@deskbell/engine';
import type { TurnErrorCode } from '@deskbell/protocol';
import type { Logger } from 'pino';
import type { Business } from '../../bookings/business.ts';
import type { Desk } from '../../chat/desk.ts';
import type { Database } from '../../platform/database.ts';
import { createFrontDeskPlaybook } from './playbook/create-front-desk-playbook.ts';
import type { FrontDeskPrincipal } from './principal.ts';
import { frontDeskPrompt, frontDeskVarying } from './prompt.ts';
import { createFrontDeskTools } from './tools/create-front-desk-tools.ts';

/** The customers' assistant: the language models in their order, and the clerk behind them. */
export function createFrontDesk(options: {
  business: Business;
  database: Database;
  languageModels: readonly Model[];
  timezone: string;
  clock: () => Date;
  log: Logger;
}): Desk<FrontDeskPrincipal> {
  const { business, database, timezone, clock, log } = options;
  const { phone, email } = business.profile;
  const clerk = createClerk({
    playbook: createFrontDeskPlaybook({ business }),
    clock,
    timezone,
    onFault: (err) => log.error({ err }, 'The clerk could not follow its playbook'),
  });
  const [first = clerk, ...rest] = [...options.languageModels, clerk];
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
    name: 'frontdesk',
    models: [first, ...rest],
    limits: DEFAULT_TURN_LIMITS,
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
