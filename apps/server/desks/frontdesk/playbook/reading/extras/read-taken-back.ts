import type { Order } from '../../order/order.ts';
import type { Extra } from './read-extras.ts';

type Option = Extra | 'sameDay';

/** How an option is called once it is part of the order. */
const NAMES: Record<Option, string> = {
  coi: '(?:coi|(?<!gift )(?:insurance )?certificates?(?: of insurance)?)',
  packing: 'pack(?:ing|ers)',
  unpacking: 'unpacking',
  pickupHour:
    '(?:(?:one|1|single)[- ]?hour(?: pick-?up)?(?: (?:window|slot))?|(?:pick-?up )?(?:hour|window|slot))',
  sameDay: 'same[- ]?day(?: (?:delivery|service))?',
};
const OPTIONS = Object.keys(NAMES) as Option[];

const DETERMINER = '(?:(?:the|that|this|our|my|any|a|an|your) )?';
/** "Scratch the …", "lose the …". */
const LOSES = [
  'no(?! ?[,.]| longer)|not(?! only| just)|minus|sans|skip|drop|dropping|lose|losing|scratch|scrap',
  'strike|nix|hold|ditch|kill|axe|cut|cancel|remove|delete|uncheck|forget(?: about)?',
  "never ?mind|pass on|(?:take|leave) (?:out|off)|enough of|(?:don't|won't|no longer) need",
] as const;
/** "… off again", "…: rather not". */
const GONE = [
  "(?:is |are |'s |goes |comes |can (?:go|come|be) |should (?:go|come|be) )?(?:out|off|gone|away|dropped|removed|cancelled|skipped|scrapped|left out|taken (?:out|off))(?! (?:of|at|on|in|the)\\b)",
  '(?:can|could|may|should|has to|must) go(?=$|[ ,.!]*(?:then|too|again|please|after all|now|instead)?[.!]*$)',
  "(?:isn't|aren't|ain't|won't be|is no longer) (?:needed|necessary|required|wanted|worth it)",
  "(?:is |are |was |isn't |'s )?(?:not (?:needed|necessary|required|wanted|after all)|unnecessary|no longer (?:needed|necessary))",
  "(?:rather|better|actually|maybe|perhaps|after all) not|no,? thanks?|no,? thank you|never ?mind|nope|(?:skip|drop|forget|scratch) (?:it|that)|(?:i|we)(?:'ll| will| can)? (?:pass|skip)",
] as const;

const WAYS = OPTIONS.map((option) => ({
  option,
  name: new RegExp(`\\b${NAMES[option]}\\b`),
  ways: [
    new RegExp(`\\b(?:${LOSES.join('|')}) ${DETERMINER}${NAMES[option]}\\b`),
    new RegExp(
      `\\b${NAMES[option]}(?: (?:service|thing|part|bit|option|help))?(?:,|:|;|\\.| -)? ?(?:(?<= )(?:and )?(?:then )?|(?<=\\w)(?='s))(?:${GONE.join('|')})\\b`,
    ),
  ],
}));

/** "Don't drop the packing", "no COI, no entry", "the COI is not off". */
const KEEPS =
  /\b(?:don'?t|do not|not|never|can'?t|cannot|won'?t) (?:\w+ )?(?:skip|drop|lose|scratch|scrap|strike|nix|ditch|kill|cut|cancel|remove|delete|forget|take|leave)\b|\bno (?:coi|certificate)\w*,? no\b|\bhold (?:the |your )?(?:window|slot)\b/;
/** Its price or a rule is asked, and nothing is taken back. */
const ASKS = /\?|^(?:what|how|when|where|which|who|why|do|does|is|are)\b/;

/** Options of the order that a message takes back in a few words: "COI off again", "packing can go". */
export function readTakenBack(text: string, known: Order): Partial<Pick<Order, Option>> {
  if (ASKS.test(text)) return {};
  if (KEEPS.test(text)) {
    const kept = WAYS.filter(({ option, name }) => known[option] === true && name.test(text));
    return Object.fromEntries(kept.map(({ option }) => [option, true]));
  }
  return Object.fromEntries(
    WAYS.filter(
      ({ option, ways }) => known[option] === true && ways.some((way) => way.test(text)),
    ).map(({ option }) => [option, false]),
  );
}
