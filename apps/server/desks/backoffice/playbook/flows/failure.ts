import type { LocalTime } from '@deskbell/clerk';
import type { GetExecutionResult } from '../../tools/tool-results.ts';
import { count, duration, percent } from '../wording/counts.ts';
import { localMoment } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { reasonOf } from '../wording/rows.ts';

/** Why an execution failed, and which agents had trouble. */
export function sayFailure(run: GetExecutionResult, { today }: LocalTime): string {
  const named = `The execution of ${quoted(run.subject)} ${run.ref}`;
  const troubled = run.agents
    .filter(({ status, error_code }) => status === 'failed' || error_code !== null)
    .map(
      ({ agent, error_code }) =>
        `${agent}${error_code === null ? '' : ` (${error_code.replaceAll('_', ' ')})`}`,
    );
  const agents = troubled.length === 0 ? '' : ` Agents that had trouble: ${troubled.join(', ')}.`;
  if (run.status !== 'failed') {
    const before = reasonOf(run.error_message, run.error_code);
    return `${named} has not failed: it is ${run.status}.${before === '' ? '' : ` It says: ${before}.`}${agents}`;
  }
  const reason = reasonOf(run.error_message, run.error_code);
  const code = run.error_code === null ? '' : ` (${run.error_code.replaceAll('_', ' ')})`;
  return `${named} failed${reason === '' ? '; no reason is recorded' : `: ${reason}${run.error_message === null ? '' : code}`}. It came in ${localMoment(run.accepted_local, today)} and was tried ${run.attempts === 1 ? 'once' : count(run.attempts, 'time')}.${agents}`;
}

/** What each agent and the routing did with a mail. */
export function sayRun(run: GetExecutionResult, _now: LocalTime): string {
  const agents = run.agents.map(
    ({ agent, status, confidence, execution_time_ms, model_used, error_code }) =>
      `- ${agent}: ${[
        status,
        confidence === null ? '' : `confidence ${percent(confidence)}`,
        duration(execution_time_ms),
        plainText(model_used, 60),
        error_code?.replaceAll('_', ' ') ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
  );
  const actions = run.actions.map(
    ({ kind, status, title }) =>
      `- ${kind.replaceAll('_', ' ')} ${quoted(title, '(no title)')}, ${status.replaceAll('_', ' ')}`,
  );
  const head = `The execution ${run.ref} is ${run.status}`;
  const parts = [
    agents.length === 0
      ? `${head}; no agent has run on it.`
      : `${head}. Its agents:\n${agents.join('\n')}`,
  ];
  if (actions.length > 0) parts.push(`Its actions:\n${actions.join('\n')}`);
  return parts.join('\n\n');
}
