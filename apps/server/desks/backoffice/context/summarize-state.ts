import type { Health } from '../../../health/health.ts';
import type { AgentStatistics } from '../../../operations/statistics/read-agent-statistics.ts';
import type { PeriodStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { PressingItem, State } from './read-state.ts';

const CODE = /^[a-z\d_]{1,40}$/;
const MOST_FAILURE_CODES = 5;

/**
 * The state in some 2,000 characters, for a language model: our own words, numbers, days, codes and
 * refs, and nothing that came with a mail, be it a subject, a name or an address. Equal states give
 * equal text.
 */
export function summarizeState({
  state,
  agents,
  health,
}: {
  state: State;
  agents: readonly AgentStatistics[];
  health: Health;
}): string {
  const { emails, open, week } = state;
  const lines = [
    `E-mails today: ${said(emails.today)}.`,
    `E-mails of the last 7 days, today included: ${said(emails.last7Days)}.`,
    `E-mails in all: ${emails.all.mails}.`,
    ...failures(emails.last7Days),
    `Executions now: ${open.pendingExecutions} pending, ${open.runningExecutions} running, ${open.failedExecutions} failed (of all time, not retried).`,
    `Reviews that wait for a person: ${open.pendingReviews}.`,
    `Open tasks by priority: ${open.openTasks.urgent} urgent, ${open.openTasks.high} high, ${open.openTasks.medium} medium, ${open.openTasks.low} low.`,
    `Open tasks by due date: ${open.overdueTasks} overdue, ${open.tasksDueToday} due today, ${state.tasksDueThisWeek} due this week (${week.monday} to ${week.sunday}).`,
    `Deadlines: ${open.comingDeadlines} to come, ${open.comingDeadlinesNext7Days} of them in the next 7 days; ${open.overdueDeadlines} passed without being done.`,
    `Items that need attention (failed executions, reviews, overdue tasks, other urgent or high tasks): ${open.attentionItems}.`,
    'Agents in the last 30 days:',
    ...agents.map(agentLine),
    `Health: database ${health.database}, queue ${health.queue ?? 'off'}, redis ${health.redis}, first language model ${health.model.circuit === 'open' ? 'not reachable' : 'reachable'}.`,
    ...(state.pressing.length === 0
      ? []
      : ['Needs attention first:', ...state.pressing.map(pressingLine)]),
  ];
  return lines.join('\n');
}

function said({ mails, executions, tasksCreated, eventsScheduled }: PeriodStatistics): string {
  const statuses = Object.entries(executions)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  if (statuses.length === 0) return '0';
  return `${mails} (${statuses.join(', ')}; ${tasksCreated} tasks and ${eventsScheduled} events made of them)`;
}

function failures({ failures }: PeriodStatistics): string[] {
  if (failures.length === 0) return [];
  const listed = failures
    .slice(0, MOST_FAILURE_CODES)
    .map(({ code, executions }) => `${executions} ${ownCode(code)}`);
  const rest = failures.length > MOST_FAILURE_CODES ? ', and others' : '';
  return [`Failures of the last 7 days by code: ${listed.join(', ')}${rest}.`];
}

function agentLine(agent: AgentStatistics): string {
  const { runs, averageTimeMs, averageConfidence } = agent;
  if (runs === 0) return `- ${agent.agent}: 0 runs`;
  const time = averageTimeMs === null ? '' : `, ${Math.round(averageTimeMs)} ms on average`;
  const confidence =
    averageConfidence === null ? '' : `, confidence ${averageConfidence.toFixed(2)}`;
  return `- ${agent.agent}: ${runs} runs, ${agent.failures} failed${time}${confidence}`;
}

function pressingLine({ kind, ref, email_ref, code, day }: PressingItem): string {
  switch (kind) {
    case 'failed_execution':
      return `- failed execution ${ref} of ${email_ref}, mail of ${day}: ${ownCode(code)}`;
    case 'review':
      return `- review of ${ref} (${email_ref}), since ${day}: risk ${ownCode(code)}`;
    case 'task':
      return `- ${ownCode(code)} task ${ref} of ${email_ref}, ${day === null ? 'without a due date' : `due ${day}`}`;
  }
}

/** Codes are ours; whatever does not look like one is not told. */
function ownCode(code: string): string {
  return CODE.test(code) ? code : 'other';
}
