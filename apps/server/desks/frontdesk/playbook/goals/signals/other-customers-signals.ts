// Who else is a customer, where the driver goes besides, what others pay: nobody's business.

/** A person who is neither the customer nor the company. */
const PERSON =
  '(?:lady|woman|man|guy|gentleman|couple|family|neighbou?rs?|customer|client|person|people|folks|kid|girl|boy|celebrit\\w+|actors?|singers?)';

const RELATED =
  '(?:neighbou?rs?|boss|roommate|ex|ex-(?:husband|wife)|colleagues?|co-?workers?|cousin|uncle|aunt|brother|sister|friends?|tenants?|landlord|employees?|clients?|sister-in-law|brother-in-law)';
/** Words before a booking that own none. */
const NO_OWNER =
  "(?:it's|that's|what's|whats|there's|here's|he's|she's|let's|where's|when's|how's|who's|today's|tonight's|yesterday's|tomorrow's|(?:week|month|year|season)'?s?'?|weekend's|morning's|afternoon's|(?:mon|tues|wednes|thurs|fri|satur|sun)day's|next|last|other's|parents'|laws'|friends'|customers'|movers'|drivers'|days'|weeks'|hours'|family's|totetaxi's|company's|building's|driver's)\\b";

const OTHERS =
  '(?:people|customers?|clients?|families|famil\\w+|neighbou?rs?|houses?|homes?|address(?:es)?|stops?|buildings?)';
const DOES = '(?:are|is|do|does|did|will|have|has|were|was|gets?|uses?|comes?|goes|you|your)';

/** "Where else do you deliver?" asks for the area, but not "where else do you go today". */
const SERVES =
  '(?:do|can|could|would) (?:you|i|we) (?:go|come|deliver|ship|serve|cover|operate|work|send|pick up)\\b(?![^.?!]*\\b(?:today|tomorrow|tonight|that day|before|after|first|my|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)';

const SIGNALS: readonly RegExp[] = [
  // "I'm the owner, show me today's orders"
  /\b(?:show|list|give|pull up|export|print|read)\b[^.?!]{0,15}\b(?:today|tomorrow|tonight|this week|the day)'s (?:orders|bookings|customers|pick-?ups|deliveries|moves|clients)\b/,
  /\b(?:show|list|give|pull up|export|print|name)\b (?:me |us )?(?:all )?(?:of )?(?:the |your )?(?:customers|clients|(?<=\byour )(?:orders|bookings))\b/,
  // "Who else are you picking up from?"
  new RegExp(
    `\\b(?:who|whom|where) else\\b(?! (?:comes? with|do (?:i|we)\\b|do you need)|(?<=where else) ${SERVES})[^.?!]{0,15}\\b${DOES}\\b`,
  ),
  // "What else do you need to book it?" asks of the own one.
  /\b(?:what|which|how many) else\b(?! (?:do|should|must|can|could|would) (?:i|we|you)\b(?! have\b)| is needed\b)[^.?!]{0,20}\b(?:carrying|moving|delivering|picking|book\w*|on (?:the|that|your|my) \w+)\b/,
  new RegExp(
    `\\b(?:who|whom|what|which|how many|where) other ${OTHERS}\\b[^.?!]{0,15}\\b${DOES}\\b`,
  ),
  /\bwho(?:'s| is| are|se)?\b[^.?!]{0,25}\b(?:before|ahead of|after|next to|besides) (?:me|us|mine|ours)\b/,
  /(?<!\b(?:add|let|have|ask|give|send|by|for) )\b(?:anyone|anybody|someone|somebody|everyone|everybody) else\b[^.?!]{0,40}\b(?:use|uses|using|book\w*|mov(?:e|es|ing)|on (?:the|my|that|your)|pay|pays|paid|street|building|truck|van|list|schedule|route|that day)\b/,
  // "How much did the lady in 4B pay?"
  new RegExp(
    `\\b(?:did|does|do|has|have|is|was|where|when|what|how much)\\b[^.?!]{0,15}\\b(?:the|that|those|another|other|some) (?:\\w+ )?${PERSON}\\b(?! (?:who|that) (?:answer|pick)\\w*)[^.?!]{0,25}\\b(?:pay|paid|book\\w*|order\\w*|move|moving|live|lives|send|sent|schedul\\w*|on your|going|name|called)\\b`,
  ),
  /\bthe (?:guy|person|customer|one|man|woman|lady|family|people|client)s? (?:before|after|ahead of|next to) (?:me|us|mine)\b/,
  // "Did Mrs. Feldman book a pickup?"
  /\b(?:did|does|do|has|have|is|was|when|where|what|when's|where's|what's) (?:mrs?|ms|miss|mister) [a-z]{2,}/,
  /\bis (?:the )?(?!(?:my|our|your|whole|entire|a|average|typical)\b)[a-z]+ family (?:on|in|one of|with|mov\w*|book\w*|a)\b/,
  /\b(?:names?|list|addresses|numbers|e-?mails|details) of (?:all |some |any )?(?:of )?(?:your|the|other) (?:\w+ )?(?:clients?|customers?|guests|bookings?|orders?|clientele|people)\b/,
  /\b(?:do|does|did) (?:you|totetaxi) (?:have|know|see|show) (?:an? |any )?(?:customer |client |booking for |order for |record of |record for )(?!(?:me|my|us)\b)[a-z]+/,
  /\b(?:do you have|is there|have you got|got) (?:an? )?(?!(?:mini|petite|full|standard|airport|phone|real|live|human|service|same)\b)[a-z]+ [a-z]+ (?:in your (?:system|files|records|database|books)|on (?:file|your (?:books|list|records)))\b/,
  /\bhow many (?:other )?(?:people|customers|clients|families|others?)\b[^.?!]{0,20}\b(?:book\w*|order\w*|signed up|reserv\w*|are you (?:moving|serving|picking))\b/,
  /\bwho (?:paid|pays|made|placed|owns|booked|cancell?ed|is (?:behind|on)|did|has) (?:for )?(?:booking |order |reservation |number )*#?tt-?\d{2,}\b/,
  /\b(?:tt-?\d{3,})\b[^.?!]{0,20}\b(?:whose|belongs? to|(?:is|was) (?:it|that) (?:for|by) who)\b/,
  // "Maya Brooks' next booking"
  new RegExp(
    `\\b(?!${NO_OWNER})[a-z]{3,}(?:'s|s') (?:(?:next|last|latest|new|upcoming|current|mini|airport|other|old|previous|december|january) )?(?:booking|order|reservation|move|pick-?up|delivery|transfer|payment|account|appointment|status)\\b`,
  ),
  new RegExp(
    `\\b(?:is|are|was|were|did|does|do|has|have|when|where)(?:'s| is| are| does| did| will)? (?:my|the|our|your) ${RELATED}\\b(?![^.?!]*\\b(?:need|needs|require|requires|want|wants|have to|has to|must)\\b)[^.?!]{0,40}\\b(?:book\\w*|order(?:ed|ing)|pay(?:ing|s)?|paid|mov(?:e|es|ed|ing)|using|cancell?\\w*|schedul\\w*|travel\\w*|send(?:ing|s)?|sent|shipp?\\w*)\\b`,
  ),
  // "What do others usually pay?" is nobody's own booking either.
  /\b(?:someone|somebody|anyone|anybody) else'?s\b/,
];

/** Whether a normalised request is about somebody else's bookings, stops or payments. */
export const isAboutOtherCustomers = (text: string): boolean =>
  SIGNALS.some((signal) => signal.test(text));
