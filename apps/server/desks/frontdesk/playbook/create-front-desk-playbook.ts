import type { Playbook } from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { availability } from './flows/availability.ts';
import { booking, CARD } from './flows/booking.ts';
import { bookings, history } from './flows/bookings.ts';
import { choose } from './flows/choose.ts';
import { coverage } from './flows/coverage.ts';
import { earliest } from './flows/earliest.ts';
import type { Flow, Part, Turn } from './flows/flow.ts';
import { pickupHour } from './flows/pickup-hour.ts';
import { policy } from './flows/policy.ts';
import { price } from './flows/price.ts';
import { sayFetched } from './flows/say-fetched.ts';
import { smallTalk } from './flows/small-talk.ts';
import { createCarriesReader } from './goals/carries.ts';
import { createClassifier } from './goals/classify.ts';
import { withJoinedPolicies } from './goals/joined-policies.ts';
import { keepQuestionBeside } from './goals/own-booking-told.ts';
import { hear } from './hear.ts';
import { createMemory, type Goal, type Memory } from './memory.ts';
import { correctSpelling } from './normalize/speller.ts';
import { withoutStory } from './normalize/without-story.ts';
import { see } from './see.ts';
import { contact } from './wording.ts';

const FLOWS: Partial<Record<Goal, Flow>> = {
  ...smallTalk,
  coverage,
  price,
  availability,
  booking,
  bookings,
  history,
  choose,
  earliest,
  pickup_hour: pickupHour,
};

const correct = (text: string): string => keepQuestionBeside(withoutStory(correctSpelling(text)));

/**
 * What the clerk knows about the front desk. Prices, areas, policies and contact data are the
 * business's; prices and days of an order, and bookings, come from tools only.
 */
export function createFrontDeskPlaybook({ business }: { business: Business }): Playbook<Memory> {
  const carry = createCarriesReader(business);
  const policies = new Set(business.policies.map(({ id }) => id));
  const classify = withJoinedPolicies(createClassifier(business), policies);

  function flowOf(goal: Goal): Flow {
    if (goal === 'policy:choose') return choose;
    if (goal.startsWith('policy:')) return policy(goal.slice('policy:'.length));
    return FLOWS[goal] ?? (smallTalk.unknown as Flow);
  }

  return {
    fallback: `I'm sorry, I can't answer that here. Please ${contact(business)}, and our team will be glad to help.`,
    remember: createMemory,
    hear: (memory, raw, now) => hear({ memory, raw, now, business, carry, classify, correct }),
    see: (memory, reply, now) => see({ memory, reply, now, business }),
    answer(turn) {
      const goals = turn.memory.heard.goals;
      const parts = goals.map((goal) => flowOf(goal)(turn, business));
      const fetched = sayFetched(turn, business);
      if (
        fetched.length > 0 &&
        (goals.length === 0 || parts.some((part) => part === undefined) || isLost(goals, parts))
      ) {
        return compose(turn, fetched);
      }
      if (parts.some((part) => part === undefined)) return undefined;
      return compose(turn, parts as Part[]);
    },
  };
}

/** Nothing was understood, or only a question came out, although another model knew better. */
function isLost(goals: readonly Goal[], parts: readonly (Part | undefined)[]): boolean {
  return (
    goals.every((goal) => goal === 'unknown' || goal === 'declined') ||
    parts.every((part) => part?.question !== undefined)
  );
}

/** The parts one after the other, with one question or offer at the end: what is missing first. */
function compose(_turn: Turn, parts: readonly Part[]): string {
  const texts = [...new Set(parts.map(({ text }) => text).filter((text) => text !== ''))];
  const isPrepared = parts.some(({ text }) => text.includes(CARD));
  const closing =
    parts.findLast(({ question }) => question !== undefined)?.question ??
    (isPrepared ? undefined : parts.findLast(({ offer }) => offer !== undefined)?.offer);
  const last = texts.pop();
  if (last === undefined) return closing ?? '';
  const ending =
    closing === undefined ? last : `${last}${last.includes('\n') ? '\n' : ' '}${closing}`;
  return [...texts, ending].join('\n\n');
}
