import { readSpan } from '../days/read-span.ts';
import type { Query, Topic } from '../query.ts';
import { quoted } from '../wording/quote-text.ts';
import { meantName } from './normalize/first-names.ts';
import { LEFT_OUT_KINDS, readLeftOut } from './normalize/left-out.ts';
import { directionOf } from './slots/direction.ts';
import { readAgents } from './slots/read-agents.ts';
import { isToAddress } from './slots/read-cannot.ts';
import { NOT_COMPLETED, readStatus } from './slots/read-execution-status.ts';
import {
  isHighRisk,
  readAspect,
  readAttachments,
  readCategories,
  readCategory,
  readLimit,
  readPlace,
  readPriority,
  readRisk,
  readSender,
} from './slots/read-filters.ts';
import { readAssignee, readAssignees, readVendor } from './slots/read-people.ts';
import { readReviewStatus } from './slots/read-review-status.ts';
import { isOverdue, isUnscheduled, readDayOf, readTaskStatus } from './slots/read-task-status.ts';
import { isUnassigned } from './slots/unassigned.ts';
import type { Context } from './understand.ts';

/** The question a request asks on a topic, with every detail it gives that the topic knows. */
export function buildQuery(
  topic: Topic,
  text: string,
  { now, raw, last }: Context & { last?: Query },
): Query {
  const query: Query = { topic };
  const set = <Key extends keyof Query>(key: Key, value: Query[Key] | undefined): void => {
    if (value !== undefined) query[key] = value as Query[Key];
  };
  // What the question was about that this one changes: days of what is made are past.
  const was = last?.topic === topic ? last : undefined;
  const dayOf = topic === 'tasks' ? (readDayOf(text) ?? keptDayOf(text, was)) : undefined;
  const isLate =
    topic === 'tasks'
      ? isOverdue(text)
      : topic === 'deadlines' && (isOverdue(text) || was?.isOverdue === true);
  const mention = readSpan(
    text,
    now,
    directionOf({
      topic,
      ...(dayOf === undefined ? {} : { dayOf }),
      ...(isLate ? { isOverdue: true as const } : {}),
    }),
  );
  set('span', mention?.span);
  const undated =
    mention === undefined
      ? text
      : `${text.slice(0, mention.index)} ${text.slice(mention.index + mention.length)}`.trim();
  switch (topic) {
    case 'emails': {
      const without = readLeftOut(text);
      if (without.length > 0) query.without = without;
      set('status', readMailStatus(text));
      set('category', readCategory(text.replace(LEFT_OUT_KINDS, ' ')));
      if (!isToAddress(text)) set('sender', readSender(text));
      set('limit', readLimit(undated));
      if (isHighRisk(text)) query.isHighRisk = true;
      if (query.isHighRisk && asksForRiskiest(text)) query.isRiskiest = true;
      set('hasAttachments', readAttachments(text));
      break;
    }
    case 'executions':
      set('status', readMailStatus(text));
      set('category', readCategory(text));
      set('limit', readLimit(undated));
      if (readAspect(text) === 'reasons') {
        query.aspect = 'reasons';
        query.status ??= 'failed';
      }
      break;
    case 'tasks':
      set('priority', readPriority(text));
      set('taskStatus', readTaskStatus(text));
      if (dayOf !== undefined && query.span !== undefined) {
        query.dayOf = dayOf;
        if (dayOf === 'created') query.taskStatus ??= 'all';
      }
      set('assignee', readAssignee(text, raw));
      set('limit', readLimit(undated));
      if (isUnassigned(text)) {
        query.isUnassigned = true;
        delete query.assignee;
      }
      if (isUnscheduled(text)) query.isUnscheduled = true;
      else if (isOverdue(text)) query.isOverdue = true;
      if (
        /\b(?:my tasks|assigned to me|(?:do|must|should) i (?:have|need)|my to-?dos?|my plate|my list|am i)\b/.test(
          text,
        )
      ) {
        query.isMine = true;
      }
      break;
    case 'deadlines':
      set('limit', readLimit(undated));
      set('deadlineType', readDeadlineType(text));
      if (isOverdue(text)) query.isOverdue = true;
      break;
    case 'reviews':
      set('risk', readRisk(text));
      break;
    case 'agents':
      set('agent', only(readAgents(text)));
      set('aspect', readAspect(text));
      break;
    case 'vendors': {
      set('vendor', readVendor(undated, raw));
      set('aspect', readAspect(text));
      set('limit', readLimit(undated));
      break;
    }
    default:
      break;
  }
  const place = readPlace(undated);
  if (place !== undefined) {
    query.limit = place;
    query.notes = [`Number ${place} of these is the one you asked for, if there are as many.`];
  }
  return query;
}

