import type { Goal, Memory } from '../memory.ts';
import type { Facet } from '../query.ts';
import { readFacet } from './read-facet.ts';
import { contentWords } from './read-names.ts';
import { hasWord, saidOf } from './spoken-of.ts';

const ASKS =
  /^(?:(?:and|so|but|ok|then|well|also|or|now) )*(?:(?:from|to|for|on|in|at|by|until|with|of|since|about|after|before) )?(?:what|which|who|whom|whose|where|when|why|how|did|does|do|is|was|were|are|has|have|had|can|could|will|would|should|must|may|any|anything)\b|\?\s*$/;
const POINTS = /\b(?:it|its|it's|he|she|they|him|her|his|hers|them|their|theirs|that|this|there)\b/;
/** Said of a mail they ask nothing of it by name. */
const OF_ANY =
  /^(?:itself|amounts?|dates?|days?|times?|hours?|places?|names?|numbers?|address\w*|phones?|reach|contact|call|bring|brings?|take|hers|mine|ours|theirs|yours|till|til|gets?|done|talking|speak\w*|automatically|really|why|trips?|booking|cause|reason|matter|mean|means|exact|exactly|else|more|again|meant|involved|mentioned|discuss\w*|now|needed|required|supposed|respond|reply|react|answer|pay|act|kind|sort|expect|expected|come|coming|pick|pickup|deliver\w*|happens?|whom|much|many|long|far|big|large|heavy|old|soon|late|early|right|correct|proper|told|informed|notified|refunded|confirmed|happened?|pictures?|photos?|prepare\w*|assigned)$/;
const ANEW =
  /\b(?:of (?:them|those|these)|what happened|what'?s (?:new|up|happening)|what (?:about|came|else)|tell me|how (?:is|are)|e-?mails?|mails|messages|did we (?:get|hear|receive)|do we have (?:any|a|an|the)|have we|is there (?:any|an?)\b|are there|find|search|weather|you)\b/;
const OWN = new Set<Facet>([
  'due',
  'sender',
  'arrival',
  'assignee',
  'amount',
  'todo',
  'tasks',
  'answered',
]);
const MOST_WORDS = 14;

/**
 * A short question that no rule knows, after one mail was told of: "from where to where?", "how many
 * bags?", "does it renew automatically?". What the mail says is the answer there is. `isSure`: only
 * where the mail has every word of it.
 */
export function askOn(text: string, memory: Memory, isSure = false): Goal[] | undefined {
  const ref = memory.focus ?? (memory.rows.length === 1 ? memory.rows[0]?.ref : undefined);
  if (ref === undefined && !isSure) return ofNamed(text, memory);
  if (ref === undefined || !ASKS.test(text) || text.split(' ').length > MOST_WORDS)
    return undefined;
  const titles = [...memory.records.values()].flatMap(({ emailRef, said = '' }) =>
    emailRef === ref ? said : [],
  );
  const said = saidOf(ref, memory, titles.join(' '));
  const words = contentWords(text).filter((word) => !OF_ANY.test(word));
  const unknown = words.filter((word) => !hasWord(said, word));
  const isKnown = words.length > 0 && unknown.length === 0;
  if ((isSure || !isKnown) && ANEW.test(text)) return undefined;
  if (isSure && !isKnown) return undefined;
  const isMostly = unknown.length === 1 && (words.length > 1 || POINTS.test(text));
  if (unknown.length > 0 && !isMostly) return undefined;
  const own = saidOf(ref, memory);
  const isOfTask = words.length > 0 && !words.every((word) => hasWord(own, word));
  const facet = isOfTask && isKnown ? 'tasks' : readFacet(text);
  return [
    { kind: 'query', query: { topic: 'record', ref, facet: OWN.has(facet) ? facet : 'text' } },
  ];
}

/** The mail was named in the same message: "something about a dent, which van was it?" */
function ofNamed(text: string, { query }: Memory): Goal[] | undefined {
  if (query?.topic !== 'find' || query.isList || query.cursor !== undefined) return undefined;
  if (!ASKS.test(text) || !POINTS.test(text) || ANEW.test(text)) return undefined;
  if (contentWords(text).filter((word) => !OF_ANY.test(word)).length > 1) return undefined;
  const { notes: _notes, pick: _pick, ...named } = query;
  const facet = readFacet(text);
  return [{ kind: 'query', query: { ...named, facet: OWN.has(facet) ? facet : 'text' } }];
}
