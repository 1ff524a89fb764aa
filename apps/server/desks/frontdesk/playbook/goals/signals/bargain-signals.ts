// Words of people who want another price than the one there is.

const SIGNALS: readonly RegExp[] = [
  /\b(?:student|senior|military|veterans?'?|teachers?'?|nurses?'?|corporate|group|bulk|loyalty|repeat|family|neighbou?rs?'?|locals?'?) (?:pricing|prices?|rates?|deals?|discounts?|program)\b/,
  /\b(?:beat|match|meet|undercut) (?:an? |my |another |that )?(?:\w+ )?(?:quote|price|offer|estimate) of\b/,
  /\b(?:another|other|different|second|rival) (?:company|companies|movers?|service|firm|guys?|place|quote|courier|people)\b[^.?!]{0,25}\b(?:does?|did|quoted?|charg\w+|offer\w*|sa(?:ys|id)|wants?|asks?|will do|cheaper|less|gave)\b/,
  /\b(?:someone|somebody|anyone|they) else (?:will |would |can |could )?(?:do|does|did|quoted?|charg\w+|offer\w*)\b[^.?!]{0,25}\d/,
  /\b(?:beat|match|undercut) (?:it|that|this|them|their \w+|the (?:price|quote|offer)|his|her|my (?:quote|offer))\b/,
  /\b(?:do|make) (?:it|that|this|them all|the (?:lot|whole thing)) (?:for )?\$? ?\d{3,4}(?: (?:even|flat|total|dollars|bucks|and|all in|or)\b|[,.!?]|$)/,
  /\b(?:round|bring|get|knock|go|come) (?:it |that |this |the (?:price|total) )?down (?:to \$? ?\d{3}|a (?:bit|little)|on (?:the )?price|some)|\bround (?:it|that|the price|the total) (?:down|off)\b/,
  /\b(?:my|our) (?:max\w* )?budget (?:is|of|was) \$? ?\d{2,4} for\b|\b(?:i|we) (?:only|just) (?:have|got|can (?:pay|spend)) (?:about |around )?\$? ?\d{2,4} (?:dollars |bucks )?(?:for|to spend)\b/,
  /\b(?:i|we)(?:'ll| will| can| could| would|'d) (?:only )?(?:pay|give|offer) (?:you )?(?:only )?\$? ?\d{2,4}\b|\btake it or leave it\b|\b(?:lose|losing) (?:me|us|my business|a customer|our business)\b|\bi'?ll go (?:elsewhere|somewhere else|to (?:someone|somebody) else)\b/,
  /\b(?:do|move|give|work) (?:something|anything|a little|better|us a favor|me a favor) (?:on|about|with|for) (?:the )?(?:price|rate|cost|total)\b|\b(?:do|have) (?:something|anything) (?:special )?for (?:us|me|nurses|teachers|students|seniors|veterans|firefighters|first responders|regulars|repeat \w+|returning \w+|loyal \w+)\b/,
  /\b(?:best|last|final|lowest|rock[- ]bottom) (?:price|offer|rate)\b(?! (?:for|of|on) \w+ (?:bags|boxes|items))|\b(?:lower|reduce|drop|cut|slash|halve) (?:the|your|that|this) (?:price|rate|fee|total|minimum|cost|quote)s?\b/,
];

/** Whether a normalised request bargains, or holds out another offer. */
export const bargains = (text: string): boolean => SIGNALS.some((signal) => signal.test(text));
