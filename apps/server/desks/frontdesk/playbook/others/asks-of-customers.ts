// Who else is a customer, what others send and pay, and where the driver goes besides.

const LIST = '(?:list|schedule|route|books?|calendar|truck|van|waiting list|waitlist|manifest)';
const BOOKED =
  '(?:bookings?|orders?|reservations?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?|jobs?|stops?)';
const DAY =
  '(?:(?:(?:on|for|in|this|next) )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week|month|tomorrow|today|that day|december|january|christmas))';
const OTHERS =
  '(?:anyone|anybody|someone|somebody|any(?:one)? (?:of )?(?:your |the |my |our )?(?:other )?(?:customers?|clients?|neighbou?rs?|people|famil(?:y|ies)|celebrit\\w+|tenants?)|(?:the |your )?other (?:customers?|clients?|people))(?: else)?';
const MOVES =
  '(?:mov(?:e|es|ed|ing)|book(?:s|ed|ing)?|order(?:ed|ing|s)?|send(?:s|ing)?|sent|ship(?:s|ping|ped)?|us(?:e|es|ed|ing)|paid|pays?|reserved?|living|lives?|scheduled|sharing)';

const SIGNALS: readonly RegExp[] = [
  // "Who's on the truck with me?"
  new RegExp(
    `\\bwho(?:'s|se)?(?: else)?(?: \\w+)? (?:on|in) (?:the|my|our|your|that|today's|tomorrow's) (?:\\w+ )?${LIST}\\b`,
  ),
  // "Who do you have on December 24?"
  /\b(?:who|whom) (?:else )?(?:do|did|are|will|have|were) you (?:all )?(?:have|got|deliver\w*|pick\w*|collect\w*|mov\w+|serv\w+|bring\w*|driv\w+|visit\w*|stop\w*|see(?:ing)?|work(?:ed|ing)? for)\b/,
  // "Who sent the boxes to 48 Meadow Lane?"
  /\bwho(?:'s| is| has| was)? (?:already |just |ever )?(?:booked|ordered|reserved|sent|shipped|paid for|took|taken|got the|received|moved|chose|lives?|living|moving|staying)\b(?! me\b)/,
  /\bwho(?:'s| is| was| are)? (?:on |behind |the (?:name|person|customer) (?:on|behind|of|for) )?#?tt-?\d{2,}\b/,
  /\b(?:whose|surname|last name|(?:what|which) (?:name|customer|person|client|family|phone|number|e-?mail))\b[^.?!]{0,30}\btt-?\d{2,}\b/,
  /\btt-?\d{2,}\b[^.?!]{0,25}\b(?:whose|which customer|what name|who (?:booked|is|made|has|owns|does))\b|\bis (?:the |that )?(?:booking |order )?tt-?\d{2,} (?!mine\b|my\b|our)[a-z]+'s\b/,
  /\bwho was it (?:that|who)\b|\bwho(?:'s| is| are| else is) on (?:it|board)\b/,
  // "The names of everyone in Sag Harbor"
  /\b(?:names|addresses|phone numbers|numbers|e-?mails|details) (?:and \w+ )?of (?:every(?:one|body)|all|anyone|anybody|people|your|the (?:others?|people|customers|clients))\b/,
  /\blists? of (?:the |all |your |all the )?(?:people|persons|customers|clients|families|bookings|orders|names|addresses)\b/,
  /\b(?:what|which|whose) (?:other )?(?:address(?:es)?|houses?|homes?|people|famil(?:y|ies)) (?:are|did|will|were) you (?:\w+ )?(?:visit|go|stop|serv|deliver|pick|collect|mov)\w*/,
  // "Is 305 East 86th Street on your route?"
  new RegExp(`\\b(?:is|was) \\d+ [a-z][\\w ]{3,30} on your ${LIST}\\b`),
  // "Did the Hadids order a full move?"
  /\b(?:did|do|have) the (?!(?:movers|drivers|guys|fees|prices|rates|customers|buildings|hotels)\b)[a-z]{3,}s (?:already |ever |also )?(?:book|order|pay|paid|reserve)(?:ed|d)?\b/,
  // "Is anybody in my building moving that day?"
  new RegExp(
    `(?:^(?=any)|\\b(?:is|are|does|do|did|has|have|was|were|will|know if|whether) )${OTHERS} (?:[\\w']+ ){0,6}?${MOVES}\\b`,
  ),
  new RegExp(
    `\\b(?:is|are|was|were) (?:${OTHERS}) (?:[\\w']+ ){0,6}?(?:an? (?:\\w+ )?(?:customer|client)|on (?:your|the) ${LIST})\\b`,
  ),
  /\b(?:deliver|come|go|going|bring|delivering|picking up|pick up|collect)\b[^.?!]{0,12}\b(?:to|for|from) (?:anyone|anybody|someone|somebody)(?: else)? (?:at|in|on|from|there|here)\b(?=[^.?!]*\?|[^.?!]*\d|.*\b(?:building|street|floor)\b)/,
  // "Any other customers in Sag Harbor that day?"
  /\b(?:any|which|what) (?:other |more )?(?:customers|clients|families|neighbou?rs|celebrit\w+|famous people|stars)\b(?! (?:service|care|support|reviews?|account|login)\b)/,
  /\b(?:which|any|how many|some) of (?:my|our|the|your) (?:\w+ )?(?:neighbou?rs|customers|clients|friends|colleagues)\b/,
  // "How many people have taken a full move for December 10?"
  /\bhow many (?:other |more )?(?:people|customers|clients|families|households|others|persons|neighbou?rs)\b[^.?!]{0,12}\b(?:have|has|had|booked|ordered|are (?:moving|booked|coming|going|on|down)|did|were|was|took|chose|paid|moving|waiting)\b(?! to\b)/,
  new RegExp(
    `\\bhow many (?:other |full |mini |standard |petite |airport )*${BOOKED} (?:are|do|did|have|will|is|were) (?:you|there|already|scheduled|booked|planned)\\b(?! (?:charge|allow|need|include)\\b)`,
  ),
  // "List all deliveries on December 10", "tomorrow's route"
  new RegExp(
    `\\b(?:list|show|give|send|print|read|export|see|tell)\\b[^.?!]{0,15}\\b(?:all|every|the|each|other|your)(?: the| of| your)? (?:other )?(?:${BOOKED}|customers|clients|names|addresses) ${DAY}`,
  ),
  /\b(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|that day|the driver|your driver|the truck|the van)'s (?:full |whole |other )?(?:route|stops|manifest|schedule|list|customers|clients|bookings|deliveries|pick-?ups|addresses)\b/,
  /\b(?:where|whose (?:house|place|home))\b[^.?!]{0,25}\b(?:driver|truck|van)\b[^.?!]{0,25}\b(?:before|after|besides|other than) (?:us|me|mine|ours|our|my)\b|\bwhose (?:house|place|home|door|street)\b/,
  // "Any bookings for Haddad on the 17th?"
  /\b(?:any|a) (?:booking|order|reservation|pick-?up|delivery|move)s? (?:for|under|from|of|by) (?:the name |name )?(?!(?:an?|the|my|me|us|our|your|today|tomorrow|next|this|that|which|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|items|\w+s)\b)[a-z]+ (?:on the|on (?:mon|tues|wednes|thurs|fri|satur|sun|dec|jan)|this week|in your|yet|already)/,
  /\b(?:anything|something) (?:for|from|under|by) (?!(?:an?|the|my|me|us|our|your|today|tomorrow|next|this|that|free|less|under|about|on|in|at|then|it|both|each|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas)\b)[a-z]{3,} (?:tomorrow|today|this week|on (?:the|mon|tues|wednes|thurs|fri|satur|sun|dec|jan)|in your)/,
  /\b(?:check|find|search|look up) (?:for )?(?:the |a )?(?:name|surname|last name) (?!on\b)[a-z]+/,
  /\b(?:name|somebody|someone|person) (?:called |named )?[a-z]+(?: [a-z]+)? in your (?:system|books|files?|records|database|list)\b/,
  // "What do other people pay?"
  /\b(?:what|how much|when|where|which \w+) (?:do|did|are|have|does) (?:the |your |most )?(?:others|other (?:people|customers|clients|families))\b(?=[^.?!]*\b(?:pay|paid|paying|spend|spent|book\w*|going|live|send|move)\b)/,
  // "We got somebody's duffel by mistake, what's their number?"
  /\b(?:somebody|someone|another (?:person|customer|family)|a stranger)(?:'s| else's)\b[^.?!]*\b(?:whose|their|owner|number|address|name|belong)\b/,
];

/** Whether a normalised request asks who else is a customer. */
export const asksOfCustomers = (text: string): boolean =>
  SIGNALS.some((pattern) => pattern.test(text));
