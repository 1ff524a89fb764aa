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
  asksStatus,
  changesBooking,
  isAboutBookings,
  isAboutHistory,
} from './existing-booking-signals.ts';
import { namesBothServices } from './flows/compare-services.ts';
import { asksOfOrganizers } from './flows/say-organizers.ts';
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

const CARRY =
  /\b(?:(?:do|can|could|will|would) (?:you|u|ya|your (?:drivers?|team|guys|movers))(?: guys)? (?:also |even )?(?:carry|take|move|transport|handle|ship|deliver|bring|accept|pick ?up|do)|is it possible to (?:send|ship|move)|(?:can|could|may) i (?:send|ship|bring))\b/;
const PAYMENT =
  /\b(?:how (?:do|can|should|would) (?:i|we|you) (?:pay|take payments?)|payment (?:methods?|options?|types?)|(?:can|could|may|do|should|must|when) (?:i|we) (?:have to |need to )?pay\b(?! for)|pay (?:by|with|using|online|upfront|up front|later|in advance|on the day|in person)|(?:credit|debit) cards?|(?:take|accept) (?:cash|checks?|cards?|credit|debit)|payment (?:due|deadline)|when is (?:the |my )?payment|amex|american express|visa|mastercard|apple pay|venmo|zelle|paypal|when (?:do|will|would) (?:i|we) (?:pay|be charged|get charged)|(?:need|require|pay|put down) (?:a )?deposit)\b/;
const CONTACT =
  /\b(?:(?:speak|talk|chat|connect me|get me|transfer me) (?:to|with|through to)? ?(?:a |an |someone|somebody|the )?(?:human|person|real person|agent|representative|rep|manager|someone|somebody|operator|team|staff)|phone number|(?:your )?e-?mail address|contact (?:you|details|info\w*|number)|call you|reach you|reach (?:a|some)\w*|human please|real person|(?:where|are you|you are|is your \w+) (?:are you )?(?:located|based)|customer (?:service|support)|your (?:office|address)|complaint|complain|(?:give|get|want|need) (?:me )?(?:a|the|your) (?:manager|human|person|supervisor|agent|representative|boss)|call me|who (?:do|can|should|could) (?:i|we) (?:call|contact|e-?mail|write|ask|talk))\b/;
