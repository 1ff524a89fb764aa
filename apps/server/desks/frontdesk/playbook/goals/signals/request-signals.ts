// What a normalised request wants, told by several short signals each.

const isAny =
  (signals: readonly RegExp[]) =>
  (text: string): boolean =>
    signals.some((signal) => signal.test(text));

const WHO = "(?:you|u|ya|y'all|your \\w+|someone|somebody|a driver|the driver|they)";
const REACH =
  '(?:come|coming|go|going|drive|driving|deliver|delivering|take|bring|get|getting|reach|make it|serve|serving|pick ?up|travel|haul|ship|work|service|operate|cover|send)';

/** "Do you come up here?", after a place: whether it is served. */
export const comesThere = isAny([
  new RegExp(
    `\\b(?:do|can|could|will|would|are) ${WHO}\\b(?: guys| even| also| actually| ever)*[^.?!]{0,10}\\b(?:come|get|drive|deliver|go|make it|reach|serve)(?: (?:all the way|over|out|up|down|through))*(?: (?:to|for))? (?:us|me|him|her|them|my (?:place|house|home|door|address))[?.! ]*$`,
  ),
  new RegExp(
    `\\b(?:do|can|could|will|would|are) ${WHO}\\b(?: guys| even| also| actually| ever)*[^.?!]{0,10}\\b${REACH}\\b[^.?!]{0,25}\\b(?:here|there|that far|this far|out this way|our way|my way|this way)\\b(?! (?:by|before|at|on|between|until|around|in the|if|when|upstairs|inside)\\b)`,
  ),
  /\b(?:is|am|are|would) (?:i|we|that|it|this|there|they|he|she) (?:still )?(?:within|inside|in|outside|out of) (?:your |the )?(?:area|zone|range|reach|radius|territory|service area)\b/,
]);

/** Ordering late for the next day: until when it goes online. */
export const asksCutoff = isAny([
  /\b(?:how late|(?:until|till|by) (?:when|what time|how late)|what(?:'s| is) the latest|when(?:'s| is) the latest)\b[^.?!]{0,25}\b(?:i|we|you|one|to)\b[^.?!]{0,20}\b(?:book|order|reserve|schedule|arrange)\b/,
  /\b(?:book\w*|order\w*|reserv\w*|schedul\w*|arrang\w*|decide|sign up)\b[^.?!]{0,40}\b(?:tonight|this evening|after (?:dinner|work|dark|six|seven|eight|nine|hours|\d)|(?:at|past|by|around) (?:\d{1,2}|six|seven|eight|nine|ten|eleven)(?::\d\d)? ?(?:pm|p\.m\.?|tonight|at night|in the evening)?|\d ?pm|midnight|late)\b[^.?!]{0,40}\b(?:tomorrow|next (?:day|morning)|following (?:day|morning)|morning after)\b/,
  /\b(?:too late|late enough|still time|still (?:possible|able)|time left|early enough|soon enough|too short notice)\b[^.?!]{0,30}\b(?:tomorrow|next day|next morning)\b(?![^.?!]*\b(?:change|cancel|deliver(?:ed|y)?)\b)/,
  /\bit(?:'s| is) (?:already |now )?(?:past |after |almost |nearly )?(?:\d{1,2}|six|seven|eight|nine)(?::\d\d)? ?(?:pm|o'clock)\b[^?]{0,40}\btomorrow\b/,
]);

