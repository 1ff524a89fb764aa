import type { LocalTime } from '@deskbell/clerk';
import { readSpan } from '../../days/read-span.ts';
import { directionOf } from '../slots/direction.ts';
import { topicOf } from '../topics/topics.ts';

const COMPARES =
  /^[\s,]*(?:(?:as |when )?(?:compared|in comparison|as opposed|relative) (?:to|with)|and (?:compare (?:it|that|them) (?:to|with)|how many|what about|then)|vs\.?|versus|against|(?:busier |better |worse |quieter |calmer |slower )?than|so|i\.e\.?|that is|that's|which (?:is|was)|meaning|aka|=|or|and|with|to|&|\+|\/)[\s,]*(?:(?:the|those|ones|how many|what|in|on|of|from|for|during|we (?:got|had|did)|it was|there were) )*$/;
/** Leads to the same days by another name. */
const SAYS_AGAIN = /\b(?:so|i\.e|that is|that's|which|meaning|aka)\b|=/;
const COMPARING =
  /\b(?:(?:can you |please )?compare[ds]?(?: the)?(?: number of)?|comparison(?: of)?|difference between|more|fewer|less|busier|quieter|calmer|slower|higher|lower|as many)\b(?: or (?:more|fewer|less))?/g;
const HOW_BUSY = /\b(?:busier|quieter|calmer|slower)\b/;
const EACH =
  /,?(?: (?:on|for|in|of|per))? (?:each|both|either|every)(?: of (?:the|these|those))?(?: two)?(?: (?:days?|weeks?|months?))?(?= |$)/;
/** "The week before", said of another week. */
const BEFORE_IT: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\blast week\b/, /\bthe (?:week|one) before(?: that)?\b/, 'the week before last'],
  [/\b(?:this|the) week\b/, /\bthe (?:week|one) before(?: that)?\b/, 'last week'],
  [/\b(?:this|the) month\b/, /\bthe (?:month|one) before(?: that)?\b/, 'last month'],
  [/\byesterday\b/, /\bthe day before(?: that| yesterday)?\b/, 'the day before yesterday'],
  [/\btoday\b/, /\bthe day before(?: that)?\b/, 'yesterday'],
];

/**
 * A request that names two spans of days which are not one, as a request for each: the tools count
 * one at a time. Any other request is returned as it is.
 */
export function splitDays(request: string, now: LocalTime): string[] {
  const text = named(request);
  const [topic = 'emails'] = topicOf(text);
  const direction = directionOf({ topic });
  const one = readSpan(text, now, direction);
  if (one === undefined || one.span.label === '') return [request];
  const end = one.index + one.length;
  const two = readSpan(text.slice(end), now, direction);
  if (two === undefined || two.span.label === '') return [request];
  const between = text.slice(end, end + two.index);
  const isSame = one.span.from === two.span.from && one.span.to === two.span.to;
  if (!COMPARES.test(between) || (SAYS_AGAIN.test(between) && !isSame)) return [request];
  const lead = text.slice(0, one.index);
  const before = lead.replace(COMPARING, ' ').replace(EACH, '');
  const after = text.slice(end + two.index + two.length).replace(EACH, '');
  if (readSpan(after, now, direction) !== undefined) return [request];
  const days = [
    text.slice(one.index, end),
    text.slice(end + two.index, end + two.index + two.length),
  ];
  if (isSame) days.pop();
  // "Was today busier than Sunday?" counts mail.
  const isOfMail = HOW_BUSY.test(text) && topicOf(text).length === 0;
  return days.map((said) =>
    `${isOfMail ? 'how many mails ' : before}${said}${after}`.replace(/ {2,}/g, ' ').trim(),
  );
}

function named(request: string): string {
  for (const [first, second, name] of BEFORE_IT) {
    const at = first.exec(request)?.index;
    const hit = second.exec(request);
    if (at !== undefined && hit !== null && hit.index > at) {
      return `${request.slice(0, hit.index)}${name}${request.slice(hit.index + hit[0].length)}`;
    }
  }
  return request;
}
