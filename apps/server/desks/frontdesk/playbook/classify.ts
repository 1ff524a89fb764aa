import {
  asksForInstructions,
  createRetriever,
  isAboutAssistant,
  isAbuse,
  isGreeting,
  isThanks,
  type Retriever,
} from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { namesBothServices } from './flows/compare-services.ts';
import type { Goal } from './memory.ts';
import { GOAL_PHRASINGS, POLICY_PHRASINGS } from './phrasings.ts';
import { POLICY_SIGNALS } from './policy-signals.ts';
import { PICKUP_HOUR } from './reading/read-extras.ts';

/** What a request carries besides its words. */
export interface Carries {
  hasZip: boolean;
  hasPlace: boolean;
  hasDay: boolean;
  /** A service, a tier, a number of pieces or a specialty item. */
  hasService: boolean;
  hasSpecialty: boolean;
  hasTier: boolean;
  hasCount: boolean;
}

/** "The rules" of a desk with customers are those of the assistant. */
const THE_INSTRUCTIONS =
  /\b(?:the|these|those) (?:system )?(?:prompt|instructions?|guidelines|rules|programming)\b(?! (?:for|of|about|on|when|to|if|around|with|regarding)\b)/;
const OTHER_CUSTOMERS =
  /\b(?:her|his|their) (?:\w+ )?(?:bookings?|orders?|reservations?|delivery|pick-?up|transfer)\b|\b(?!another (?:booking|order|reservation)\b)(?:other|another|different|all(?: the| your)?|every|someone else'?s?|somebody else'?s?|else'?s|neighbou?r'?s?|friend'?s|husband'?s|wife'?s|boss'?s?|mother'?s|sister'?s|brother'?s|roommate'?s|ex'?s) (?:customers?|clients?|people|users?|person|guests?|bookings?|orders?|reservations?|address|account|phone|data)(?:'s?)?\b|\bcustomer (?:id|number|list|database|data|names)\b|\b(?:customer|user|client|account) #?\d+\b|\buser[_ ]?id\b|\bon behalf of\b|\b(?:booking|order|address|phone number|reservation|status|details|history)s? (?:of|for|belonging to|from) (?!(?:my|me|a|the|an|this|that|next|today|tomorrow|your|our|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|december|january|february|march|april|may|june|july|august|september|october|november)\b)(?:mrs?\.? |ms\.? |customer )?[a-z]+(?: [a-z]+)?(?:$|[?.!,'])|\b(?:who|anyone|anybody) (?:else )?(?:has |have )?(?:booked|ordered|reserved)\b|\b(?!it's|that's|what's|there's|here's|he's|she's|let's|where's|when's|how's|who's|today's|tomorrow's)[a-z]{3,}'s (?:bookings?|orders?|reservations?|address|phone|e-?mail|account|move|pick-?up|delivery|payment)\b|\bhow many (?:bookings|customers|orders) do you have\b|\b(?:bookings?|orders?|reservations?|account)\b.*\S+@\S+|\b(?:what|when|where|how much) (?:did|has|does) (?!i\b|we\b|it\b|that\b|this\b|the\b|my\b|your\b|a\b|an\b)[a-z]+(?: [a-z]+)? (?:book|order|reserve|spend|pay|move)(?:ed|d)?\b/;
