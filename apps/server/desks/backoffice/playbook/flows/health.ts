import { sayCount, sayMoney } from '@deskbell/clerk';
import { number } from '../wording/counts.ts';
import { momentOfTime } from '../wording/days.ts';
import { plainText } from '../wording/quote-text.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';

const HEADLINES = {
  healthy: 'Everything is running as it should.',
  degraded: 'The system is running, but somebody should look at it.',
  unhealthy: 'The system is not healthy.',
} as const;

/** Whether everything runs. */
export const health: Flow = (turn) => {
  const fetched = fetch(turn, 'system_health', {});
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const { model, budget } = value;
  const last = value.last_mail_at === null ? '' : momentOfTime(value.last_mail_at, turn.now);
  const lines = [
    ...value.problems.map((problem) => `- ${plainText(problem, 300)}`),
    `- Database ${value.database}, queue ${value.queue}${value.redis === 'off' ? ', Redis not used' : `, Redis ${value.redis}`}; model ${plainText(model.name, 60)}${model.circuit === 'open' ? ', not reachable for the moment' : ''}.`,
    `- Executions: ${number(value.pending_executions)} pending, ${number(value.running_executions)} running; today ${number(value.completed_today)} completed and ${number(value.failed_today)} failed. ${value.failed_executions === 0 ? 'None has failed without being retried.' : `${sayCount(value.failed_executions, 'execution')} in all ${value.failed_executions === 1 ? 'has' : 'have'} failed and ${value.failed_executions === 1 ? 'was' : 'were'} not retried.`}`,
  ];
  lines.push(last === '' ? '- No mail has come in yet.' : `- The last mail came in ${last}.`);
  if (budget !== null) {
    lines.push(
      `- Spent on language models today: ${sayMoney(budget.spent_usd)} of ${sayMoney(budget.limit_usd)}.`,
    );
  }
  return `${HEADLINES[value.status]}\n\n${lines.join('\n')}`;
};
