/** Words that settle which policy a question is about, whatever else it says. */
export const POLICY_SIGNALS: readonly [string, RegExp][] = [
  ['tipping', /\b(?:tips?|tipping|tipped|gratuit\w+)\b/],
  [
    'edit',
    /\b(?:change|edit|modify|reschedul\w+|update|move)\b[^.?!]{0,25}\b(?:my|existing|an) (?:existing |current )?(?:booking|order|reservation|appointment|delivery date)\b|\breschedul/,
  ],
  ['cancellation', /\b(?:cancel\w*|refund\w*|money back)\b/],
  [
    'coi',
    /\b(?:includes?|included|need|provide|cover)\b[^.?!]{0,30}\b(?:coi|certificates?)\b[^.?!]*\?|\b(?:what(?:'s| is) (?:a |an |the )?|do i need (?:a |an )?|how do(?:es)? (?:i get )?(?:a |an |the )?|provide (?:a |an )?|is (?:a |an |the )?|have (?:a |an )?|much is (?:a |an |the )?)(?:coi|certificate of insurance)\b|\b(?:building|landlord|management|co-?op|condo)\b[^.?!]*\b(?:coi|certificate)\b/,
  ],
  [
    'insurance',
    /\binsur(?:ed|ance)\b(?<!certificate of insurance)(?! certificate)|\bliabilit|\b(?:damag\w*|broke|broken|breaks?|stolen|lose|lost(?! (?:my |the )?(?:tracking|link|confirmation|password|number|e-?mail)))\b|\b(?:file|make) a claim\b/,
  ],
  [
    'storage',
    /\b(?:storage|store (?:my|our|it|them|things|stuff)|storing|hold my (?:bags|luggage)|keep my (?:bags|luggage|things))\b/,
  ],
  [
    'discounts',
    /\b(?:discount\w*|promo\w*|coupon\w*|referral\w*|voucher|special offers?|deals?)\b/,
  ],
  ['labels', /\b(?:label\w*|luggage tags?|name tags?)\b/],
  [
    'prohibited',
    /\b(?:prohibit\w*|forbidden|not allowed|allowed to (?:send|ship)|restricted|hazard\w*|firearms?|guns?|ammunition|weapons?|kni(?:fe|ves)|fireworks?|explosives?|propane|gasoline|petrol|tobacco|cigarettes?|cigars?|vapes?|marijuana|weed|cannabis|drugs?|medication|medicine|prescriptions?|ashes|dog|cat|pets?|live plants?|houseplants?|plants|frozen food|perishable|alcohol|wine|liquor|lottery|jewelry|cash (?:in|with)|flammable|lithium|can'?t (?:i|you) (?:send|ship|carry|move)|cannot (?:send|ship|carry))\b/,
  ],
  ['hotel', /\bhotels?\b|\bconcierge\b|\bairbnb\b/],
  [
    'unattended',
    /\b(?:nobody|no one|not (?:be )?(?:at )?home|be home|be there|unattended|be present|doorman|porch)\b/,
  ],
  [
    'late',
    /\b(?:running late|be late|i'?m late|am late|driver wait|missed (?:delivery|pickup)|miss (?:the|my) (?:delivery|pickup|driver)|wait(?:ing)? (?:time|fee|charge))\b/,
  ],
  [
    'addbag',
    /\b(?:bags?|items?|boxes|suitcases?|pieces?|more|extra|another)\b[^.?!]*\b(?:last[- ]minute|at pickup|on the day)\b|\b(?:than i booked|more than booked)\b|\bextra bags?\b.*\b(?:driver|day)\b/,
  ],
  ['courier', /\bcouriers?\b|\berrands?\b/],
  [
    'meet',
    /\b(?:upstairs|stairs|walk-?up|elevator|meet (?:the|your|my) driver|where do (?:i|we) meet|which floor)\b/,
  ],
  [
    'times',
    /\b(?:pick(?:ed)?[- ]?up|deliver\w*|arrive|come)\b[^.?!]*\b(?:at|before|after|by|between) \d{1,2}(?::\d\d)? ?(?:(?:and|to|-) ?\d{1,2}(?::\d\d)? ?)?(?:am|pm)\b(?![^.?!]*\b(?:jfk|ewr|airport|terminal|flight)\b)(?<!\b(?:jfk|ewr|airport|terminal|flight)\b.*)|\b(?:what time|which hours?|business hours|open (?:right )?now|you open$|you open\?|opening hours|your hours|time window|pick-?up window|tracking link|track (?:the|my) driver|how long does|how early|how late|in the evening|at night)\b/,
  ],
  [
    'airport',
    /\b(?:lga|la ?guardia|westchester|teterboro|fbo|private (?:jet|terminal)|which airports|what airports|other airports)\b/,
  ],
  ['areas', /\b(?:florida|miami|palm beach|international\w*|overseas|abroad)\b/],
  [
    'custom',
    /\b(?:pianos?|sofas?|couch(?:es)?|furniture|mattress(?:es)?|artwork|sculptures?|pool table|motorcycles?|(?:my|a) car|unusual|odd[- ]shaped|oversized?|not (?:listed|on (?:the|your) list))\b/,
  ],
];
