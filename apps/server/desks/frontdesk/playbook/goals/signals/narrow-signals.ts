// Narrow signals of a normalised request, which classify.ts asks before or beside the broad ones.

/** "OK cool" */
export const ACKNOWLEDGES =
  /^(?:ok(?:ay)?|cool|great|nice|awesome|alright|sweet|neat|lovely|good to know|i see|understood|got it|makes sense)[,.! ]+(?:(?:ok(?:ay)?|cool|great|nice|awesome|alright|sweet|neat|lovely|good to know|i see|understood|got it|makes sense)[,.! ]*)+$/;

/** "Do you bring boxes?" */
export const BRINGS_SUPPLIES =
  /^(?:do|can|will|could) you(?: guys)? (?:bring|supply|have|provide|give)(?: us| me| your own| the| any| some| empty| moving| packing)* (?:boxes|bins|crates|tape|supplies|materials|blankets)\b(?! (?:from|to))/;

/** "You around?" */
export const CALLS_OUT =
  /^(?:(?:hi|hey|hello|good \w+),? )?(?:is |are )?(?:any(?:one|body)|some(?:one|body)|you)(?: still| even)? (?:there|around|here|awake|online)[?! ]*$/;

/** "Whether a certificate of insurance is available, and at what cost". */
export const COI_OFFERED =
  /\b(?:coi|certificates?(?: of insurance)?)\b[^.?!]{0,20}\b(?:available|possible|offered|provided|obtainable)\b/;

/** "How much deposit?" */
export const DEPOSIT_ALONE =
  /\b(?:how much|what|which|any|is there a|do i pay a)\b[^.?!]{0,12}\bdeposits?\b/;

/** Into the house, not to the town. */
export const ENTERS =
  /\b(?:upstairs|stairs|inside|floor|apartment|lobby|elevator|unit|door|porch|front desk|reception|concierge|doorman)\b/;

/** "And what does it include?" */
export const INCLUDES_WHAT =
  /^(?:and |so )?what (?:(?:does|do|would) (?:it|that|they|those|this one) (?:include|come with)|comes with (?:it|that)|is in it|do i get for (?:it|that))[?.! ]*$/;

/** "Could you come in two weeks?" */
export const IN_SOME_TIME = [
  /\bin (?:about |like |maybe )?(?:an?|one|two|three|four|\d{1,2}|a few|a couple of) (?:days?|weeks?|months?)\b/,
  /\bin (?:the )?(?:(?:next|coming|first|last|second|early|late|mid) )?(?:[a-z]+ )?(?:weeks?|month|half)\b/,
  /\bin (?:early |late |mid )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/,
];

/** "The 24th or 26th, which one is open?" */
export const IS_OPEN = /\b(?:open|free|available|possible|left)\b/;

/** "Is December 26 a peak date?" */
export const IS_PEAK = /\b(?:peak|holiday|special) (?:dates?|days?|rates?|prices?)\b/;

/** "Can I have the driver waiting for 20 minutes?" complains of nothing. */
export const MAY_WE = /^(?:can|could|may|is it|will|would|do|if|what if)\b/;

export const MOST_POPULAR = /\b(?:which|what)(?: one)?(?:'s| is) (?:the |your )?most popular\b/;

export const NAMES_SIZE = /\b(?:petite|standard|full|mini|sizes?|moves?|package|tier)\b/;

/** "Do you need a deposit in advance?", "how long do you wait before it costs extra?" */
export const NO_LEAD_TIME = /\b(?:deposit|pay|paid|payment|upfront|wait\w*)\b/;

/** "Do you sell gift cards?", "what do your drivers earn?": nothing that is to be sent. */
export const OF_OTHER_THINGS = [
  /\b(?:sell|buy|offer|have|purchase|do you do|get)\b[^.?!]{0,15}\bgift (?:cards?|certificates?|vouchers?)\b/,
  /\b(?:your|the) (?:drivers?|movers|employees|staff|crew|guys)\b[^.?!]{0,10}\b(?:make|earn|get paid|salary|wages?)\b/,
  /\bhow (?:many|big)\b[^.?!]{0,10}\b(?:trucks?|vans?|drivers?|employees|people|fleet)\b[^.?!]{0,10}\b(?:do you have|are there|work for you|is your|are you)\b/,
  /\b(?:recommend|suggest|know)\b[^.?!]{0,12}\b(?:an? |some |any |the )(?:\w+ )?(?:hotels?|restaurants?|bars?|beach(?:es)?|cafes?|realtors?|contractors?|place to (?:eat|stay))\b/,
];

/** "From the office then": a place of the customer's, and no question about ours. */
export const OWN_OFFICE =
  /\b(?:from|to|at|in|near) (?:the|my|our|his|her|their) (?:office|work|store|shop)\b/;

/** "Do I pay more on Labor Day?" asks for no way to pay. */
export const PAYS_MORE =
  /\bpay (?:any |a |the )?(?:more|extra|less|twice|double|surcharge|(?:\w+ )?fees?)\b/;

/** "I need a receipt for the September delivery" */
export const RECEIPT =
  /\b(?:need|get|want|send|have|resend|give|print|download)\b[^.?!]{0,20}\b(?:receipts?|invoices?|confirmation)\b/;

export const RECOMMENDED_BY =
  /\brecommended (?:to (?:me|us) )?(?:by|you)\b|\brecommended to (?:me|us)\b/g;

/** A slot that is taken, not asked for. */
export const RESERVES_SLOT =
  /\b(?:book|reserve|schedule|take) (?:me |us )?(?:a|an|the|one) (?:\w+ )?(?:slots?|openings?)\b(?![^.?!]*\b(?:free|available)\b)/;

/** "What if I book for Easter and then can't go?" orders nothing. */
export const SUPPOSES_BOOKING =
  /\b(?:what if|suppose|say|when|once|after) (?:i|we)(?:'ve| have)? (?:book|order|reserve|schedule)(?:ed|d)?\b/;

/** "What's each?", of what was named side by side. */
export const WHAT_EACH =
  /^(?:and )?(?:what|how much)(?:'s| is| are| would| will) (?:each|both|either)(?: be| cost)?[?.! ]*$/;

/** "What is a standard move on Sunday, January 10?": its price. */
export const WHAT_IS_IT =
  /^(?:(?:and|so|ok|hi|hello),? )*(?:what(?:'s| is| would)|how about|what about)\b/;

/** "How far out is your calendar?" */
export const HOW_FAR_OUT =
  /\bhow far (?:out|in(?:to)? the future)\b[^.?!]*\b(?:calendar|schedule|dates?|book\w*|open|availab\w*)\b/;
/** "Between what hours do you come?" */
export const WHAT_HOURS =
  /\b(?:between|within|during|at|in) (?:what|which) (?:hours|times|time (?:frame|window))\b[^.?!]*\b(?:you|driver|they|pick-?up|delivery)\b/;
