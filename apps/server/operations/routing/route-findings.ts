import type { AgentResults } from '../agents/agent.ts';
import type { Email } from '../mail/email.ts';
import type { OperationsSettings } from '../settings.ts';
import type { AgentName } from '../tables.ts';
import type { ProposedAction, Risk, Routing } from './action.ts';
import { proposeEvents } from './propose-events.ts';
import { labelOf, proposeNotification } from './propose-notification.ts';
import { proposeTasks } from './propose-tasks.ts';
import { reviewReasons } from './review-reasons.ts';

/** What is assumed when the context agent, which judges the risk, has failed. */
const UNKNOWN_RISK: Risk = 'medium';

/**
 * Decides what is to be done about one mail. Pure: the same findings give the same actions under
 * the same keys, and nothing but this code proposes any.
 */
export function routeFindings({
  email,
  results,
  failedAgents,
  settings,
}: {
  email: Pick<Email, 'id' | 'envelope'>;
  results: AgentResults;
  failedAgents: readonly AgentName[];
  settings: Pick<OperationsSettings, 'timezone' | 'publicUrl' | 'reviewBelowConfidence'>;
}): Routing {
  const { subject, sender } = labelOf(email);
  const risk = results.context?.findings.risk ?? UNKNOWN_RISK;
  const tasks = proposeTasks(results.task?.findings.tasks ?? []);
  const events = proposeEvents({
    deadlines: results.deadline?.findings.deadlines ?? [],
    timezone: settings.timezone,
    subject,
    sender,
  });
  const confidence = confidenceOf({ results, tasks, events });
  const gate = (isAnythingProposed: boolean) =>
    reviewReasons({
      results,
      failedAgents,
      confidence,
      reviewBelowConfidence: settings.reviewBelowConfidence,
      isAnythingProposed,
      risk,
    });
  const found = [...tasks, ...events];
  // The notification names the reasons, and being one more action may itself be one.
  const notification = proposeNotification({
    email,
    results,
    risk,
    reviewReasons: gate(true),
    publicUrl: settings.publicUrl,
    counts: { tasks: tasks.length, events: events.length },
  });
  const proposed: ProposedAction[] = [...found, ...notification];
  const reasons = gate(proposed.length > 0);
  return {
    actions:
      reasons.length === 0
        ? proposed
        : [...proposed, { kind: 'human_review', actionKey: 'review', payload: { reasons } }],
    confidence,
    risk,
    reviewReasons: reasons,
  };
}

/**
 * The least confidence among triage, whose judgement everything rests on, and the agents whose
 * findings lead to an action: task with tasks, deadline with events, vision when an event is the
 * payment of an invoice it read. An agent that found nothing has no say, however unsure it is.
 */
function confidenceOf({
  results,
  tasks,
  events,
}: {
  results: AgentResults;
  tasks: readonly unknown[];
  events: readonly { payload: { type: string } }[];
}): number {
  const { triage, vision, deadline, task } = results;
  const isInvoicePaid =
    vision?.findings.invoice_data != null &&
    events.some(({ payload }) => payload.type === 'payment');
  const shares = [
    triage?.confidence ?? 0,
    ...(tasks.length > 0 ? [task?.confidence ?? 0] : []),
    ...(events.length > 0 ? [deadline?.confidence ?? 0] : []),
    ...(isInvoicePaid ? [vision?.confidence ?? 0] : []),
  ];
  const least = Math.min(...shares);
  return Number.isFinite(least) ? Math.max(0, Math.min(1, least)) : 0;
}
