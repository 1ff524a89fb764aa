import type { GetEmailResult, GetExecutionResult } from '../../tools/tool-results.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { decisionOf } from '../wording/review-row.ts';
import { findAmong, findAround } from './around.ts';
import { sayFacet } from './facets.ts';
import { sayFailure, sayRun } from './failure.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';
import { sayMention } from './mention.ts';
import { WHICH } from './sayings.ts';
import { sayReview, sayStory } from './story.ts';
import { withAsked } from './with-text.ts';

const notFound = (ref: string): string =>
  `I can't find a record for ${plainText(ref, 60).replace(/[()]/g, '')}. It may have been deleted, or the reference is not complete.`;

/** One mail, execution or task: everything about it, or what was asked of it. */
export const record: Flow = (turn, query, room) => {
  if (query.asked !== undefined || query.among !== undefined) {
    const found = query.among === undefined ? findAround(turn, query) : findAmong(turn, query);
    if (found.kind === 'open') return undefined;
    if (found.kind === 'none') return WHICH;
    const { asked: _asked, sought: _sought, among: _among, amountPick: _pick, ...plain } = query;
    return record(turn, { ...plain, ref: found.ref }, room);
  }
  const id = query.ref ?? '';
  const facet = query.facet ?? 'story';
  const isExecution = /^\[?execution:/.test(id);
  const wantsRun = facet === 'failure' || facet === 'agents';
  const run =
    wantsRun || (isExecution && facet === 'story')
      ? fetch(turn, 'get_execution', { id })
      : undefined;
  // A task has no execution of its own; the mail it belongs to has.
  const isTask = /^\[?task:/.test(id);
  const email =
    facet === 'story' || !wantsRun || isTask ? fetch(turn, 'get_email', { id }) : undefined;
  if (run?.kind === 'open' || email?.kind === 'open') return undefined;
  if (run?.kind === 'failed' || email?.kind === 'failed') return NOT_CHECKED;
  const { now } = turn;
  if (wantsRun) {
    if (run?.kind === 'ok') {
      if (facet === 'agents') return sayRun(run.value, now);
      if (facet === 'failure' && isFine(run.value)) {
        // "Why not?" asks then why it is as the mail says.
        if (WHY_ALONE.test(turn.memory.heard.text)) {
          return record(turn, { topic: 'record', ref: run.value.email_ref, facet: 'text' }, room);
        }
        // "What is wrong with van 1?" asks what the mail says.
        if (
          !OF_PROCESSING.test(turn.memory.heard.text) &&
          OF_TROUBLE.test(turn.memory.heard.text)
        ) {
          return record(turn, { topic: 'record', ref: run.value.email_ref, facet: 'text' }, room);
        }
        return `Nothing went wrong with ${quoted(run.value.subject)} ${run.value.ref}: it has been processed, and no review was needed.`;
      }
      return isWaiting(run.value)
        ? `${quoted(run.value.subject)} ${run.value.email_ref} has been processed. ${sayReview(run.value.review)}`
        : sayFailure(run.value, now);
    }
    return email?.kind === 'ok'
      ? sayFacet('failure', email.value, { id, now, asked: '' })
      : notFound(id);
  }
  if (email?.kind !== 'ok') return notFound(id);
  if (query.mention !== undefined) return sayMention(email.value, query.mention);
  if (
    facet === 'review' &&
    email.value.review !== null &&
    email.value.review.status !== 'pending'
  ) {
    return sayDecided(turn, email.value, id);
  }
  if (facet !== 'story') {
    const { text } = turn.memory.heard;
    const said = sayFacet(facet, email.value, { id, now, asked: text });
    return facet === 'due' ? withAsked(said, email.value, text) : said;
  }
  const story = sayStory(email.value, now);
  if (run?.kind !== 'ok') return story;
  const isRun = /\bexecution/.test(turn.memory.heard.text) || run.value.status !== 'completed';
  return isRun ? `${story}\n\n${sayRun(run.value, now)}` : story;
};

const WHY_ALONE =
  /^(?:(?:and|so|but|ok|oh|oh no)[,.!]* )*(?:why|how so|how come|what for)(?: not| so| though| is that(?: so)?)?[\s?.!]*$/;
const MOST_DECIDED = 50;

/** Who decided it and when: the list of decided reviews has it, as far back as it is read. */
function sayDecided(turn: Turn, email: GetEmailResult, id: string): string | undefined {
  const { review } = email;
  const said = sayFacet('review', email, { id, now: turn.now, asked: '' });
  if (review === null) return said;
  const decided = fetch(turn, 'list_reviews', { status: review.status, limit: MOST_DECIDED });
  if (decided.kind === 'open') return undefined;
  const found =
    decided.kind === 'ok'
      ? decided.value.reviews.find(({ execution_ref }) => execution_ref === review.execution_ref)
      : undefined;
  return found === undefined
    ? said
    : said.replace(/ That was \w+\.$/, ` It was${decisionOf(found, turn.now).slice(1)}.`);
}

const OF_PROCESSING = /\b(?:fail|process|error|crash|retr|execution|attempt|run|ran)\w*/;
const OF_TROUBLE = /\b(?:wrong|matter|problem|trouble|issue) with (?!it\b|that\b|this\b)/;

const isFine = ({ status, review, agents, error_code }: GetExecutionResult): boolean =>
  status === 'completed' &&
  review === null &&
  error_code === null &&
  agents.every((agent) => agent.status === 'completed' && agent.error_code === null);

/** "Why?" about a mail that was processed asks why somebody has to decide. */
const isWaiting = ({ status, review }: GetExecutionResult): boolean =>
  status !== 'failed' && review !== null;
