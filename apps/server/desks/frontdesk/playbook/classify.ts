import {
  createRetriever,
  isAboutAssistant,
  isAbuse,
  isGreeting,
  isThanks,
  type Retriever,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { LIGHT_WORDS, toConcepts } from './concepts.ts';
import {
  addsToOrder,
  asksOfMine,
  asksStatus,
  changesBooking,
  isAboutBookings,
  isAboutHistory,
} from './existing-booking-signals.ts';
import { namesBothServices } from './flows/compare-services.ts';
import { asksOfOrganizers } from './flows/say-organizers.ts';
import {
  ACCOUNT,
  AGAIN,
  AIRPORT,
  ARRANGE,
  ARRIVES,
  ASKS,
  AVAILABILITY,
  AVAILABILITY_WITH_DAY,
  BOOK,
  CARRY,
  CHEAPEST_DAY,
  CHOOSE,
  CONTACT,
  COVERAGE,
  DAY_KIND,
  FETCH,
  GOODBYE,
  INCLUDED,
  IS_THAT_FINE,
  LEAD_TIME,
  LET_DOWN,
  NEED,
  NOT_KNOWN,
  OF_A_DAY,
  OF_PICKUP,
  OF_PLACES,
  OWED,
  PACKING,
  PAYMENT,
  POPULAR,
  PRICE,
  RESTART,
  SAME_DAY,
  SEND_ME,
  SERVICES,
  SOON,
  SURCHARGES,
  TAX,
  TODAY,
  WEIGHT,
} from './goal-signals.ts';
import type { Goal } from './memory.ts';
import { GOAL_PHRASINGS } from './phrasings.ts';
import { POLICY_PHRASINGS } from './policy-phrasings.ts';
import { POLICY_SIGNALS, PROHIBITED } from './policy-signals.ts';
import { PICKUP_HOUR } from './reading/read-extras.ts';
import { hasCardData, isAboutOthers, isAfterInstructions, isOffTopic } from './refusal-signals.ts';

/** What a request carries besides its words. */
export interface Carries {
  hasZip: boolean;
  hasPlace: boolean;
  /** A ZIP code outside the service area, or a place that is in none of its areas. */
  hasOutside: boolean;
  hasDay: boolean;
  /** A service, a tier, a number of pieces or a specialty item. */
  hasService: boolean;
  hasSpecialty: boolean;
  hasTier: boolean;
  hasCount: boolean;
}

/** Finds what one request wants. Made once per business; `classify` is pure. */
export function createClassifier(
  business: Business,
): (request: string, carries: Carries) => Goal[] {
  const policies = new Set(business.policies.map(({ id }) => id));
  const retriever = createGoalRetriever(business);

  return function classify(text, carries) {
    if (hasCardData(text)) return ['payment'];
    if (ACCOUNT.test(text)) return ['account'];
    if (isAfterInstructions(text)) return ['instructions'];
    if (isAboutHistory(text)) return ['history'];
    if (isAboutOthers(text)) return ['other_customers'];
    if (PROHIBITED.test(text) && policies.has('prohibited')) return ['policy:prohibited'];
    if (isOffTopic(text)) return ['unknown'];
    if (isAboutAssistant(text)) return ['identity'];
    if (RESTART.test(text)) return ['restart'];
    if (TODAY.test(text)) return ['today'];
    if (LEAD_TIME.test(text)) return ['lead_time'];
    const isDetailed = carries.hasService || carries.hasZip || carries.hasPlace || carries.hasDay;
    const isPrice = PRICE.test(text);
    const isOrder =
      (BOOK.test(text) || (ARRANGE.test(text) && isDetailed && !isPrice)) &&
      !/\bcancel|refund/.test(text);
    if (text.search(PICKUP_HOUR) >= 0 && !isOrder) {
      return [carries.hasService ? 'price' : 'pickup_hour'];
    }
    // Nothing is prepared for a place outside.
    if (isOrder && carries.hasOutside) return ['coverage'];
    if (AGAIN.test(text) && !isDetailed) return [];
    if (SOON.test(text) && !isOrder) return ['same_day'];
    const isCounted = carries.hasCount || carries.hasSpecialty || carries.hasTier;
    if (SAME_DAY.test(text) && !OF_PICKUP.test(text) && !isCounted && !isOrder) return ['same_day'];
    const adds = addsToOrder(text);
    if (adds !== undefined) {
      return adds === 'pieces' ? ['policy:edit', 'policy:addbag'] : ['policy:edit'];
    }
    if (asksStatus(text) || asksOfMine(text)) return ['bookings'];
    if (changesBooking(text) && policies.has('edit')) return ['policy:edit'];
    if (ARRIVES.test(text) && policies.has('times')) return ['policy:times'];
    if (asksOfOrganizers(text)) return ['services'];
    if (LET_DOWN.test(text)) return ['contact'];
    if (NOT_KNOWN.test(text) && !isCounted) return ['unknown'];
    const policy = POLICY_SIGNALS.find(
      ([id, signal]) => policies.has(id) && signal.test(text),
    )?.[0];
    if (CARRY.test(text) && carries.hasSpecialty && !isPrice && policy !== 'peloton') {
      return ['carry', ...(carries.hasDay ? (['availability'] as const) : []), 'price'];
    }
    if (policy === 'discounts' && isCounted) return ['policy:discounts', 'price'];
    const isOrdered = isDetailed && isOrder && policy !== 'airport';
    if (policy !== undefined && !isOrdered && !isPriced(policy, text, carries)) {
      if (policy === 'times' && carries.hasDay && isAboutBookings(text)) {
        return ['bookings', 'policy:times'];
      }
      const asksDay = policy === 'times' && carries.hasDay && !carries.hasService;
      return [`policy:${policy}`, ...(asksDay ? (['availability'] as const) : [])];
    }
    const asksAirport = AIRPORT.test(text) && !isCounted && !isOrder && !isPrice && !carries.hasDay;
    if (asksAirport && policies.has('airport')) return ['policy:airport'];
    if (PAYMENT.test(text) && !isAboutBookings(text) && !(isPrice && isCounted)) return ['payment'];
    if (WEIGHT.test(text) && !isPrice) return ['weight'];
    const hasPlace = carries.hasZip || carries.hasPlace;
    if (SURCHARGES.test(text) && carries.hasDay && !carries.hasService) {
      return hasPlace && OF_PLACES.test(text) ? ['coverage'] : ['availability'];
    }
    const isDayAlone = carries.hasDay && !carries.hasService && !hasPlace && !isPrice && !isOrder;
    if (isDayAlone && OF_A_DAY.test(text)) return ['availability'];
    if (SURCHARGES.test(text) && hasPlace && !carries.hasService) return ['coverage'];
    if (CHEAPEST_DAY.test(text) && !carries.hasService) {
      return [carries.hasDay ? 'availability' : 'surcharges'];
    }
    if (DAY_KIND.test(text) && !carries.hasDay && !carries.hasService) return ['surcharges'];
    if (POPULAR.test(text)) return ['services'];
    if (TAX.test(text) && !isCounted) return ['surcharges'];
    if (carries.hasTier && /\b(?:what size|how (?:big|large)) is\b/.test(text)) return ['services'];
    if (carries.hasTier && INCLUDED.test(text) && !isPrice && !CHOOSE.test(text))
      return ['services'];
    const isOwed = OWED.test(text) && (carries.hasCount || carries.hasSpecialty);
    if (isAboutBookings(text) && !isOrder && !isOwed) return ['bookings'];
    if (SEND_ME.test(text)) return isCounted ? ['price', 'contact'] : ['contact'];
    if (CONTACT.test(text) && !(isPrice && isCounted)) return ['contact'];
    if (carries.hasCount && namesBothServices(text) && isPrice) return ['price'];
    if (CHOOSE.test(text)) return ['choose'];

    const goals: Goal[] = [];
    const isAvailability =
      AVAILABILITY.test(text) ||
      (carries.hasDay &&
        !isPrice &&
        !isOrder &&
        AVAILABILITY_WITH_DAY.test(text) &&
        !NEED.test(text));
    if (
      !isOrder &&
      COVERAGE.test(text) &&
      (hasPlace ||
        /\b(?:go|goes|deliver|ship|serve|come|pick up|drive|travel|operate|drop off)\b[^?]{0,30}\b(?:to|in|from) (?!my\b|the (?:evening|morning|afternoon)\b|a\b|an\b|time\b)[a-z]{3,}|service area|where do you (?:serve|deliver|go|operate|work)|how far|zip|(?:serve|cover)\b|coverage|areas?\b|boroughs?/.test(
          text,
        )) &&
      !(isPrice && carries.hasService)
    ) {
      goals.push(
        /\b(?:areas|where do you|how far|boroughs|towns)\b/.test(text) && !hasPlace
          ? 'policy:areas'
          : 'coverage',
      );
    }
    if (
      isPrice &&
      !(goals.includes('coverage') && !/\bhow much|price|cost|quote|estimate/.test(text))
    )
      goals.push('price');
    if (isAvailability) goals.push('availability');
    if (isOrder && goals.length === 0) goals.push('booking');
    else if (isOrder && !carries.hasDay) goals.push('booking');
    if (goals.length > 0) return goals;

    if (hasPlace && !isCounted && !isOrder && (IS_THAT_FINE.test(text) || FETCH.test(text))) {
      return ['coverage'];
    }
    if (PACKING.test(text)) return ['price'];
    if (SERVICES.test(text)) return ['services'];
    if (isGreeting(text)) return ['greeting'];
    if (isThanks(text)) return ['thanks'];
    if (GOODBYE.test(text)) return ['goodbye'];
    if (NEED.test(text) && carries.hasService) return ['price'];
    if (carries.hasSpecialty && (carries.hasPlace || carries.hasZip)) return ['price'];
    const [best] = isAnswerAlone(text) ? [] : retriever.search(toConcepts(text));
    if (best !== undefined && !(isDetailed && best.confidence < 0.62)) return [best.name as Goal];
    if (
      isDayAlone &&
      ASKS.test(text) &&
      !NEED.test(text) &&
      !/\b(?:it|that|this|then)\b/.test(text)
    )
      return ['availability'];
    if (NEED.test(text)) return ['choose'];
    if (CARRY.test(text) && !isDetailed && policies.has('custom')) return ['policy:custom'];
    if (isAbuse(text)) return ['abuse'];
    return [];
  };
}

const ANSWER_WORDS =
  /\b(?:yes|yeah|yep|yup|sure|no|nope|ok(?:ay)?|fine|great|good|perfect|cool|please|pls|thanks|thank|you|and|or|but|so|then|what about|how about|the|an?|ones?|on|at|for|in|of|to|from|i|we|me|us|it|it'?s|is|that'?s?|this|those|these|them|take|let'?s|want|prefer|go|with|first|second|third|fourth|last|latter|former|later|earlier|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|morning|afternoon|evening|book|reserve|works?|right|correct|better|best|next|other|same|days?|weeks?|weekend|english|only|just|instead|actually|maybe|sorry|be|will|would|not|now)\b/g;

/** "Tomorrow?", "the second", "yes, reserve": an answer or a detail, and no question about a rule. */
const isAnswerAlone = (text: string): boolean => !/[a-z]{2}/.test(text.replace(ANSWER_WORDS, ' '));

/** "How much is a petite move with COI" is about a price, "how much is storage" about a policy. */
function isPriced(policy: string, text: string, carries: Carries): boolean {
  if (policy === 'airport') return false;
  if (
    policy === 'coi' &&
    /\bhow much (?:is|are|does|do|for) (?:an? |the )?(?:coi|certificate)/.test(text)
  ) {
    return false;
  }
  if (policy === 'coi') return (carries.hasCount || carries.hasTier) && PRICE.test(text);
  return (
    [
      'insurance',
      'peloton',
      'unattended',
      'times',
      'hotel',
      'labels',
      'addbag',
      'meet',
      'late',
    ].includes(policy) &&
    carries.hasService &&
    PRICE.test(text)
  );
}

function createGoalRetriever(business: Business): Retriever {
  const goals = Object.entries(GOAL_PHRASINGS).map(([name, phrasings = []]) => ({
    name,
    phrasings,
  }));
  const policies = business.policies.map(({ id, topic }) => ({
    name: `policy:${id}`,
    phrasings: [topic, ...(POLICY_PHRASINGS[id] ?? [])],
  }));
  const topics = [...goals, ...policies].map(({ name, phrasings }) => ({
    name,
    phrasings: phrasings.map((phrasing) => toConcepts(phrasing.toLowerCase())),
  }));
  return createRetriever(topics, 0.52, LIGHT_WORDS);
}
