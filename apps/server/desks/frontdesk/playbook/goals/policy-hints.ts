import type { Carries } from './carries.ts';

// Short signals that settle a policy before the longer ones of policy-signals.ts are asked.

type Hints = readonly (readonly [string, readonly RegExp[]])[];

const HINTS: Hints = [
  [
    'areas',
    [
      /\b(?:both|two|each|either) (?:ends|addresses|sides|zips|places|stops|locations)\b[^.?!]{0,40}\b(?:twice|double|fees?|surcharges?|extra|each)\b/,
    ],
  ],
  [
    'prohibited',
    [
      /\b(?:cash|money)\b[^.?!]{0,25}\b(?:in|inside|with) (?:the|my|a|our) (?:bags?|suitcases?|box(?:es)?|luggage|trunk)\b/,
      /\b(?:(?:can|may|could|should) (?:i|we)|(?:okay?|fine|allowed) to)(?: just| also)? (?:leave|put|have|keep|pack|carry|stick|throw) [^.?!]{1,30}\b(?:in|inside|into) (?:the|my|a|our) (?:\w+ )?(?:bags?|suitcases?|box(?:es)?|luggage|trunks?|duffels?)\b/,
    ],
  ],
  [
    'edit',
    [
      /\b(?:forgot|forget|forgotten|left out|neglected) (?:to )?(?:put|add|mention|include|say|tell|give|write|enter|note)?\b[^.?!]{0,50}\b(?:order|booking|reservation)\b/,
      /\b(?:send|deliver|bring|ship|reroute|redirect|route|put) (?:my|our) (?:[\w'-]+ ){0,4}?(?:order|booking|delivery|move|pick-?up|transfer)\b[^.?!]{0,40}\b(?:instead|to (?:another|a different|the other))\b/,
      /\b(?:put|get|add|write|enter) (?:it|this|that|a note|the \w+(?: \w+)?|something) (?:in(?:to)?|on(?:to)?|to) (?:my|our|the|sunday'?s|monday'?s|tuesday'?s|wednesday'?s|thursday'?s|friday'?s|saturday'?s|tomorrow'?s) (?:existing |placed )?(?:order|booking|reservation)\b/,
      /\b(?:make|have|start|do) (?:my|our) (?:[\w'-]+ ){0,3}?(?:pick-?up|booking|delivery|move|transfer|order) (?:be )?(?:earlier|later|(?:on )?(?:another|a different) (?:day|date|time)|(?:a|one) (?:day|week) (?:earlier|later))\b/,
    ],
  ],
  [
    'cancellation',
    [
      /\b(?:call(?:ed|ing)?|cry) (?:it|this|that|everything|the \w+|my \w+|our \w+) off\b|\bcall(?:ed|ing)? off\b|\bback(?:ing)? out\b/,
      /\b(?:get|have|receive|want) (?:all )?(?:of )?(?:my|our|the) (?:money|payment|deposit|cash)\b(?! (?:link|request|details|info|form))/,
      /\b(?:keep|lose) (?:all )?(?:of )?(?:my|our) money\b/,
    ],
  ],
  [
    'meet',
    [
      /\b(?:do|must|should|need|have|can|could|will|would)\b[^.?!]{0,20}\b(?:bring|carry|take|get|have|haul|lug|move)\b[^.?!]{0,25}\b(?:downstairs|upstairs|outside|to the (?:lobby|curb|sidewalk|door|entrance|(?:first|ground) floor)|down (?:myself|ourselves))\b/,
    ],
  ],
  [
    'insurance',
    [
      /\b(?:enough|sufficient|how much|what) (?:cover|coverage|protection)\b(?! (?:area|zone|there|here)|[^.?!]{0,20}\bin (?!case\b))/,
    ],
  ],
  [
    'labels',
    [
      /\b(?:each|every) (?:bag|box|suitcase|piece|item)\b[^.?!]{0,12}\b(?:number|numbered|name|tag|tagged|label)/,
      /\bwhat\b[^.?!]{0,20}\b(?:written|write|stand|put)\b[^.?!]{0,20}\b(?:on|onto) (?:each|every|the|my|our|all) (?:\w+ )?(?:suitcases?|bags?|box(?:es)?|pieces?|items?|luggage)\b/,
    ],
  ],
  [
    'late',
    [
      /\b(?:do|will|would|can|does) (?:you|they|he|she|(?:the |your )?drivers?)(?: guys)? (?:still |also |even |just )?wait\b/,
      /\b(?:minutes?|mins?|hours?) (?:of )?wait(?:ing)?\b/,
      /\b(?:late|lateness|no[- ]show) (?:fees?|charges?|penalt(?:y|ies))\b/,
      /\b(?:keep|kept|have|leave|left|make)\b[^.?!]{0,30}\b(?:wait|waiting)\b(?! list)/,
    ],
  ],
  [
    'times',
    [
      /\b(?:tell|told|notif\w+|text|message|call|alert|warn|hear|know|informed?)\b[^.?!]{0,30}\b(?:when|that|before|once|as soon as) (?:the |our |your |my )?(?:driver|truck|van|movers?|he|they|you|team)(?:'s| is| are| has| have)? (?:sets? (?:off|out)|leaves?|left|start(?:s|ed)?|on (?:the|its|his|their|your) way|(?:is |are )?(?:close|near|coming|arriving|about to)|comes?|arrives?)\b/,
      /\b(?:get|receive|send)\b[^.?!]{0,12}\b(?:message|text|notification|alert|call|heads[- ]up|word)\b[^.?!]{0,12}\b(?:when|before|once) (?:you|the driver|they|he|the truck|the van)\b/,
    ],
  ],
  [
    'hotel',
    [
      /\b(?:driver|you|team|guys|someone|they)\b[^.?!]{0,25}\b(?:get|gets|collect|pick|fetch|grab|take)\b[^.?!]{0,30}\b(?:front desk|reception(?:ist)?|bell desk|concierge|luggage room|lobby)\b/,
    ],
  ],
  [
    'unattended',
    [
      /\b(?:left?|leave|dropped?|given?|hand(?:ed)?) (?:[a-z\d]+ ){0,4}?(?:with|at|by|in|on|to|behind) (?:the |my |our |a |his |her )?(?:\w+ )?(?:doorm[ae]n|super|porter|neighbou?rs?|porch|garage|stoop|shed|mud ?room|doorstep)\b/,
      /\b(?:we|i|she|he|they|everyone|everybody)(?:'ll| will|'m|'re| am| are) (?:all )?(?:be )?(?:at|in|on|out|away|off) [^.?!]{0,30}\bwhen (?:it|they|you|he|the \w+|things|stuff|everything) (?:comes?|arrives?|gets?|is|are|shows?|turns?)\b/,
      /\b(?:nobody|no one|anyone|someone|anybody|somebody)(?: will| can| to| has to| needs to| must|'ll)? (?:be )?(?:sign|in|open|receive|answer|accept|waiting) (?:for|the|it|them|all day|to)?\b/,
    ],
  ],
];

const AT_AN_HOUR =
  /\b(?:pick(?:ed)?[- ]?up|come|be (?:here|there)|arrive|collect(?:ed)?|fetch(?:ed)?|get (?:here|there))\b[^.?!]{0,20}\b(?:at|around|after|before|by|past|until) (?:about )?(?:noon|midday|lunch(?:time)?|dinner(?:time)?|(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?(?:am|pm|o'clock|sharp)\b| in the (?:morning|afternoon|evening)| at night))/;
const AT_BARE_HOUR =
  /\b(?:pick(?:ed)?[- ]?up|come|arrive|collect(?:ed)?|deliver(?:ed)?)\b[^.?!]{0,20}\b(?:at|around|after|before|by|past|until) (?:about )?\d{1,2}(?::\d\d)?[?.! ]*$/;
const IN_THE_AFTERNOON =
  /\b(?:afternoon|evening|late|early morning|night) (?:pick-?ups?|slots?|collections?)\b|\bpick-?ups? in the (?:afternoon|evening)\b/;

/** "Which of your packages come with the certificate?" */
const COI_WITH = [
  /\b(?:which|what)\b[^.?!]{0,30}\b(?:packages?|moves?|sizes?|tiers?|services?|ones?)\b[^.?!]{0,20}\b(?:includes?|come|comes|have|has|covers?|with)\b[^.?!]{0,25}\b(?:coi|certificates?)\b/,
  /\b(?:coi|certificates?)\b[^.?!]{0,15}\b(?:free|included|extra|part of)\b[^.?!]{0,12}\b(?:with|in|for) (?:the |a )?(?:petite|standard|full|moves?|deliver)/,
];

/** What a certificate costs, of nothing that is to be sent. */
const COI_COST = [
  /\b(?:coi|(?<!gift )certificates?)\b[^.?!]{0,15}\b(?:cost|price|fee|charge|extra)s?\b/,
  /\b(?:cost|price|fee|charge)s?\b[^.?!]{0,15}\b(?:coi|(?<!gift )certificates?)\b/,
];

/** The policy that short signals settle; undefined where none does. */
export function hintedPolicy(text: string, carries: Carries): string | undefined {
  const found = HINTS.find(([, signals]) => signals.some((signal) => signal.test(text)))?.[0];
  if (found !== undefined) return found;
  const isCounted = carries.hasCount || carries.hasTier || carries.hasSpecialty;
  if (!carries.hasCount && COI_WITH.some((signal) => signal.test(text))) return 'coi';
  if (!isCounted && COI_COST.some((signal) => signal.test(text))) return 'coi';
  const hasOrder = carries.hasCount || carries.hasTier || carries.hasZip || carries.hasDay;
  const isHour = [AT_AN_HOUR, AT_BARE_HOUR, IN_THE_AFTERNOON].some((signal) => signal.test(text));
  return isHour && !hasOrder ? 'times' : undefined;
}
