import { readSpan } from '../days/read-span.ts';
import type { Query, Topic } from '../query.ts';
import {
  isOverdue,
  isUnscheduled,
  readAgent,
  readAspect,
  readCategory,
  readLimit,
  readPriority,
  readSender,
  readStatus,
  readTaskStatus,
} from './read-filters.ts';
import { readAssignee, readVendor } from './read-people.ts';
import type { Context } from './understand.ts';

export const directionOf = (topic: Topic): 'past' | 'future' =>
  topic === 'tasks' || topic === 'deadlines' ? 'future' : 'past';

/** The question a request asks on a topic, with every detail it gives that the topic knows. */
export function buildQuery(topic: Topic, text: string, { now, raw }: Context): Query {
  const query: Query = { topic };
  const set = <Key extends keyof Query>(key: Key, value: Query[Key] | undefined): void => {
    if (value !== undefined) query[key] = value as Query[Key];
  };
  const mention = readSpan(text, now, directionOf(topic));
  set('span', mention?.span);
  const undated =
    mention === undefined
      ? text
      : `${text.slice(0, mention.index)} ${text.slice(mention.index + mention.length)}`.trim();
  switch (topic) {
    case 'emails':
      set('status', readMailStatus(text));
      set('category', readCategory(text));
      set('sender', readSender(text));
      set('limit', readLimit(undated));
      if (readAspect(text) === 'reviews') query.aspect = 'reviews';
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
      set('assignee', readAssignee(raw));
      set('limit', readLimit(undated));
      if (
        /\b(?:un-?assigned|nobody'?s|no one'?s|without (?:an )?(?:assignee|owner)|(?:not|nobody is|no one is) assigned|no (?:assignee|owner))\b/.test(
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
      set('agent', readAgent(text));
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
  return query;
}

/** "What did we process" asks about all of it; "waiting for approval" is no state of a mail. */
function readMailStatus(text: string): Query['status'] {
  const plain = text
    .replace(
      /\b(?:waiting|pending) (?:for )?(?:a |an |our |my )?(?:review|approval|decision)s?\b/g,
      ' ',
    )
    .replace(/\bhow (?:is|are|was|were)\b.*\brunning\b/g, ' ');
  return readStatus(plain);
}