/** Someone else by name: "is Maya moving tomorrow". The words that are no name are left out. */
const NAMED_CUSTOMER =
  /\b(?:is|was|has|did|does|will|when(?:'s| is| does| did| will)) (?!(?:it|this|that|there|he?re?|the|a|an|my|our|your|you|we|i|they|everything|everyone|anyone|anybody|gas|fuel|tax|taxes|movers?|drivers?|luggage|manhattan|brooklyn|hamptons|staff|anything|nothing|something|someone|tote|totetaxi|packing|unpacking|storage|delivery|pickup|payment|parking|insurance|tipping|today|tomorrow|tonight|mon|tues|wednes|thurs|fri|satur|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|thanksgiving|next|any|each|every|all|which|what|just|only|not|also|still|moving|booking)\b)[a-z]{2,}(?: [a-z]+)? (?:mov(?:e|es|ed|ing)|book(?:ed|ing|s)?(?! (?:up|out|solid|separately))|paid|pay(?:ing|s)?|scheduled|travell?ing|flying)\b(?! (?:my|our|me|us)\b)/;
/** Questions about a customer's own bookings that name none. */
const OWN_BOOKING =
  /\b(?:when|where|what time|what day)(?:'s| is| are| does) (?:the |my |our )?(?:next|upcoming|last|latest) (?:one|pick-?up|booking|order|move|delivery|transfer|trip|reservation)\b|\b(?:is|was|has|did|are|have) (?:the|my|our|that|it|this|they) ?[^.?!]{0,25}\b(?:paid|go(?:ne)? through|been (?:paid|received|processed|confirmed))\b|\b(?:is|was|are) (?:the|my|our|that) (?:\w+ ){0,2}(?:one|booking|order|reservation|move|delivery|transfer|pick-?up) (?:confirmed|cancell?ed|pending|completed|still on)\b|\bdid (?:the|my|our) payment\b|\b(?:the|that) (?:booking|order|reservation) (?:that )?(?:i|we)(?:'ve| have)? (?:just |already )?(?:made|placed|did|booked)\b|\bam i (?:booked|scheduled|confirmed|all set)\b|\bi have (?:anything|something) (?:booked|scheduled)\b|\b(?:did|have) you (?:already )?charged? (?:me|my card)\b|\b(?:how much|what) do i (?:still )?owe\b|^(?:my |the )?(?:last|latest|next|newest|upcoming|previous) (?:booking|order|reservation|move|delivery)s?[?.!]*$|\b(?:any|which) (?:pending|paid|unpaid|confirmed|cancell?ed|completed|open|upcoming) (?:bookings?|orders?|reservations?)\b/;
const CARRY =
  /\b(?:(?:do|can|could|will|would) (?:you|u|ya|your (?:drivers?|team|guys|movers))(?: guys)? (?:also |even )?(?:carry|take|move|transport|handle|ship|deliver|bring|accept|pick ?up|do)|is it possible to (?:send|ship|move)|(?:can|could|may) i (?:send|ship|bring))\b/;
const PAYMENT =
  /\b(?:how (?:do|can|should|would) (?:i|we|you) (?:pay|take payments?)|payment (?:methods?|options?|types?)|pay (?:by|with|using|online)|(?:credit|debit) cards?|amex|american express|visa|mastercard|apple pay|venmo|zelle|paypal|when (?:do|will|would) (?:i|we) (?:pay|be charged|get charged)|(?:need|require|pay|put down) (?:a )?deposit)\b/;
const CONTACT =
  /\b(?:(?:speak|talk|chat|connect me|get me|transfer me) (?:to|with|through to)? ?(?:a |an |someone|somebody|the )?(?:human|person|real person|agent|representative|rep|manager|someone|somebody|operator|team|staff)|phone number|(?:your )?e-?mail address|contact (?:you|details|info\w*|number)|call you|reach you|reach (?:a|some)\w*|human please|real person|(?:where|are you|you are|is your \w+) (?:are you )?(?:located|based)|customer (?:service|support)|your (?:office|address)|complaint|complain|call me)\b/;
const BOOKINGS =
  /\b(?:status|where(?:'s| is| are)|when(?:'s| is)|check(?: on)?|show|list|see|look ?up|find|track(?:ing)?|view|any news on|what about|has|is|are|did|do i have)\b[^.?!]{0,40}\b(?:my|our) (?:\w+ ){0,2}?(?:bookings?|orders?|reservations?|appointments?|deliver(?:y|ies)|pick-?ups?|luggage|bags?|stuff|things|move|driver|payment|transfer)\b|\b(?:booking|order|reservation) status\b|\bstatus of (?:my|the|booking|order)\b|\btt-?\d{3,}\b|\b(?:booking|order|reservation)(?: (?:number|no\.?))? ?#? ?\d{3,}\b|\b(?:my|any) (?:upcoming|existing|current|open|next|latest|recent|last|active) (?:bookings?|orders?|reservations?|move|delivery|pickup)\b|^(?:my )?(?:bookings?|orders?|reservations?)[?.!]?$|\bdo i have (?:any |a )?(?:upcoming )?(?:bookings?|orders?|reservations?)\b/;
const HISTORY =
  /\b(?:(?:booking|order|purchase|customer)s? history|(?:past|previous|old|earlier|prior) (?:bookings?|orders?|moves?|reservations?|deliveries)|how (?:much|many)\b[^.?!]{0,30}\b(?:have i|did i|i've|i have)\b[^.?!]{0,25}\b(?:spent|spend|booked|paid|used|ordered|done|made)|how (?:many|much)\b[^.?!]{0,20}\b(?:bookings|orders|moves) (?:have i|do i have|did i)|total (?:spent|spend|spending)|all (?:of )?my (?:bookings|orders))\b/;
const BOOK =
  /\b(?:(?:want|like|ready|need|love|try|going|can i|could i|let'?s|please|how (?:do|can|would) i|i'?ll|to|just|and|then|go ahead and|help me) (?:to )?(?:book|reserve|schedule)\b|^(?:book|reserve|schedule|order)\b(?!ings?\b| history| status)|\bbook (?:just |only )?(?:it|that|this|me|a|an|the|one|us|now|for|online|my)\b|\b(?:start|make|place|create|begin|open|set up|do|complete|finish) (?:a|an|the|my|this|that|your)? ?(?:booking|reservation|order|appointment)\b|\bschedule (?:a|an|the|my|it)\b|\breserve (?:a|an|the|it|that)\b|\bsign me up\b|\b(?:let'?s|please|ok,?|yes,?) (?:do it|go ahead|proceed)\b|\b(?:go ahead|proceed)\b|\block (?:it|that) in\b|\bset (?:it|that|this) up\b|\btake it\b|(?:,|\band|\bthen) (?:please )?book(?: it| now| please| me)?[.!]*$|\b\d+(?:st|nd|rd|th)?,? (?:please )?book(?: please)?[.!]*$)/;
const PRICE =
  /\b(?:how much|prices?|priced|pricing|costs?|costing|quotes?|estimates?|rates?|fees?|charges?|charged|expensive|cheap(?:er|est)?|affordable|ballpark|what would (?:it|that|this) (?:be|come)|what(?:'s| is) the (?:total|damage)|(?:run|set) me(?: back)?|surcharges?|extra charge|price tag|total|minimums?|is (?:that|it|this) (?:an )?extra)\b|\$\s?\?/;
const AVAILABILITY =
  /\b(?:availab\w*|vacanc\w*|openings?|open slots?|slots?|booked (?:up|out|solid)|fully booked|sold out|calendar|fit (?:me|us) in|squeeze (?:me|us) in|earliest (?:date|day|possible)|soonest|next (?:free|open|available))\b/;
const AVAILABILITY_WITH_DAY =
  /\b(?:free|open|busy|room|space|possible|do you (?:work|operate|deliver|pick ?up|have)|(?:can|could|will) (?:you|someone|somebody|anyone|a driver)|are you|would you be able|is (?:it|that|there|the|this)|what about|how about|works?|better|best|ok(?:ay)?)\b/;
const COVERAGE =
  /\b(?:service area|(?:areas?|zones?|towns?|places|neighbou?rhoods?|boroughs?) (?:do )?(?:you|are|is)|(?:do|can|could|will|would|are|is)\b[^.?!]{0,30}\b(?:serve|serving|servic\w+|cover(?:ed|ing|s)?|deliver(?:ing|y|ed)?|pick(?:ing)?[- ]?up|ship(?:ping)?|go|going|come|coming|operat\w+|reach|travel|work|drive|transport|send|move|in (?:your|the) (?:area|zone|range)|within|serviceable|drop(?:ping)? ?off)\b|where do you|how far|zip codes?|coverage|serviceable|(?:serve|cover|deliver to|covered)\b)/;
const CHOOSE =
  /\b(?:which (?:service|one|option|package|tier|move|size|of (?:these|those|your))\b[^.?!]{0,40}\b(?:should|do i|would|is (?:right|best|better)|for|fits?|suits?|recommend|need)?|what (?:service|package|option|tier|size) (?:should|do|would|is)|recommend\w*|suggest\w*|what should i (?:book|take|choose|use|pick|get)|help me (?:choose|decide|pick)|right for me|best for me|difference between|(?:mini move|standard delivery) or|or (?:a )?(?:mini move|standard delivery)\b[^.?!]*\?|not sure which|(?:what|which) size\b|better (?:option|choice))\b/;
const SERVICES =
  /\b(?:what (?:services|kinds?|types?|packages|tiers|sizes|options|do you (?:do|offer|provide))|services (?:do|you|are)|do you offer(?: any)? (?:services|packages)|list (?:of )?(?:your )?services|your services|how does (?:it|this|that|totetaxi) work|what(?:'s| is) (?:totetaxi|tote taxi|a mini move|included)|tell me (?:more )?about (?:your|the|totetaxi|mini))\b/;
const GOODBYE =
  /^(?:ok(?:ay)?[,.! ]*)?(?:bye+|goodbye|good ?night|see (?:you|ya)|farewell|have a (?:good|nice|great)|take care|that'?s all|that is all|nothing else|i'?m done|no more questions)\b/;
const RESTART =
  /\b(?:start (?:over|again|from scratch)|reset|forget (?:all )?(?:that|everything|it all)|new (?:booking|order|request)|scratch that)\b/;
const SURCHARGES =
  /\b(?:surcharges?|(?:charge|cost|pay)s? (?:extra|more)|extra (?:charge|fee|cost)s?|more expensive)\b/;
const CHEAPEST_DAY = /\bcheap(?:er|est)? (?:day|date|time|weekend|week)s?\b/;
const DAY_KIND = /\b(?:weekends?|weekdays?|saturdays|sundays|holidays?|peak)\b/;
const WEIGHT = /\b(?:how heavy|too heavy|weight|weigh|weighs|pounds|lbs?|kilos?)\b/;
const LEAD_TIME =
  /\b(?:how soon can|how (?:far|long|early|soon|late|much notice)\b[^.?!]*\b(?:advance|ahead|before|notice|book)|(?:advance|short) notice|in advance)\b/;
const TODAY =
  /\b(?:what(?:'s| is)? (?:the )?(?:day|date)(?: is (?:it|today)| today)|what(?:'s| is) today|today'?s date)\b/;
const INCLUDED =
  /\b(?:included?|includes|fits?|how many (?:items|pieces|boxes|things)|how big|what do i get|come(?:s)? with|tell me about|what(?:'s| is) (?:a|the))\b/;
const NEED =
  /\b(?:i|we) (?:need|want|have|would like|'?d like|am looking|are looking|'?m looking|'?ve got)\b[^?]{0,30}\b(?:to )?(?:move|moving|send|ship|deliver\w*|transport|transfer|get|bring|take|pick(?:ed)? ?up|help)\b/;
const SAME_DAY = /\bsame[- ]?day\b/;
const ACCOUNT =
  /\b(?:(?:do not|don'?t|can'?t|cannot|didn'?t) (?:have|know|remember|recall|find|get) (?:my |the |a )?(?:password|log ?in)|(?:can'?t|cannot|unable to|trouble|problems?|not able to|won'?t let me) (?:log(?:ging)?|sign(?:ing)?)[- ]?in)\b|\b(?:change|forgot(?:ten)?|forget|reset|lost|update|new)\b[^.?!]{0,12}\b(?:my |a |the )?password\b(?!s)/;
/** More pieces for an order that exists. */
const ADD_TO_ORDER =
  /\badd(?:ing)?\b[^.?!]{1,40}\bto (?:my|our|the|an) (?:existing |current )?(?:booking|order|reservation|delivery|move)\b/;
const ADDS_PIECES = /\b(?:bags?|items?|pieces?|box(?:es)?|suitcases?|luggage|duffels?|things?)\b/;
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
    if (ACCOUNT.test(text)) return ['account'];
    if (asksForInstructions(text) || THE_INSTRUCTIONS.test(text)) return ['instructions'];
    if (HISTORY.test(text)) return ['history'];
    if (OTHER_CUSTOMERS.test(text) || NAMED_CUSTOMER.test(text)) return ['other_customers'];
    if (isAboutAssistant(text)) return ['identity'];
    if (RESTART.test(text)) return ['restart'];
    if (TODAY.test(text)) return ['today'];
    if (LEAD_TIME.test(text)) return ['lead_time'];
    const isDetailed = carries.hasService || carries.hasZip || carries.hasPlace || carries.hasDay;
    const isOrder = BOOK.test(text) && !/\bcancel|refund/.test(text);
    if (text.search(PICKUP_HOUR) >= 0 && !isOrder) {
      return [carries.hasService ? 'price' : 'pickup_hour'];
    }
    if (SAME_DAY.test(text) && !carries.hasService && !isOrder) return ['same_day'];
    if (ADD_TO_ORDER.test(text)) {
      return ADDS_PIECES.test(text) ? ['policy:edit', 'policy:addbag'] : ['policy:edit'];
    }
    if (ARRIVES.test(text) && policies.has('times')) return ['policy:times'];
    const policy = POLICY_SIGNALS.find(
      ([id, signal]) => policies.has(id) && signal.test(text),
    )?.[0];
    if (CARRY.test(text) && carries.hasSpecialty && !PRICE.test(text)) {
      return ['carry', ...(carries.hasDay ? (['availability'] as const) : []), 'price'];
    }
    if (policy !== undefined && !(isDetailed && isOrder) && !isPriced(policy, text, carries)) {
      const asksDay = policy === 'times' && carries.hasDay && !carries.hasService;
      return [`policy:${policy}`, ...(asksDay ? (['availability'] as const) : [])];
    }
    if (PAYMENT.test(text) && !BOOKINGS.test(text)) return ['payment'];
    if (WEIGHT.test(text) && !PRICE.test(text)) return ['weight'];
    if (SURCHARGES.test(text) && carries.hasDay && !carries.hasService) return ['availability'];
    if (CHEAPEST_DAY.test(text) && !carries.hasService) {
      return [carries.hasDay ? 'availability' : 'surcharges'];
    }
    if (DAY_KIND.test(text) && !carries.hasDay && !carries.hasService) return ['surcharges'];
    if (carries.hasTier && /\b(?:what size|how (?:big|large)) is\b/.test(text)) return ['services'];
    if (carries.hasTier && INCLUDED.test(text) && !PRICE.test(text) && !CHOOSE.test(text))
      return ['services'];
    if ((BOOKINGS.test(text) || OWN_BOOKING.test(text)) && !isOrder) return ['bookings'];
    if (CONTACT.test(text)) return ['contact'];
    if (carries.hasCount && namesBothServices(text) && PRICE.test(text)) return ['price'];
    if (CHOOSE.test(text)) return ['choose'];

    const goals: Goal[] = [];
    const isPrice = PRICE.test(text);
    const isAvailability =
      AVAILABILITY.test(text) ||
      (carries.hasDay &&
        !isPrice &&
        !isOrder &&
        AVAILABILITY_WITH_DAY.test(text) &&
        !NEED.test(text));
    const hasPlace = carries.hasZip || carries.hasPlace;
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

    if (PACKING.test(text)) return ['price'];
    if (SERVICES.test(text)) return ['services'];
    if (isGreeting(text)) return ['greeting'];
    if (isThanks(text)) return ['thanks'];
    if (GOODBYE.test(text)) return ['goodbye'];
    if (NEED.test(text) && carries.hasService) return ['price'];
    if (carries.hasSpecialty && (carries.hasPlace || carries.hasZip)) return ['price'];
    const [best] = retriever.search(text);
    if (best !== undefined && !(isDetailed && best.confidence < 0.62)) return [best.name as Goal];
    if (NEED.test(text)) return ['choose'];
    if (isAbuse(text)) return ['abuse'];
    return [];
  };
}

/** "How much is a petite move with COI" is about a price, "how much is storage" about a policy. */
function isPriced(policy: string, text: string, carries: Carries): boolean {
  if (policy === 'airport') return false;
  if (policy === 'coi') return carries.hasService && PRICE.test(text);
  return (
    ['insurance', 'unattended', 'times', 'hotel', 'labels', 'addbag'].includes(policy) &&
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
  return createRetriever([...goals, ...policies], 0.52);
}
