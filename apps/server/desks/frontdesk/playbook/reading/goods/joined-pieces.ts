import { BAGS, ITEMS } from './piece-nouns.ts';

/** One more thing after counted ones: "and a telescope", "plus my daughter's drum kit". */
const JOINED =
  /(?:^|[ ,&(])(?:and|plus|,|as well as|along with|together with|with|&) (?:then |also |maybe |just )?(an?|one|my|our|the|his|her)( [a-z]+'s?)? ((?:[a-z][a-z'-]*)(?: [a-z][a-z'-]*){0,2}?)(?= (?:from|to|that|which|going|and|plus|as well|into|out|over|please|on|for|in|at|by|too|coming|along|together|with|i|we|need|needs|what|how|book)\b| ?[,.;:?!()&]| ?\d|$)/g;

/** Words that end no name of a thing that is sent. */
const NO_GOODS = new Set(
  `coi certificate cert insurance packing unpacking window slot hour pickup delivery deliveries move moves transfer transfers service
  price quote estimate total cost costs booking order reservation driver van truck team help hand favor question questions tip note minute
  day days date week weekend month morning afternoon evening night year time times flight plane train trip drive airport terminal hotel
  apartment house home place office building door lobby floor street address zip city town beach hamptons village doorman concierge porter super landlord
  husband wife friend friends sister brother mother father mom dad kid kids son daughter parents family dog cat pet baby boss neighbor neighbors roommate guest guests people person
  rest same other others one ones lot bit few couple bunch pair dozen way option options petite standard full mini size tier package discount refund card cash
  surcharge fee tax minimum weekday difference cheaper cheapest best earliest latest first last next thing things stuff items pieces bags luggage everything it that
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  side heights hills square point harbor island islands bridge end district coast county park hollow neck shore bay north south east west
  party wedding dinner vacation holiday holidays christmas thanksgiving work job return receipt confirmation call email text number name you thanks thank`.split(
    /\s+/,
  ),
);
/** Adjectives and verbs that are no thing at all. */
const NO_NAME =
  /^(?:lot|little|few|good|nice|quick|whole|entire|single|second|third|same|different|new york|long|short|minimum|maximum|total)\b|(?:ed|ly)$/;
const NAMES_PIECE = new RegExp(`\\b(?:${BAGS}|${ITEMS})\\b`);
const ENDS_PLURAL = new RegExp(`\\b(?:${BAGS}|${ITEMS})(?<=[^s]s)$`);
/** Who has more than what is sent, or tells something of it. */
const NO_LIST = /\b(?:or|if|whether|instead|without|no|not)\b/;

/**
 * What a list of counted pieces goes on with, where the nouns are none that are known: each is one
 * piece. `text` is the part of a message without specialty items.
 */
export function joinedPieces(text: string): string[] {
  const list = text.replace(ADDED, ' ');
  const counted = LAST_COUNTED.exec(list);
  if (counted === null) return [];
  const [clause = ''] = list
    .slice(counted.index)
    .split(/[.?!;:]|\b(?:from|to|what|how|can|could)\b/);
  if (NO_LIST.test(clause)) return [];
  return [...clause.trim().replaceAll(',', ' ,').matchAll(JOINED)].flatMap(
    ([, article = '', owner, name = '']) => {
      const head = name.split(' ').at(-1) ?? '';
      // One thing is in the singular; "our building asks" names none.
      if (/[^s]s$/.test(head)) return [];
      if (head.length < 3 || NO_GOODS.has(head) || NO_NAME.test(name)) return [];
      // "A lamp" is counted as it stands; "the dog crate", "my daughter's cello" are not.
      const isOwn = owner === undefined && /^(?:my|our)$/.test(article) && !name.includes(' ');
      const isRead = /^(?:an?|one)$/.test(article) || isOwn;
      if ((isRead ? NAMES_PIECE : ENDS_PLURAL).test(name)) return [];
      return name.split(' ').some((word) => VERBS.has(word)) ? [] : [name];
    },
  );
}

const VERBS = new Set(
  'is are was were be been has have had do does did will would can could should must may might'.split(
    ' ',
  ),
);
/** The rest of "with a certificate and packing" is no goods. */
const ADDED = / with (?:an? |the )?(?:coi|certificate)(?: of insurance)?/g;
/** The first number before a piece. */
const LAST_COUNTED = new RegExp(
  `\\b(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z-]+ ){0,2}?(?:${BAGS}|${ITEMS})\\b`,
);
