import type { GetEmailResult, GetExecutionResult } from '../../tools/tool-results.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { decisionOf } from '../wording/review-row.ts';
import { sayFacet } from './facets.ts';
import { sayFailure, sayRun } from './failure.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';
import { sayReview, sayStory } from './story.ts';

const notFound = (ref: string): string =>
  `I can't find a record for ${plainText(ref, 60).replace(/[()]/g, '')}. It may have been deleted, or the reference is not complete.`;

/** One mail, execution or task: everything about it, or what was asked of it. */
export const record: Flow = (turn, query) => {
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
  if (
    facet === 'review' &&
    email.value.review !== null &&
    email.value.review.status !== 'pending'
  ) {
    return sayDecided(turn, email.value, id);
  }
  if (facet !== 'story') {
    return sayFacet(facet, email.value, { id, now, asked: turn.memory.heard.text });
  }
  const story = sayStory(email.value, now);
  if (run?.kind !== 'ok') return story;
  const isRun = /\bexecution/.test(turn.memory.heard.text) || run.value.status !== 'completed';
  return isRun ? `${story}\n\n${sayRun(run.value, now)}` : story;
};

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

const isFine = ({ status, review, agents, error_code }: GetExecutionResult): boolean =>
  status === 'completed' &&
  review === null &&
  error_code === null &&
  agents.every((agent) => agent.status === 'completed' && agent.error_code === null);

/** "Why?" about a mail that was processed asks why somebody has to decide. */
const isWaiting = ({ status, review }: GetExecutionResult): boolean =>
  status !== 'failed' && review !== null;
