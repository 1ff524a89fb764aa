import { type Goal, isTopic, type Memory } from '../memory.ts';
import { serviceOf } from '../order/order.ts';

const MOST_WORDS = 10;
/** How people ask on: "and after that?", "is it rude not to?", "why?". */
const ASKS_ON =
  /^(?:(?:and|but|ok(?:ay)?|so|hm+|oh|then|well),?[.!]* )*(?:what|how|why|when|who|where|if|for|on|after|before|with|even|is|are|was|do|does|can|could|will|would|must|even|also|really|not)\b[^.!]*\?$|^(?:and|but) [^.!]*\?$/;
const BARE_QUESTION =
  /^(?:(?:and|but|ok(?:ay)?|so),? )*(?:for |since |until )?(?:where|why|when|how|how long|who|how so|by when)\?$/;
/** "Where would that be?", of a policy that names a place. */
const ASKS_WHERE =
  /^(?:(?:and|but|ok(?:ay)?|so),? )*where(?:'s| is| would| will| do i)? (?:that|it|this|the place|they|you)\b[^.!]*\?$/;
const HAS_PLACE = /\bat \d+ [a-z]/;
/** What is meant of the policy where a message only points: "what does it cover?". */
const OF_WHAT_WAS_SAID: ReadonlySet<Goal> = new Set(['price', 'payment', 'coverage', 'weight']);
/** Words that point at what was just said. */
const POINTS = /\b(?:it|that|this|those|them|then|they|there)\b/;
const LITTLE_WORDS = new Set(
  'what when where which does have with from that this there they them then than your will would could about after before much many'.split(
    ' ',
  ),
);

/** "Anything I need to do before you come?" */
const ASKS_TO_PREPARE =
  /^(?:(?:and|but|ok(?:ay)?|so),? )*(?:(?:is|are) there )?(?:any|some|what)(?:thing)?\b[^.!]*\b(?:need|have|should|must|got|prepare|do)\b[^.!]*\b(?:before|beforehand|first|prior|in advance|prepare|ready)\b/;

/** What is asked on of a policy in words of another one. */
const ASKED_ON: Partial<Record<Goal, RegExp>> = {
  // "How soon would I have to tell you?", "does that have to be in writing"
  'policy:insurance':
    /^(?:(?:and|but|so|ok),? )*(?:how|by when|until when|when|what|who|where|does|do|is|can|must|would|should)\b[^.!]*\b(?:tell you|report|let you know|notify|claims?|complain|in writing|deadline)\b/,
};

/** "48 hours" and "two days" may look like pieces or days. */
export const changesNumberOnly = ({ changed }: Memory['heard']): boolean =>
  [...changed].every((key) => ['count', 'pieces', 'day'].includes(key));

/**
 * Whether a short question goes on with the policy that was told last: nothing of its own was
 * understood, or what was points at it or uses its words.
 */
export function followUpOfPolicy(
  memory: Memory,
  text: string,
  real: readonly Goal[],
): Goal | undefined {
  const { policy, heard } = memory;
  if (policy === undefined || heard.zips.length > 0) return undefined;
  // "Less than two days before" counts nothing, where nothing is ordered.
  if (!changesNumberOnly(heard) || (heard.changed.size > 0 && memory.topic !== undefined))
    return undefined;
  if (heard.places.length > 0 || text.split(' ').length > MOST_WORDS) return undefined;
  if (ASKED_ON[policy.goal]?.test(text)) return policy.goal;
  if (HAS_PLACE.test(policy.text) && ASKS_WHERE.test(text)) return policy.goal;
  if (/\bbefore pickup\b/.test(policy.text) && ASKS_TO_PREPARE.test(text)) return policy.goal;
  if (!ASKS_ON.test(text)) return undefined;
  if (real.length === 0 || real.every((goal) => goal === 'unknown')) return policy.goal;
  if (BARE_QUESTION.test(text)) return policy.goal;
  const mayPoint = real.every((goal) => OF_WHAT_WAS_SAID.has(goal));
  if (mayPoint && POINTS.test(text) && serviceOf(memory.order) === undefined) return policy.goal;
  const words = (text.match(/[a-z]{4,}/g) ?? []).filter((word) => !LITTLE_WORDS.has(word));
  const isOfIt = words.length > 0 && words.every((word) => policy.text.includes(word));
  return isOfIt && /^(?:and|but)\b/.test(text) && !real.some(isTopic) ? policy.goal : undefined;
}
