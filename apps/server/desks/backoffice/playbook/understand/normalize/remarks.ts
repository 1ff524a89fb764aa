import { contentWords } from '../slots/read-names.ts';
import { topicOf } from '../topics/topics.ts';
import { isCommonWord } from './common-words.ts';
import { isGivenName } from './first-names.ts';

// "My phone is almost dead, so quick: what is urgent?" What somebody tells before a question that
// stands by itself is left out; of whom they tell is whom "he" or "she" means.

const LEAD_TO =
  '^(?:(?:and|so|but|now|then|ok|anyway|quick|quickly|please|just|tell me|let me know|question)[,:]? )*';
export const QUESTION = new RegExp(
  `${LEAD_TO}(?:what|which|who|whose|whom|when|where|why|how|is|are|was|were|did|do|does|has|have|can|could|would|any|anything|something|show|list|give|find|search|look up|summar\\w+|i need)(?:'s|'re|n't)?\\b`,
);
/** Asks, orders, corrects or goes on: no remark. */
const NO_REMARK: readonly RegExp[] = [
  /^(?:what|which|who|when|where|why|how|is|are|was|were|did|do|does|can|could|would|will|any|anything)\b/,
  /^(?:show|list|give|find|search|look|summar\w+|tell|check|open|read|compare|please)\b/,
  /^(?:approve|reject|delete|send|reply|forward|mark|assign|close)\b/,
  /^(?:and|in all|altogether|whatever|regardless|no|not|nope|yes|ok|sorry|wait|about|regarding|re|first|(?:the )?(?:mail|e-mail|message|tasks?|mails))\b/,
];
const TELLS: readonly RegExp[] = [
  /\b(?:am|is|are|was|were|be|been|has|have|had|got|get|needs?|want|wants)\b|'(?:m|s|re|ve|d)\b/,
  /\b(?:lost|just|called|calls|asks|asked|keeps?|came|comes|left|going|said|says|told|wrote|back|here|busy)\b/,
];
const isOneOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Of what was told before. */
const POINTS =
  /\b(?:it|its|they|them|their|theirs|this|that|these|those|there|one|ones|he|she|him|his|her|hers|instead|else|too|again|also)\b/;
const NO_POINTING =
  /\bthis (?:week|month|morning|afternoon|evening|weekend|year|time|quarter)\b|\b(?:is|are|was|were) there\b|\bthere (?:is|are)\b/g;
export const SHE = /\b(?:he|she|him|her)\b(?!s)/g;
export const THEIRS = /\b(?:his|her(?= [a-z]))\b/g;
/** "What is the status?" asks of what was told. */
const OF_THE_TOLD =
  /\bthe (?:status|story|deadline|amount|date|day|task|sender|problem|reason|price|total|latest|outcome|result|mail|e-mail|message|answer|number|name|address)[\s?.!]*$/;
/** A remark that names what can be listed may be half of the question. */
const LISTED =
  /\b(?:tasks?|to-?dos?|e-?mails?|mails?|messages?|reviews?|deadlines?|vendors?|suppliers?|executions?|agents?|system)\b/;
const BREAK = /(?:[.!;:…]+|,| [-–—]+)\s+/g;
const LONGEST = 300;
const LEAST_WORDS = 3;

/** The person a remark names: "rosa klein", "maria". */
function personIn(lead: string): string | undefined {
  const words = lead.match(/[\p{L}][\p{L}'-]*/gu) ?? [];
  const at = words.findIndex((word) => isGivenName(word.replace(/'s$/, '')));
  const first = words[at]?.replace(/'s$/, '');
  if (first === undefined) return undefined;
  const next = words[at + 1];
  const isSurname =
    next !== undefined &&
    lead.includes(`${first} ${next}`) &&
    !isCommonWord(next) &&
    contentWords(next).length > 0 &&
    !/^(?:and|or|with|from|on|at|is|was|called|wrote|phoned|asks|says)$/.test(next);
  return isSurname ? `${first} ${next}` : first;
}

/** A normalised text without the remark before its question; as it is where there is none. */
export function withoutRemark(text: string): string {
  if (text.length > LONGEST) return text;
  for (const hit of text.matchAll(BREAK)) {
    const lead = text.slice(0, hit.index);
    const rest = text.slice(hit.index + hit[0].length);
    if (!QUESTION.test(rest)) continue;
    if (lead.includes('?') || lead.includes('[') || isOneOf(NO_REMARK, lead)) return text;
    if (lead.split(' ').length < LEAST_WORDS) continue;
    if (hit[0].startsWith(',') && !isOneOf(TELLS, lead)) continue;
    return askedAfter(lead, rest) ?? text;
  }
  return text;
}

function askedAfter(lead: string, rest: string): string | undefined {
  const isOfLead = LISTED.test(lead);
  const person = personIn(lead);
  const named =
    person === undefined ? rest : rest.replace(THEIRS, `${person}'s`).replace(SHE, person);
  if (POINTS.test(named.replace(NO_POINTING, ' ')) || OF_THE_TOLD.test(named)) return undefined;
  if (named !== rest) return named;
  const isWhole = topicOf(rest).length > 0 || contentWords(rest).length > 0;
  return isWhole && !isOfLead ? rest : undefined;
}
