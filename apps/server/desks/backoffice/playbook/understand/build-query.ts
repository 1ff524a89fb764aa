import { readSpan } from '../days/read-span.ts';
import type { Query, Topic } from '../query.ts';
import { directionOf } from './direction.ts';
import { isToAddress } from './read-cannot.ts';
import {
  isHighRisk,
  isOverdue,
  isUnscheduled,
  readAgents,
  readAspect,
  readAttachments,
  readCategories,
  readCategory,
  readDayOf,
  readLimit,
  readPlace,
  readPriority,
  readReviewStatus,
  readSender,
  readStatus,
  readTaskStatus,
} from './read-filters.ts';
import { readAssignee, readAssignees, readVendor } from './read-people.ts';
import type { Context } from './understand.ts';

/** The question a request asks on a topic, with every detail it gives that the topic knows. */
export function buildQuery(topic: Topic, text: string, { now, raw }: Context): Query {
  const query: Query = { topic };
  const set = <Key extends keyof Query>(key: Key, value: Query[Key] | undefined): void => {
    if (value !== undefined) query[key] = value as Query[Key];
  };
  const dayOf = topic === 'tasks' ? readDayOf(text) : undefined;
  const isLate = (topic === 'tasks' || topic === 'deadlines') && isOverdue(text);
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
    case 'emails':
      set('status', readMailStatus(text));
      set('category', readCategory(text));
      if (!isToAddress(text)) set('sender', readSender(text));
      set('limit', readLimit(undated));
      if (isHighRisk(text)) query.isHighRisk = true;
      set('hasAttachments', readAttachments(text));
      break;
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
      if (
        /\b(?:un-?assigned|nobody'?s|no one'?s|(?:nobody|no one|no-one) (?:has|owns|is on|took|picked up)|(?:have|has|with) (?:nobody|no one|no-one)(?: on (?:them|it))?|that have nobody|unowned|ownerless|up for grabs|without (?:an )?(?:assignee|owner)|(?:not|nobody is|no one is) assigned(?! to)|no (?:assignee|owner))\b/.test(
          text,
        )
      ) {
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
      if (isOverdue(text)) query.isOverdue = true;
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
  if (topic === 'tasks' && query.assignee !== undefined) {
    return readAssignees(text, context.raw).map((assignee) => ({ ...query, assignee }));
  }
  const vendors =
    query.vendor?.split(
      /,? (?:or|vs\.?|versus|against|(?<=^.{0,50})and(?= .{0,50}$)) (?:the )?| (?:compared )?(?:to|with) /,
    ) ?? [];
  if (vendors.length > 1 && vendors.length < 4) {
    return vendors.map((vendor) => ({ ...query, vendor: vendor.trim() }));
  }
  if (topic === 'emails' || topic === 'executions') {
    const categories = readCategories(text);
    if (categories.length > 1) return categories.map((category) => ({ ...query, category }));
  }
  if (topic === 'agents') {
    const agents = readAgents(text);
    // All five at once are asked for in one call.
    if (agents.length > 1 && agents.length < 4) return agents.map((agent) => ({ ...query, agent }));
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