/** "I need a transfer booked": an order in the passive. */
export const wantsBooked = isAny([
  /\b(?:need|want|'d like|would like|like to have|can i get|could i get|can i have|please have|please get)\b[^.?!]{0,50}\b(?:booked|reserved|scheduled|arranged|set up|organi[sz]ed)\b/,
  /\b(?:can|could|would|will) (?:you|we|i)(?: guys)? (?:please |kindly |just |also |now |maybe )*(?:book|reserve|schedule)\b(?!ings?\b)/,
  /\b(?:would|do) you mind (?:booking|reserving|scheduling)\b|\b(?:can|could) (?:we|i|you) (?:please )?(?:get|have) [^.?!]{1,50} (?:booked|reserved|scheduled)\b/,
  /\b(?:booked|reserved) (?:in )?(?:please|pls|plz)\b/,
  // "Please get the booking ready"
  /(?:^|[.!;,] |\b(?:please|pls|then|now|just|you|to) )(?:get|have|make) (?:it|that|this|everything|all(?: of)? (?:that|it)|(?:the|my|our|that|this) (?:booking|order|reservation|form)) (?:all )?(?:ready|prepared|set up|going|started)\b(?! (?:before|by|when|until|in time))/,
  /(?:, |\. |\band |\bplease )(?:please |kindly )?(?:arrange|organi[sz]e|schedule|reserve|set (?:it|this|that) up)(?: (?:it|that|this))?(?: for (?:me|us))?(?:,? please)?[.! ]*$/,
]);

/** Which of the days named is the better one. */
export const weighsDays = isAny([
  /\b(?:quiet(?:er|est)?|calm(?:er|est)?|(?:less|least|more) (?:busy|crowded|booked)|busi(?:er|est)|empti(?:er|est)|slow(?:er|est)|more (?:open|room|free)|(?:better|best|easier|easiest|works|suits) (?:for )?(?:you|your (?:team|driver|side|schedule))(?: guys)?)\b/,
]);

/** A piece more or less than was booked, at the pickup. */
export const bringsMore = isAny([
  /\b(?:another|additional|extra|more|one more|two more|a few more|too many)\b[^.?!]{0,30}\b(?:when|once|after|by the time|before) (?:the |your )?(?:truck|van|driver|he|she|they|you|team|guys?|movers?)\b[^.?!]{0,15}\b(?:show\w*|come|comes|arriv\w*|get|gets|here|there|turn\w*|pull\w*|at the door)\b/,
  /\b(?:what if|in case|suppose|might|may|could) (?:\w+ ){0,4}?(?:end up|turns? out|be off|is off|was off|have|be|there'?s|there is|i'?ve got|i have|we have)\b[^.?!]{0,25}\b(?:additional|extra|another|more)\b[^.?!]{0,20}\b(?:box(?:es)?|bags?|suitcases?|items?|pieces?|things?)\b(?![^.?!]*\b(?:cost|how much|price|charge)\b)/,
  /\b(?:count|number|tally) (?:\w+ ){0,3}?(?:off|wrong|higher|different|short)\b/,
]);

/** "Is there a fee on top for that?", of a place. */
export const addsForPlace = isAny([
  /\b(?:is|are|any|there'?s|a|an) (?:\w+ )?(?:fees?|charges?|supplements?|costs?)\b[^.?!]{0,10}\b(?:on top|extra|added|additional|more|for (?:that|there|it|this)|to (?:come|go|get) (?:there|here|out))\b/,
  /\bhow much (?:does|do|would|will) [^.?!]{0,30}\badd\b/,
  /\b(?:anything|something|more|pay|cost) (?:extra|on top|added|additional|more)\b|\bon top\b|\b(?:add-?on|extra|upcharge|supplement) for (?:that|there|it|this|going|coming)\b/,
]);

/** "What comes on top on a weekend?", of no day in particular. */
export const asksOfDayKind = isAny([
  /\b(?:on top|extra|more|surcharges?|added?|additional(?:ly)?|higher|supplement)\b[^.?!]{0,40}\b(?:on|for|at|over) (?:a |an |the )?(?:weekends?|saturdays|sundays|(?:saturday|sunday)s? (?:or|and) (?:a )?(?:saturday|sunday)s?|holidays?|peak (?:days?|dates?))(?=$|[?.! ])(?! (?:of|after|before|in|around))/,
  /\b(?:on|for|at) (?:weekends|saturdays|sundays|a weekend|holidays|peak (?:days|dates))\b[^.?!]{0,30}\b(?:on top|extra|more|surcharges?|additional|higher)\b/,
]);

/** "Which parts of New Jersey do you serve?" */
export const asksWhichParts = isAny([
  /\b(?:which|what) (?:parts?|towns?|counties|county|cities|neighbou?rhoods?|villages|places|areas?|zones?|regions?|bits)\b[^.?!]{0,40}\b(?:serve|cover|go|deliver|pick ?up|come|do you|are (?:covered|served|included)|drive|work|reach)\b/,
  /\b(?:list|name|tell me) (?:me )?(?:all )?(?:the |your )?(?:towns|counties|areas|places|neighbou?rhoods|zones)\b/,
]);