/** "Which mail has the highest risk?", not "which are of the highest risk". */
const asksForRiskiest = (text: string): boolean =>
  /\b(?:which|what|the|a|our) (?:single |one )?(?:e-?mail|mail|message)\b|\bwhich (?:one )?of (?:our|the|all|these|those) (?:[a-z]+ )?(?:e-?mails|mails|messages)\b/.test(
    text,
  ) &&
  /\b(?:riskiest|(?:highest|greatest|biggest|worst|most) (?:risks?|risky|dangerous|suspicious)|most (?:risky|dangerous|suspicious|fraudulent))\b/.test(
    text,
  );

const keptDayOf = (text: string, was: Query | undefined): Query['dayOf'] =>
  /\bdue\b/.test(text) ? undefined : was?.dayOf;

export const readDeadlineType = (text: string): Query['deadlineType'] =>
  /\b(?:pay|paid|payments?|payable|invoices?|bills?|owe|money|amounts?)\b/.test(text)
    ? 'payment'
    : /\b(?:deliver\w*|shipments?)\b/.test(text)
      ? 'delivery'
      : undefined;

/** One value is a filter; of several each is asked for by itself. */
const only = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

/** The questions a request asks on a topic: several where it names several of what a tool takes one. */
export function buildQueries(topic: Topic, text: string, context: Context): Query[] {
  const query = buildQuery(topic, text, context);
  if (topic === 'reviews') {
    const statuses = readReviewStatus(text);
    return statuses.length === 0
      ? [query]
      : statuses.map((reviewStatus) => ({ ...query, reviewStatus }));
  }
  if (topic === 'tasks' && /\bby state\b/.test(text)) {
    const states = ['open', 'done', 'cancelled'] as const;
    return states.map((taskStatus) => ({ ...query, taskStatus }));
  }
  if (topic === 'tasks' && query.assignee !== undefined) {
    return readAssignees(text, context.raw).map((written) => {
      const assignee = meantName(written);
      return assignee === undefined
        ? { ...query, assignee: written }
        : { ...query, assignee, notes: [`I took ${quoted(written)} for ${assignee}.`] };
    });
  }
  const vendors =
    query.vendor?.split(
      /,? (?:or|vs\.?|versus|against|(?<=^.{0,50})and(?= .{0,50}$)) (?:the )?| (?:compared )?(?:to|with) /,
    ) ?? [];
  if (vendors.length > 1 && vendors.length < 4) {
    return vendors.map((vendor) => ({ ...query, vendor: vendor.trim() }));
  }
  if (topic === 'emails' || topic === 'executions') {
    const categories = readCategories(text.replace(LEFT_OUT_KINDS, ' '));
    if (categories.length > 1) return categories.map((category) => ({ ...query, category }));
  }
  if (topic === 'agents') {
    const agents = readAgents(text);
    // All five at once are asked for in one call.
    if (agents.length > 1 && agents.length < 4) return agents.map((agent) => ({ ...query, agent }));
  }
  if (
    (topic === 'emails' || topic === 'executions') &&
    query.status === undefined &&
    NOT_COMPLETED.test(text)
  ) {
    const statuses = ['failed', 'running', 'pending'] as const;
    return statuses.map((status) => ({ ...query, status }));
  }
  const isUnfinished =
    (topic === 'emails' || topic === 'executions') &&
    query.status === undefined &&
    /\b(?:still|currently|now|being|be) process(?:ing|ed)\b|\bin process(?:ing)?\b|\b(?:unfinished|not (?:yet )?(?:finished|done|completed))\b/.test(
      text,
    );
  return isUnfinished
    ? [
        { ...query, status: 'running' },
        { ...query, status: 'pending' },
      ]
    : [query];
}

/** "What did we process" asks about all of it; "waiting for approval" is no state of a mail. */
function readMailStatus(text: string): Query['status'] {
  const plain = text
    .replace(
      /\b(?:waiting|pending) (?:for )?(?:a |an |our |my )?(?:review|approval|decision)s?\b/g,
      ' ',
    )
    .replace(/\bhow (?:is|are|was|were)\b.*\brunning\b/g, ' ')
    .replace(/\b(?:success|failure|error|completion) rates?\b/g, ' ');
  return readStatus(plain);
}
