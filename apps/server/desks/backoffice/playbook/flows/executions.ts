import type { ListExecutionsResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { breakdown, number, total } from '../wording/counts.ts';
import { afterIn, saySpan } from '../wording/days.ts';
import { sayError } from '../wording/reasons.ts';
import { executionRow, listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';

/** What the pipeline did with mail; of failed ones also why. */
export const executions: Flow = (turn, query, room) => {
  const fetched = fetch(turn, 'list_executions', {
    ...daysOf(query.span),
    status: query.status,
    category: query.category,
    limit: query.limit ?? room.rows,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  return listing(sayExecutions(turn, query, fetched.value), {
    rows: fetched.value.executions.map((execution) => executionRow(execution, turn.now)),
    list: fetched.value,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};

function sayExecutions({ now }: Turn, query: Query, result: ListExecutionsResult): string {
  const { status, category, span } = query;
  const kind = [status, category, 'execution'].filter((word) => word !== undefined).join(' ');
  const days = saySpan(span, now.today);
  const behind = days === '' ? '' : ` of mail that came in${afterIn(days)}`;
  if (result.total === 0) return `There are no ${kind}s${behind}.`;
  const verb = result.total === 1 && !result.is_more_than_total ? 'is' : 'are';
  const states =
    status === undefined && category === undefined ? `: ${breakdown(result.by_status)}` : '';
  return `There ${verb} ${total(result, kind)}${behind}${states}.${sayReasons(query, result)}`;
}

function sayReasons(
  { status, category, aspect, cursor }: Query,
  { failures }: ListExecutionsResult,
): string {
  if (
    (status !== 'failed' && aspect !== 'reasons') ||
    category !== undefined ||
    cursor !== undefined
  ) {
    return '';
  }
  if (failures.length === 0) return '';
  const said = failures
    .slice(0, 5)
    .map(({ code, executions: times }) => `${sayError(code)} (${number(times)})`);
  return failures.length === 1
    ? ` The reason: ${said[0]}.`
    : ` The reasons, most frequent first: ${said.join(', ')}.`;
}
