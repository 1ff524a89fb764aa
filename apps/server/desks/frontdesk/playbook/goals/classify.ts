import { isAboutAssistant, isAbuse, isGreeting, isThanks, keepReadings } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { namesBothServices } from '../flows/compare-services.ts';
import { asksOfOrganizers } from '../flows/say-organizers.ts';
import type { Goal } from '../memory.ts';
import { PICKUP_HOUR } from '../reading/extras/read-extras.ts';
import { asksIfFits } from '../reading/goods/asks-if-fits.ts';
import { areaPriceOrDay } from './area-price-or-day.ts';
import type { Carries } from './carries.ts';
import { toConcepts } from './concepts.ts';
import { createGoalRetriever } from './goal-retriever.ts';
import { isAnswerAlone } from './is-answer-alone.ts';
import { asksOfOwnBookings, countsOwnBookings } from './own-booking-questions.ts';
import { hintedPolicy } from './policy-hints.ts';
import { isPriced } from './priced-policies.ts';
import { bargains } from './signals/bargain-signals.ts';
import {
  addsToOrder,
  asksOfMine,
  asksStatus,
  changesBooking,
  isAboutBookings,
  isAboutHistory,
} from './signals/existing-booking-signals.ts';
import {
  ACCOUNT,
  AGAIN,
  AIRPORT,
  ARRANGE,
  ARRIVES,
  ASKS,
  BOOK,
  CARRY,
  CHEAPEST_DAY,
  CHOOSE,
  CONTACT,
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
  OPEN_NOW,
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
  SUM_OWED,
  SURCHARGES,
  TAX,
  TODAY,
  WEIGHT,
  WHAT_ARE,
} from './signals/goal-signals.ts';
import {
  ACKNOWLEDGES,
  BRINGS_SUPPLIES,
  CALLS_OUT,
  COI_OFFERED,
  DEPOSIT_ALONE,
  ENTERS,
  HOW_FAR_OUT,
  INCLUDES_WHAT,
  IS_OPEN,
  IS_PEAK,
  MAY_WE,
  MOST_POPULAR,
  NAMES_SIZE,
  NO_LEAD_TIME,
  OF_OTHER_THINGS,
  OWN_OFFICE,
  PAYS_MORE,
  RECEIPT,
  RECOMMENDED_BY,
  SUPPOSES_BOOKING,
  WHAT_EACH,
  WHAT_HOURS,
  WHAT_IS_IT,
} from './signals/narrow-signals.ts';
import { isOffTopic } from './signals/off-topic-signals.ts';
import { namesProhibited, POLICY_SIGNALS } from './signals/policy-signals.ts';
import { hasCardData, isAboutOthers, isAfterInstructions } from './signals/refusal-signals.ts';
import {
  addsForPlace,
  asksCutoff,
  asksOfDayKind,
  asksWhichParts,
  bringsMore,
  comesThere,
  wantsBooked,
  weighsDays,
} from './signals/request-signals.ts';

