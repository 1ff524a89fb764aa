import { type LocalTime, sayCount } from '@deskbell/clerk';
import type { GetExecutionResult } from '../../tools/tool-results.ts';
import { duration, percent } from '../wording/counts.ts';
import { saidMoment } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { sayError } from '../wording/reasons.ts';
import { reasonOf } from '../wording/rows.ts';

/** Why an execution failed, and which agents had trouble. */
export function sayFailure(run: GetExecutionResult, { today }: LocalTime): string {
  const named = `The execution of ${quoted(run.subject)} ${run.ref}`;
  const troubled = run.agents
    .filter(({ status, error_code }) => status === 'failed' || error_code !== null)
    .map(
      ({ agent, error_code }) =>
        `${agent}${error_code === null ? '' : ` (${sayError(error_code)})`}`,
    );
  const agents = troubled.length === 0 ? '' : ` Agents that had trouble: ${troubled.join(', ')}.`;
  if (run.status !== 'failed') {
    const before = reasonOf(run.error_message, run.error_code);
    return `${named} has not failed: it is ${run.status}.${before === '' ? '' : ` It says: ${before}.`}${agents}`;
  }
  const reason = reasonOf(run.error_message, run.error_code);
  return `${named} failed${reason === '' ? '; no reason is recorded' : `: ${reason}`}. It came in ${saidMoment(run.accepted_local, today)} and was tried ${run.attempts === 1 ? 'once' : sayCount(run.attempts, 'time')}.${agents}`;
}

const ACTIONS: Readonly<Record<GetExecutionResult['actions'][number]['kind'], string>> = {
  create_task: 'task',
  schedule_event: 'deadline',
  send_notification: 'notification',
  human_review: "a person's decision",
};
const STATES: Readonly<Record<GetExecutionResult['actions'][number]['status'], string>> = {
  pending_review: 'waits for the review',
  executed: 'done',
  rejected: 'rejected',
};

/** What each agent and the routing did with a mail. */
export function sayRun(run: GetExecutionResult, _now: LocalTime): string {
  const agents = run.agents.map(
    ({ agent, status, confidence, execution_time_ms, model_used, error_code }) =>
      `- ${agent}: ${[
        status,
        confidence === null ? '' : `confidence ${percent(confidence)}`,
        duration(execution_time_ms),
        plainText(model_used, 60),
        error_code === null ? '' : sayError(error_code),
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
  );
  const actions = run.actions.map(
    ({ kind, status, title }) =>
      `- ${ACTIONS[kind]}${plainText(title) === '' ? '' : ` ${quoted(title)}`}: ${STATES[status]}`,
  );
  const head = `The execution ${run.ref} ${run.status === 'failed' ? 'has failed' : `is ${run.status}`}`;
  const parts = [
    agents.length === 0
      ? `${head}; no agent has run on it.`
      : `${head}. Its agents:\n${agents.join('\n')}`,
  ];
  if (actions.length > 0) parts.push(`Its actions:\n${actions.join('\n')}`);
  return parts.join('\n\n');
}
