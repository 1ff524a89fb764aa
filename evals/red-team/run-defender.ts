import type { Model } from '@deskbell/engine';
import type { DeskName } from '../desks/ask.ts';
import type { PartOf } from '../desks/read-cases.ts';
import type { EvalContext } from '../eval-context.ts';
import type { Attack } from './attack.ts';
import { NOTIFIED } from './check-mail.ts';
import type { AttackOutcome } from './finding.ts';
import type { Defender } from './measure-attacks.ts';
import type { ObeyingModel } from './obeying-model.ts';
import { openRedTeam } from './red-team.ts';
import { attackBackOfficeAll, attackFrontDeskAll } from './run-attacks.ts';

/** Somebody is notified, so that it shows who; nobody listens there, so that nothing leaves. */
const NOTIFICATIONS = {
  email: { smtpUrl: 'smtp://127.0.0.1:9', from: 'aubs@totetaxi.example', recipients: [NOTIFIED] },
  webhook: undefined,
};

/**
 * Runs attacks on a world of its own in which the given model answers and reads the attacks' mail;
 * without one the clerk and the rules do. The demonstration's mail is always read by the rules.
 */
export async function runDefender({
  desk,
  attacks,
  context,
  name,
  model,
  obeying,
  byRules,
}: {
  desk: DeskName;
  attacks: readonly PartOf<Attack>[];
  context: EvalContext;
  name: string;
  model?: Model;
  obeying?: ObeyingModel;
  byRules?: readonly AttackOutcome[];
}): Promise<Defender> {
  const answering = obeying ?? model;
  const models = answering === undefined ? [] : [answering];
  const isBackOffice = desk === 'back-office';
  const agent = createSwitch(models);
  const world = await context.openWorld({
    languageModels: models,
    agentModels: agent.models,
    hasMail: isBackOffice,
    backOffice: { notifications: NOTIFICATIONS },
    groundingCheck: 'both',
  });
  try {
    const team = await openRedTeam(world, obeying);
    agent.turnOn();
    try {
      const outcomes = isBackOffice
        ? await attackBackOfficeAll(team, attacks, byRules)
        : await attackFrontDeskAll(team, attacks);
      const partOf = new Map(attacks.map(({ id, part }) => [id, part]));
      return {
        name,
        isOwn: model === undefined,
        outcomes: outcomes.map((one) => ({ ...one, part: partOf.get(one.id) ?? 'dev' })),
      };
    } finally {
      team.close();
    }
  } finally {
    await world.close();
  }
}

/** The same models, not available before they are turned on. */
function createSwitch(models: readonly Model[]): { models: Model[]; turnOn(): void } {
  let isOn = false;
  return {
    models: models.map((model) => ({
      name: model.name,
      provider: model.provider,
      isAvailable: () => isOn && model.isAvailable(),
      stream: (request) => model.stream(request),
    })),
    turnOn: () => {
      isOn = true;
    },
  };
}