/** Finds what one request wants. Made once per business; `classify` is pure. */
export function createClassifier(
  business: Business,
): (request: string, carries: Carries) => readonly Goal[] {
  const policies = new Set(business.policies.map(({ id }) => id));
  const retriever = createGoalRetriever(business);

  return keepReadings(classify, (text, carries) => `${Object.values(carries).map(Number)} ${text}`);

  function classify(text: string, carries: Carries): readonly Goal[] {
    if (hasCardData(text)) return ['payment'];
    const isOfOwn = asksOfOwnBookings(text, carries) && !changesBooking(text);
    if (countsOwnBookings(text)) return ['history'];
    if (isOfOwn) return ['bookings'];
    if (ACCOUNT.test(text)) return ['account'];
    if (isAfterInstructions(text)) return ['instructions'];
    if (isAboutHistory(text)) return ['history'];
    if (WHAT_HOURS.test(text) && policies.has('times')) return ['policy:times'];
    if (isAboutOthers(text)) return ['other_customers'];
    if (OF_OTHER_THINGS.some((signal) => signal.test(text))) return ['unknown'];
    if (namesProhibited(text) && policies.has('prohibited')) return ['policy:prohibited'];
    if (isOffTopic(text)) return ['unknown'];
    if (isAboutAssistant(text)) return ['identity'];
    if (RESTART.test(text)) return ['restart'];
    if (TODAY.test(text)) return ['today'];
    if (
      HOW_FAR_OUT.test(text) ||
      (LEAD_TIME.test(text) && !NO_LEAD_TIME.test(text)) ||
      asksCutoff(text)
    )
      return ['lead_time'];
    if (INCLUDES_WHAT.test(text)) return ['services'];
    const isDetailed = carries.hasService || carries.hasZip || carries.hasPlace || carries.hasDay;
    const isCounted = carries.hasCount || carries.hasSpecialty || carries.hasTier;
    const isPrice =
      PRICE.test(text) ||
      WHAT_EACH.test(text) ||
      ((carries.hasCount || carries.hasSpecialty) && carries.hasZip && WHAT_ARE.test(text));
    const isOrder =
      (BOOK.test(text) || wantsBooked(text) || (ARRANGE.test(text) && isDetailed && !isPrice)) &&
      !/\bcancel|refund/.test(text) &&
      !SUPPOSES_BOOKING.test(text);
    if (text.search(PICKUP_HOUR) >= 0 && !isOrder) {
      const isAsked =
        /^(?:can|could|may|do|is it|are we)\b/.test(text) && !isPrice && !carries.hasCount;
      return [carries.hasService && !isAsked ? 'price' : 'pickup_hour'];
    }
    // Nothing is prepared for a place outside.
    if (isOrder && carries.hasOutside) return ['coverage'];
    if (AGAIN.test(text) && !isDetailed) return [];
    const isTerm = /\b(?:cancel|refund|claim|report)/.test(text);
    if (SOON.test(text) && !isOrder && !isTerm && !OPEN_NOW.test(text) && !isAboutBookings(text)) {
      return ['same_day'];
    }
    if (SAME_DAY.test(text) && !OF_PICKUP.test(text) && !isCounted && !isOrder) return ['same_day'];
    if (comesThere(text) && !isCounted && !isOrder && !isPrice && !ENTERS.test(text))
      return ['coverage'];
    if (bringsMore(text) && policies.has('addbag')) return ['policy:addbag'];
    if (carries.hasDay && weighsDays(text) && !carries.hasService) return ['availability'];
    const adds = addsToOrder(text);
    if (adds !== undefined) {
      return adds === 'pieces' ? ['policy:edit', 'policy:addbag'] : ['policy:edit'];
    }
    if (policies.has('discounts') && bargains(text)) {
      return carries.hasService ? ['policy:discounts', 'price'] : ['policy:discounts'];
    }
    if (asksStatus(text) || asksOfMine(text)) return ['bookings'];
    if (changesBooking(text) && policies.has('edit')) return ['policy:edit'];
    if (ARRIVES.test(text) && policies.has('times')) return ['policy:times'];
    if (asksOfOrganizers(text)) return ['services'];
    if (LET_DOWN.test(text) && !MAY_WE.test(text)) return ['contact'];
    if ((NOT_KNOWN.test(text) || BRINGS_SUPPLIES.test(text)) && !isCounted) return ['unknown'];
    const hinted = hintedPolicy(text, carries);
    const policy =
      hinted !== undefined && policies.has(hinted)
        ? hinted
        : POLICY_SIGNALS.find(([id, signal]) => policies.has(id) && signal.test(text))?.[0];
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
    if (DEPOSIT_ALONE.test(text) && !carries.hasCount) return ['payment'];
    if (
      PAYMENT.test(text) &&
      !isAboutBookings(text) &&
      !(isPrice && isCounted) &&
      !SUM_OWED.test(text) &&
      !PAYS_MORE.test(text)
    )
      return ['payment'];
    if (WEIGHT.test(text) && !isPrice) return ['weight'];
    const hasPlace = carries.hasZip || carries.hasPlace;
    if (SURCHARGES.test(text) && carries.hasDay && !carries.hasService) {
      return hasPlace && OF_PLACES.test(text) ? ['coverage'] : ['availability'];
    }
    const isDayAlone = carries.hasDay && !carries.hasService && !hasPlace && !isPrice && !isOrder;
    if (isDayAlone && OF_A_DAY.test(text)) return ['availability'];
    if ((SURCHARGES.test(text) || addsForPlace(text)) && hasPlace && !carries.hasService) {
      return ['coverage'];
    }
    if (CHEAPEST_DAY.test(text) && !carries.hasService) {
      return [carries.hasDay ? 'availability' : 'surcharges'];
    }
    if (asksOfDayKind(text) && !carries.hasCount && !hasPlace) return ['surcharges'];
    if (carries.hasDay && IS_PEAK.test(text) && !carries.hasService) return ['availability'];
    const asksOfKind = DAY_KIND.test(text) && (ASKS.test(text) || isPrice || text.includes('?'));
    if (asksOfKind && !carries.hasDay && !carries.hasService) return ['surcharges'];
    if (POPULAR.test(text) || MOST_POPULAR.test(text)) return ['services'];
    if (TAX.test(text) && !isCounted) return ['surcharges'];
    if (carries.hasTier && /\b(?:what size|how (?:big|large)) is\b/.test(text)) return ['services'];
    if (carries.hasTier && carries.hasDay && WHAT_IS_IT.test(text)) return ['price'];
    if (carries.hasCount && asksIfFits(text) && NAMES_SIZE.test(text)) {
      return [carries.hasFew ? 'choose' : 'price'];
    }
    if (carries.hasTier && INCLUDED.test(text) && !isPrice && !CHOOSE.test(text))
      return ['services'];
    const isOwed = OWED.test(text) && (carries.hasCount || carries.hasSpecialty);
    if (isAboutBookings(text) && !isOrder && !isOwed) return ['bookings'];
    if (RECEIPT.test(text) && !isCounted) return ['contact'];
    if (SEND_ME.test(text)) return isCounted ? ['price', 'contact'] : ['contact'];
    if (CONTACT.test(text) && !(isPrice && isCounted)) return ['contact'];
    if (COI_OFFERED.test(text) && !isCounted && policies.has('coi')) return ['policy:coi'];
    if (carries.hasCount && namesBothServices(text) && isPrice) return ['price'];
    if (asksWhichParts(text) && !carries.hasZip && !isCounted && policies.has('areas')) {
      return ['policy:areas'];
    }
    if (carries.hasDay && !carries.hasService && CHOOSE.test(text) && IS_OPEN.test(text)) {
      return ['availability'];
    }
    if (CHOOSE.test(text.replace(RECOMMENDED_BY, ' '))) return ['choose'];

    const goals = areaPriceOrDay(text, carries, { isOrder, isPrice });
    if (goals.length > 0) return goals;

    if (hasPlace && !isCounted && !isOrder && (IS_THAT_FINE.test(text) || FETCH.test(text))) {
      return ['coverage'];
    }
    if (PACKING.test(text)) return ['price'];
    if (SERVICES.test(text)) return ['services'];
    if (isGreeting(text) || CALLS_OUT.test(text)) return ['greeting'];
    if (isThanks(text) || ACKNOWLEDGES.test(text)) return ['thanks'];
    if (GOODBYE.test(text)) return ['goodbye'];
    if (NEED.test(text) && carries.hasService) return ['price'];
    if (carries.hasSpecialty && (carries.hasPlace || carries.hasZip)) return ['price'];
    // "Does 07040 work for you?"
    const isBare = hasPlace && !isCounted && !carries.hasDay && !isOrder && ASKS.test(text);
    if (isBare && /\b\d{5}\b/.test(text)) return ['coverage'];
    const isOfPlace = OWN_OFFICE.test(text) && !text.includes('?');
    const [best] = isAnswerAlone(text) || isOfPlace ? [] : retriever.search(toConcepts(text));
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
    const isOfUs = /\?|\b(?:you|u|ya|your|there|covered|served|possible)\b/.test(text);
    return isBare && isOfUs ? ['coverage'] : [];
  }
}
