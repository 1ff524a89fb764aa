import type { Query, Topic } from '../../query.ts';
import { quoted } from '../../wording/quote-text.ts';
import { meantName } from '../normalize/first-names.ts';
import { LEFT_OUT_KINDS } from '../normalize/left-out.ts';
import type { Context } from '../request.ts';
import { readAgents } from '../slots/read-agents.ts';
import { NOT_COMPLETED } from '../slots/read-execution-status.ts';
import { readCategories } from '../slots/read-filters.ts';
import { readAssignees } from '../slots/read-people.ts';
import { readReviewStatus } from '../slots/read-review-status.ts';
import { buildQuery } from './build-query.ts';

/** A topic's question as the several that a request makes of it; undefined where it makes one. */
type Split = (query: Query, text: string, raw: string) => Query[] | undefined;

/** More of them are asked for in one question of all. */
const MOST_AT_ONCE = 3;
const BETWEEN_VENDORS =
  /,? (?:or|vs\.?|versus|against|(?<=^.{0,50})and(?= .{0,50}$)) (?:the )?| (?:compared )?(?:to|with) /;
const UNFINISHED =
  /\b(?:still|currently|now|being|be) process(?:ing|ed)\b|\bin process(?:ing)?\b|\b(?:unfinished|not (?:yet )?(?:finished|done|completed))\b/;

const SPLITS: Partial<Record<Topic, Split>> = {
  reviews: byReviewStatus,
  tasks: (query, text, raw) => byTaskStatus(query, text) ?? byAssignee(query, text, raw),
  vendors: byVendor,
  emails: (query, text) => byCategory(query, text) ?? byStatus(query, text),
  executions: (query, text) => byCategory(query, text) ?? byStatus(query, text),
  agents: byAgent,
};

/** The questions a request asks on a topic: several where it names several of what a tool takes one. */
export function buildQueries(topic: Topic, text: string, context: Context): Query[] {
  const query = buildQuery(topic, text, context);
  return SPLITS[topic]?.(query, text, context.raw) ?? [query];
}

function byReviewStatus(query: Query, text: string): Query[] | undefined {
  const statuses = readReviewStatus(text);
  return statuses.length === 0
    ? undefined
    : statuses.map((reviewStatus) => ({ ...query, reviewStatus }));
}

function byTaskStatus(query: Query, text: string): Query[] | undefined {
  if (!/\bby state\b/.test(text)) return undefined;
  const states = ['open', 'done', 'cancelled'] as const;
  return states.map((taskStatus) => ({ ...query, taskStatus }));
}

function byAssignee(query: Query, text: string, raw: string): Query[] | undefined {
  if (query.assignee === undefined) return undefined;
  return readAssignees(text, raw).map((written) => {
    const assignee = meantName(written);
    return assignee === undefined
      ? { ...query, assignee: written }
      : { ...query, assignee, notes: [`I took ${quoted(written)} for ${assignee}.`] };
  });
}

function byVendor(query: Query): Query[] | undefined {
  const vendors = query.vendor?.split(BETWEEN_VENDORS) ?? [];
  return isSeveral(vendors)
    ? vendors.map((vendor) => ({ ...query, vendor: vendor.trim() }))
    : undefined;
}

function byAgent(query: Query, text: string): Query[] | undefined {
  const agents = readAgents(text);
  return isSeveral(agents) ? agents.map((agent) => ({ ...query, agent })) : undefined;
}

const isSeveral = ({ length }: readonly unknown[]): boolean => length > 1 && length <= MOST_AT_ONCE;

function byCategory(query: Query, text: string): Query[] | undefined {
  const categories = readCategories(text.replace(LEFT_OUT_KINDS, ' '));
  return categories.length > 1 ? categories.map((category) => ({ ...query, category })) : undefined;
}

/** A tool takes one status: "not completed" are three of them, "in process" two. */
function byStatus(query: Query, text: string): Query[] | undefined {
  if (query.status !== undefined) return undefined;
  if (NOT_COMPLETED.test(text)) return withStatuses(query, ['failed', 'running', 'pending']);
  return UNFINISHED.test(text) ? withStatuses(query, ['running', 'pending']) : undefined;
}

const withStatuses = (query: Query, statuses: readonly NonNullable<Query['status']>[]): Query[] =>
  statuses.map((status) => ({ ...query, status }));
