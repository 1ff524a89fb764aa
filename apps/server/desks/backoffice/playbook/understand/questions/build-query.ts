import type { LocalTime } from '@deskbell/clerk';
import { readSpan, type SpanMention } from '../../days/read-span.ts';
import type { Query, Topic } from '../../query.ts';
import type { Context } from '../request.ts';
import { directionOf } from '../slots/direction.ts';
import { readPlace } from '../slots/read-filters.ts';
import { isOverdue, readDayOf } from '../slots/read-task-status.ts';
import { DETAILS } from './details.ts';

/** The question a request asks on a topic, with every detail it gives that the topic knows. */
export function buildQuery(
  topic: Topic,
  text: string,
  { now, raw, last }: Context & { last?: Query },
): Query {
  // What the question was about that this one changes: days of what is made are past.
  const was = last?.topic === topic ? last : undefined;
  const dayOf = topic === 'tasks' ? (readDayOf(text) ?? keptDayOf(text, was)) : undefined;
  const mention = readDays(topic, text, { now, was, dayOf });
  const undated =
    mention === undefined
      ? text
      : `${text.slice(0, mention.index)} ${text.slice(mention.index + mention.length)}`.trim();
  const span = mention?.span;
  const details = DETAILS[topic]?.({ text, undated, raw, span, dayOf }) ?? {};
  return withPlace({ topic, ...(span === undefined ? {} : { span }), ...details }, undated);
}

/** Days of what is late or was made lie behind, those of what is due ahead. */
function readDays(
  topic: Topic,
  text: string,
  {
    now,
    was,
    dayOf,
  }: { now: LocalTime; was: Query | undefined; dayOf: Query['dayOf'] | undefined },
): SpanMention | undefined {
  const isLate =
    (topic === 'tasks' && isOverdue(text)) ||
    (topic === 'deadlines' && (isOverdue(text) || was?.isOverdue === true));
  const direction = directionOf({
    topic,
    ...(dayOf === undefined ? {} : { dayOf }),
    ...(isLate ? { isOverdue: true as const } : {}),
  });
  return readSpan(text, now, direction);
}

const keptDayOf = (text: string, was: Query | undefined): Query['dayOf'] =>
  /\bdue\b/.test(text) ? undefined : was?.dayOf;

/** "The third task": so many are listed, and which one is meant is said. */
function withPlace(query: Query, undated: string): Query {
  const place = readPlace(undated);
  if (place === undefined) return query;
  const note = `Number ${place} of these is the one you asked for, if there are as many.`;
  return { ...query, limit: place, notes: [note] };
}
