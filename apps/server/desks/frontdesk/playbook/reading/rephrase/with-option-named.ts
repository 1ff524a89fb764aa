import { editDistance } from '@deskbell/clerk';
import type { Order } from '../../order/order.ts';
import { type Extra, mentionedExtras } from '../extras/read-extras.ts';

export type Option = Extra | 'sameDay';

/** What each option is called when it is taken back. */
const NAMES: readonly (readonly [Option, string])[] = [
  ['packing', 'the packing'],
  ['unpacking', 'the unpacking'],
  ['coi', 'the certificate of insurance'],
  ['pickupHour', 'the one-hour pickup'],
  ['sameDay', 'the same-day delivery'],
];

/** The options an order has and did not have before. */
export const optionsToCome = (before: Order, now: Order): Option[] =>
  NAMES.flatMap(([key]) => (now[key] === true && before[key] !== true ? key : []));

const IT =
  '(?:it|that(?: one)?|this|them|those|these|both|all (?:of )?(?:that|it)|the (?:extras?|add-?ons?))';
const OFF = '(?:out|off|away|aside|behind)';
/** They take back whatever stands after them. */
const DROPS = [
  'skip|drop|remove|lose|ditch|nix|cut|scrap|strike|delete|omit|minus|without|sans|kill|axe|bin|undo|reverse',
  '(?:no(?: thanks| thank you)?|say no) to|no need for|get rid of|pass on|opt out of|do without|not|back out of',
  "(?:i|we)(?:'ll| will| can|'d)? (?:skip|drop|pass on|do without|rather not have|live without)|(?:i |we )?(?:don't|do not|won't|dont) (?:need|want|do|add|include|bother with)",
] as const;
/** They do so beside a "that" which is no detail put right: "scratch that, book the 11th". */
const FORGETS = 'scratch|forget(?: about)?|never ?mind|cancel';
const TAKES = '(?:take|leave|pull|cut|keep|hold)';
/** What may stand after it. */
const AFTER =
  'again|then|please|pls|after all|now|too|for now|instead|thanks|altogether|completely';
/** How the next clause begins. */
const NEXT =
  "and|n|but|then|just|so|let's|lets|go|book|reserve|schedule|set|start|i'm ready|we're ready";
const END = `(?=(?: (?:${AFTER}))*(?:$|[,.!;]| -|,? (?:${NEXT})\\b))`;
const TAKES_BACK = [
  new RegExp(`\\b(?:${DROPS.join('|')}) ${IT}(?: (?:back )?${OFF})?${END}(?! ?at\\b)`),
  new RegExp(`\\b${TAKES} ${IT} (?:back )?${OFF}${END}`),
  new RegExp(
    `(?:^|[,.!;] )(?:(?:ok|oh|no|hm+|actually|well|so|then),? ){0,4}(?:${FORGETS})(?: ${IT})?${END}`,
  ),
  new RegExp(
    `(?<=^|[,.!;] |\\b(?:but|and|just|then|ahead|book|do|so|ok|okay|no|hm+|well|actually|it|that|better|rather|now|go|proceed|one) )(?:without|minus|w\\/o)(?: ${IT})?${END}`,
  ),
  // "Not needed then", after its price.
  new RegExp(
    `^(?:(?:ok|oh|no|hm+|ah|ouch|wow|actually|well|so|then),? ){0,4}(?:(?:it|that)(?:'s| is) )?(?:not (?:needed|necessary|required|worth (?:it|that))|no need|unnecessary|too (?:much|expensive|pricey) for (?:that|it))(?: (?:for (?:that|it)|${AFTER}))*(?=$|[,.!;])`,
  ),
] as const;
/** "Don't cut it" */
const KEEPS =
  /\b(?:don't|dont|do not|never|can't|won't) (?:\w+ )?(?:skip|drop|remove|lose|cut|scrap|scratch|delete|omit|kill|forget|(?:take|leave) \w+ (?:out|off))\b/;
/** A booking is wished, and nothing of the order is put right. */
const BOOKS =
  /\b(?:book|reserve|schedule|go ahead|proceed|start|set (?:it|that|this|us|me|everything)? ?up|ready|sign (?:me|us) up|lock|finali[sz]e|confirm|put (?:me|us|it) down)\b/;
const PUTS_RIGHT = /\b(?:make (?:it|that)|change|instead|i mean[t]?|not \d)\b/;

/** Misspelt verbs of taking back, where an option may be meant. */
const VERBS = ['without', 'skip', 'drop', 'leave', 'remove', 'scratch', 'forget', 'minus'] as const;
const MISSPELT =
  /^(?:(?:ok|oh|no|hm+|actually|well|so|then),? )*([a-z]{3,9})(?= (?:it|that|this|them|those|both)\b|[,.!;]| pls| please| then)/;
function spelt(text: string): string {
  const word = MISSPELT.exec(text)?.[1];
  if (word === undefined) return text;
  const meant = VERBS.find(
    (verb) => verb !== word && word[0] === verb[0] && editDistance(word, verb) === 1,
  );
  return meant === undefined || REAL.test(word) ? text : text.replace(word, meant);
}
const REAL = /^(?:ship|slip|drops|forgot|skin|leaves|droop|minute|minis|prop|crop|flip)$/;

/**
 * "Without, then book it" and "leave that off": the option that came last by its name, where it is
 * taken back without it and something else is wished in the same message.
 */
export function withOptionNamed(text: string, order: Order, last: readonly Option[]): string {
  const meant = NAMES.filter(([key]) => last.includes(key) && order[key] === true);
  // Named in the message itself, it is read from there.
  if (meant.length === 0 || text.includes('?') || mentionedExtras(text).length > 0) return text;
  const plain = spelt(text);
  if (KEEPS.test(plain)) return text;
  const way = TAKES_BACK.findIndex((one) => one.test(plain));
  const isForgotten = way === 2 && (!BOOKS.test(plain) || PUTS_RIGHT.test(plain));
  const pattern = TAKES_BACK[way];
  if (pattern === undefined || isForgotten) return text;
  return plain.replace(pattern, (hit) => {
    const opening = /^[,.!;] /.exec(hit)?.[0] ?? '';
    return `${opening}${meant.map(([, name]) => `without ${name}`).join(' and ')}`;
  });
}