const BOOK =
  /\b(?:(?:want|like|ready|need|love|try|going|can i|could i|let'?s|please|how (?:do|can|would) i|i'?ll|to|just|and|then|go ahead and|help me) (?:to )?(?:book|reserve|schedule)\b|^(?:book|reserve|schedule|order)\b(?!ings?\b| history| status)|\bbook (?:just |only )?(?:it|that|this|me|a|an|the|one|us|now|for|online|my)\b|\b(?:start|make|place|create|begin|open|set up|do|complete|finish) (?:a|an|the|my|this|that|your)? ?(?:booking|reservation|order|appointment)\b|\bschedule (?:a|an|the|my|it)\b|\breserve (?:a|an|the|it|that)\b|\b(?:want|need|get|have|like|request) (?:a|an|to make a|to place an?) (?:booking|reservation|order)\b|\bsign me up\b|\b(?:let'?s|please|ok,?|yes,?) (?:do it|go ahead|proceed)\b|\b(?:go ahead|proceed)\b|(?:^|[,.!] ?|\b(?:ok(?:ay)?|good|great|fine|yes|sure|then|please|alright|perfect) )book\b(?!ing| (?:club|store))|\block (?:it|that) in\b|\bset (?:it|that|this) up\b|\btake it\b|(?:,|\band|\bthen) (?:please )?book(?: it| now| please| me)?[.!]*$|\b\d+(?:st|nd|rd|th)?,? (?:please )?book(?: please)?[.!]*$)/;
/** An order in the imperative, without the word: it counts where details follow and no price is asked. */
const ARRANGE =
  /(?:^|[.!;:,] |\b(?:please|and|then|you|to|like|want|just|need you to) )(?:please )?(?:arrange|organi[sz]e|prepare|set up|line up|put (?:me|us) down for|sign (?:me|us) up for|get (?:me|us)|(?:send|get|have) (?:someone|somebody|(?:a|your|the) (?:driver|van|truck|team|guys?))|order|reserve|schedule) (?!(?:my|the price|a price|a quote|an estimate|quote)\b)/;
/** After a place alone: whether we come there. */
const IS_THAT_FINE =
  /^(?:(?:or|and|so|but|ok|hi|hey),? )*(?:any chance|is (?:that|it|this|there) (?:too far|ok\w*|fine|possible|covered|far|good|in|a problem|alright)|(?:are|is) (?:you|we|they|both|these)\b|(?:can|could|do|does|would|will) (?:you|someone|somebody|your \w+|that|this|it|both)\b|possible\b|ok\w*\b|(?:is |are )?both (?:ok|fine|covered|good)|too far|all good|how about)|\b(?:too far|out of (?:range|your area)|far away)\b/;
/** "Can you get my stuff from Queens to Southampton" asks whether we come there, too. */
const FETCH =
  /\b(?:can|could|do|does|would|will)\b[^.?!]{0,30}\b(?:get|take|bring|carry|haul|fetch|collect|help|handle|do|reach|cross)\b/;
/** What is asked of a day and nothing else. */
const OF_A_DAY =
  /\b(?:can|could|may) (?:i|we) (?:get|have|do|come|drop)\b|\b(?:pick-?ups?|deliver(?:y|ies)|moves?)\?$|^any\b/;
const ASKS =
  /^(?:(?:and|so|ok|hi|hey),? )*(?:how(?! about)|what(?! about| if)|when|can|could|do|does|is|are|will|would|any)\b/;
/** Somebody did not come or was rude: people hear about it, not the clerk. */
const LET_DOWN =
  /\b(?:nobody|no one|drivers?|movers?|your (?:guys|team|people)|they)\b[^.?!]{0,20}\b(?:show(?:ed)? up|turned up|came|rude|unfriendly|ruined)\b|\b(?:terrible|awful|horrible|bad) service\b|\bwaiting for (?:an? |\d+ |two |over |more )/;
/** What neither the catalogue nor the policies say. */
const NOT_KNOWN =
  /\b(?:tolls?|gas|fuel|mileage|parking|bubble wrap|blankets|tape)\b[^.?!]*\b(?:included?|extra|charged?|fees?|pay|cost|cover(?:ed)?|provided?)\b|\b(?:provide|sell|supply|rent(?: out)?|recycle)\b[^.?!]{0,15}\b(?:box(?:es)?|bins|tape|bubble wrap|blankets|vans?|trucks?)\b/;
/** Whether airports are served, in general. */
const AIRPORT =
  /\b(?:do|can|could|would|will) you(?: guys| also)? (?:go|deliver|drive|come|ship|serve|cover|do|pick up|drop off|transfer|work)\b[^.?!]{0,20}\bairports?\b/;
const POPULAR =
  /\bpopular (?:size|tier|package|move|option|service|choice)\b|\b(?:size|tier|package|move|option) (?:is|do) (?:the )?(?:most|people)\b/;
const TAX = /\b(?:tax(?:es|ed|able)?|vat)\b/;
/** "Do you move that?" is about what was named before it. */
const AGAIN =
  /^(?:(?:and|so|but) )*(?:do|can|could|will|would) (?:you|u|y'all)(?: guys)? (?:move|take|carry|do|deliver|ship|transport|handle|accept|bring) (?:that|it|this|them|those|one)[?.! ]*$/;
const SOON =
  /\b(?:with)?in (?:an|one|two|three|\d+|half an|the next|a few|a couple of) (?:hours?|minutes|mins)\b(?![^.?!]*\b(?:wait|before)\b)|\b(?:right away|immediately)\b/;
const SEND_ME =
  /\b(?:e-?mail|text|sms|send|whatsapp|fax|mail) (?:me|us) (?:the|a|an|my|your|that|this|it|some)? ?(?:\w+ )?(?:quotes?|prices?|estimate|confirmation|invoice|receipt|details|link|contract|brochure|price list)\b/;
const PRICE =
  /\b(?:how much|prices?|priced|pricing|costs?|costing|quotes?|estimates?|rates?|fees?|charges?|charged|expensive|cheap(?:er|est)?|affordable|ballpark|what (?:would|will) [^.?!]{1,60}? (?:be|cost|come to|run)(?=$|[?!.,]| (?:for|from|to|on|me|then|now)\b)|what would (?:it|that|this) (?:be|come)|what(?:'s| is) the (?:total|damage)|(?:run|set) me(?: back)?|surcharges?|extra charge|price tag|total|minimums?|is (?:that|it|this) (?:an )?extra)\b|\$\s?\?/;
const AVAILABILITY =
  /\b(?:availab\w*|vacanc\w*|openings?|open slots?|slots?|booked (?:up|out|solid)|fully booked|sold out|calendar|fit (?:me|us) in|squeeze (?:me|us) in|earliest (?:date|day|possible)|soonest|next (?:free|open|available))\b/;
const AVAILABILITY_WITH_DAY =
  /\b(?:free|open|busy|room|space|possible|do you (?:work|operate|deliver|pick ?up|have)|(?:can|could|will) (?:you|someone|somebody|anyone|a driver)|are you|would you be able|is (?:it|that|there|the|this)|what about|how about|works?|better|best|ok(?:ay)?(?=\?|[.!]*$))\b/;
const COVERAGE =
  /\b(?:service area|(?:areas?|zones?|towns?|places|neighbou?rhoods?|boroughs?) (?:do )?(?:you|are|is)|(?:do|can|could|will|would|are|is)\b[^.?!]{0,30}\b(?:serve|serving|servic\w+|cover(?:ed|ing|s)?|deliver(?:ing|y|ed)?|pick(?:ing)?[- ]?up|ship(?:ping)?|go|going|come|coming|operat\w+|reach|travel|work|drive|transport|send|move|in (?:your|the) (?:area|zone|range)|within|serviceable|drop(?:ping)? ?off)\b|where do you|how far|zip codes?|coverage|serviceable|(?:serve|cover|deliver to|covered)\b)/;
const CHOOSE =
  /\b(?:which (?:service|one|option|package|tier|move|size|of (?:these|those|your))\b[^.?!]{0,40}\b(?:should|do i|would|is (?:right|best|better)|for|fits?|suits?|recommend|need)?|what (?:service|package|option|tier|size) (?:should|do|would|is)|recommend\w*|suggest\w*|what (?:do|would) (?:i|we) need (?:for|if|to move)|what should i (?:book|take|choose|use|pick|get)|help me (?:choose|decide|pick)|right for me|best for me|difference between|(?:mini move|standard delivery) or|or (?:a )?(?:mini move|standard delivery)\b[^.?!]*\?|not sure which|(?:what|which) size\b|better (?:option|choice))\b/;
const SERVICES =
  /\b(?:what (?:services|kinds?|types?|packages|tiers|sizes|options|do you (?:guys |all )?(?:do|offer|provide))|services (?:do|you|are)|do you offer(?: any)? (?:services|packages)|list (?:of )?(?:your )?services|your services|how does (?:it|this|that|totetaxi) work|what(?:'s| is) (?:totetaxi|tote taxi|a mini move|included)|tell me (?:more )?about (?:your|the|totetaxi|mini))\b/;
const GOODBYE =
  /^(?:ok(?:ay)?[,.! ]*)?(?:bye+|goodbye|good ?night|see (?:you|ya)|farewell|have a (?:good|nice|great)|take care|that'?s all|that is all|nothing else|i'?m done|no more questions)\b/;
const RESTART =
  /\b(?:start (?:over|again|from scratch)|reset|forget (?:all )?(?:that|everything|it all)|new (?:booking|order|request)|scratch that)\b/;
const SURCHARGES =
  /\b(?:surcharges?|(?:charge|cost|pay)s? (?:extra|more|anything extra)|(?:extra|additional) (?:charge|fee|cost|money)s?|more expensive|how much (?:extra|more)|(?:is|are) (?:[\w ]{1,30} )?extra)\b/;
const CHEAPEST_DAY = /\bcheap(?:er|est)? (?:day|date|time|weekend|week)s?\b/;
const DAY_KIND = /\b(?:weekends?|weekdays?|saturdays|sundays|holidays?|peak)\b/;
const WEIGHT = /\b(?:how heavy|too heavy|weight|weigh|weighs|pounds|lbs?|kilos?)\b/;
const LEAD_TIME =
  /\b(?:how soon can|how (?:far|long|early|soon|late|much notice)\b[^.?!]*\b(?:advance|ahead|before|notice|book)|(?:advance|short) notice|in advance)\b|\bcut-?off\b|\b(?:deadline|latest(?: time)?|last (?:minute|chance|moment))\b[^.?!]*\b(?:book|order|reserve|schedul)|\b(?:until|till|by) (?:what time|what hour|when)\b[^.?!]*\b(?:book|order|reserve|schedul|tell you|let you know|pick-?up|confirm)/;
const TODAY =
  /\b(?:what(?:'s| is)? (?:the )?(?:day|date)(?: is (?:it|today)| today)|what(?:'s| is) today|today'?s date)\b/;
const INCLUDED =
  /\b(?:included?|includes|fits?|how many (?:items|pieces|boxes|things)|how big|what do i get|come(?:s)? with|tell me about|priority|who is|meant for|what(?:'s| is) (?:a|the))\b/;
const NEED =
  /\b(?:i|we) (?:need|want|have|would like|'?d like|am looking|are looking|'?m looking|'?ve got)\b[^?]{0,30}\b(?:to )?(?:move|moving|send|ship|deliver\w*|transport|transfer|get|bring|take|pick(?:ed)? ?up|help)\b/;
const SAME_DAY = /\bsame[- ]?day\b/;
const ACCOUNT =
  /\b(?:without|need|have to|must|required? to|do i|possible to|should i|can i)\b[^.?!]{0,25}\b(?:(?:an|any|my|the) account|accounts?\b|log(?:ging)?[- ]?in|sign(?:ing)?[- ]?(?:in|up)\b(?! for)|regist\w+|member\w*)\b|\bas a guest\b|\bguest (?:checkout|booking|order)\b|\b(?:delete|close|remove|deactivate|create|open|make|set up|merge|update)\b[^.?!]{0,10}\b(?:my |an |the |our )(?:account|profile)\b|\b(?:(?:do not|don'?t|can'?t|cannot|didn'?t) (?:have|know|remember|recall|find|get) (?:my |the |a )?(?:password|log ?in)|(?:can'?t|cannot|unable to|trouble|problems?|not able to|won'?t let me) (?:log(?:ging)?|sign(?:ing)?)[- ]?in)\b|\b(?:change|forgot(?:ten)?|forget|reset|lost|update|new)\b[^.?!]{0,12}\b(?:my |a |the )?password\b(?!s)/;
const ARRIVES =
  /\bwhen (?:will|would|do|does|should|can)\b[^.?!]{1,40}\b(?:arrive|get there|be there|be delivered|get delivered|show up)\b/;
const PACKING = /\b(?:packing|unpacking|organiz\w+|pack for me|packers)\b/;

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
    if (SAME_DAY.test(text) && !isCounted && !isOrder) return ['same_day'];
    const adds = addsToOrder(text);
    if (adds !== undefined) {
      return adds === 'pieces' ? ['policy:edit', 'policy:addbag'] : ['policy:edit'];
    }
    if (asksStatus(text)) return ['bookings'];
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
    if (policy !== undefined && !(isDetailed && isOrder) && !isPriced(policy, text, carries)) {
      if (policy === 'times' && carries.hasDay && isAboutBookings(text)) {
        return ['bookings', 'policy:times'];
      }
      const asksDay = policy === 'times' && carries.hasDay && !carries.hasService;
      return [`policy:${policy}`, ...(asksDay ? (['availability'] as const) : [])];
    }
    const asksAirport = AIRPORT.test(text) && !isCounted && !isOrder && !isPrice && !carries.hasDay;
    if (asksAirport && policies.has('airport')) return ['policy:airport'];
    if (PAYMENT.test(text) && !isAboutBookings(text)) return ['payment'];
    if (WEIGHT.test(text) && !isPrice) return ['weight'];
    if (SURCHARGES.test(text) && carries.hasDay && !carries.hasService) return ['availability'];
    const hasPlace = carries.hasZip || carries.hasPlace;
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
    if (isAboutBookings(text) && !isOrder) return ['bookings'];
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
    const [best] = retriever.search(toConcepts(text));
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

/** "How much is a petite move with COI" is about a price, "how much is storage" about a policy. */
function isPriced(policy: string, text: string, carries: Carries): boolean {
  if (policy === 'airport') return false;
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
