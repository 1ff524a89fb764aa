import { createClerk } from '@deskbell/clerk';
import { DEFAULT_TURN_LIMITS, type Model } from '@deskbell/engine';
import type { TurnErrorCode } from '@deskbell/protocol';
import type { Logger } from 'pino';
import type { Desk } from '../../chat/desk.ts';
import type { ReadHealth } from '../../health/health.ts';
import type { Database } from '../../platform/database.ts';
import type { StaffMember } from '../../platform/sign-in/staff-access.ts';
import type { GroundingObserver } from '../grounding/grounding-observer.ts';
import { withGroundedText } from '../grounding/with-grounded-text.ts';
import { withCheckedCitations } from './citations/with-checked-citations.ts';
import type { OperationalContext } from './context/operational-context.ts';
import { createBackOfficePlaybook } from './playbook/create-back-office-playbook.ts';
import { BACK_OFFICE_PROMPT, backOfficeVarying } from './prompt.ts';
import { BACK_OFFICE } from './session-owner.ts';
import { createBackOfficeTools } from './tools/create-back-office-tools.ts';
import { withLatestTurns } from './with-latest-turns.ts';

/** Lists of records are longer than what customers are told. */
const MAX_OUTPUT_TOKENS = 2_048;
/** The clerk goes back so far for "the second task". */
const HISTORY_TURNS = 8;
/** Language models pay by the word, and lists that tools gave are long. */
const TURNS_OF_LANGUAGE_MODELS = 4;

const errorMessages: Record<TurnErrorCode, string> = {
  model_unavailable: 'The assistant is not available right now. Please try again in a moment.',
  timeout:
    'That took too long and was stopped. Please try again, or ask for less, such as a single day.',
  interrupted: 'The connection to the assistant was interrupted. Please try again.',
  internal: 'Something went wrong on the server; its log says what. Please try again.',
};

/** AUBS: the language models in their order, and the clerk behind them. */
export function createBackOfficeDesk({
  database,
  languageModels,
  timezone,
  context,
  health,
  leadership,
  ownDomains,
  isGrounded,
  observer,
  clock,
  log,
}: {
  database: Database;
  languageModels: readonly Model[];
  /** Of the business; an IANA name. */
  timezone: string;
  context: Pick<OperationalContext, 'summary'>;
  health: ReadHealth;
  /** Addresses or domains, lower case, whose deadlines come first. */
  leadership: readonly string[];
  /** The business's, lower case. */
  ownDomains: readonly string[];
  /** Whether amounts that language models say are compared with tools and summary. */
  isGrounded: boolean;
  observer: GroundingObserver | undefined;
  clock: () => Date;
  log: Logger;
}): Desk<StaffMember> {
  const clerk = createClerk({
    playbook: createBackOfficePlaybook(),
    clock,
    timezone,
    onFault: (err) => log.error({ err }, 'The clerk could not follow its playbook'),
  });
  const grounded = (model: Model) =>
    withGroundedText(model, {
      // States and days here are those of mails and tasks, which citations stand for.
      kinds: ['money'],
      facts: 'varying',
      offer: 'I could not find that in the records; please ask me to look it up.',
      onUnfounded: ({ model, kinds }) => {
        log.warn(
          { desk: BACK_OFFICE, model, kinds },
          'An answer said what no tool and no fact says',
        );
        for (const kind of kinds) observer?.onUnfoundedClaim({ desk: BACK_OFFICE, kind });
      },
      clock,
      timezone,
    });
  const checkedClerk = withCheckedCitations(clerk);
  const [first = checkedClerk, ...rest] = [
    ...languageModels
      .map((model) => withLatestTurns(model, TURNS_OF_LANGUAGE_MODELS))
      .map((model) => withCheckedCitations(isGrounded ? grounded(model) : model)),
    checkedClerk,
  ];
  const tools = createBackOfficeTools({ database, timezone, leadership, ownDomains, health });
  const labels = new Map(tools.map(({ name, label }) => [name, label]));

  return {
    name: BACK_OFFICE,
    models: [first, ...rest],
    limits: { ...DEFAULT_TURN_LIMITS, maxOutputTokens: MAX_OUTPUT_TOKENS },
    historyTurns: HISTORY_TURNS,
    wording: {
      refused:
        'I cannot help with that. I can tell you about e-mails, executions, tasks and deadlines.',
      cutOff:
        'That was more than fits into one answer. Please ask for a part of it, such as one day.',
      noAnswer: 'I could not find an answer to that. Please ask in other words.',
    },
    errorMessage: (code) => errorMessages[code],
    async system(member, now) {
      // The clerk reads no prompt: its answers come from the tools alone.
      const isRead = languageModels.some((model) => model.isAvailable());
      const summary = isRead ? await context.summary() : undefined;
      const varying = backOfficeVarying({ member, now, timezone, summary });
      return { stable: BACK_OFFICE_PROMPT, varying };
    },
    tools: () => tools,
    toolLabel: (tool) => labels.get(tool) ?? 'Working…',
  };
}
