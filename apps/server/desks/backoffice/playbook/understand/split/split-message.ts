import { keepReadings, type LocalTime, splitRequests, timedKey } from '@deskbell/clerk';
import { readSpan } from '../../days/read-span.ts';
import { withoutRemark } from '../normalize/remarks.ts';
import { readAgents } from '../slots/read-agents.ts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../slots/read-filters.ts';
import { contentWords } from '../slots/read-names.ts';
import { readWish } from '../talk/read-wish.ts';
import { readSmallTalk } from '../talk/small-talk.ts';
import { topicOf } from '../topics/topics.ts';
import { splitDays } from './compare-days.ts';
import { joinFilters } from './join-filters.ts';
import { splitSecond } from './split-second.ts';

const LONGEST = 400;
const POLITE_START =
  /^(?:(?:hi|hiya|hey|hello|yo|good (?:morning|afternoon|evening)|morning|aubs|dear|team|there|ok|so|well|um+|uh+|hmm+|alright|right|great|thanks|thank you|cool|perfect|please|sorry (?:to (?:bother|disturb|interrupt|ask|be a pain)|for (?:the trouble|bothering|asking))(?: you)?(?: all)?(?: again)?|sorry|(?:a |just a )?quick (?:one|check|question)|question|one (?:more )?(?:thing|question)|(?:just |only |i have |i've got |got )*(?:two|three|four|a few|a couple of|several|some|[2-4]) (?:quick |short |small |more )?(?:things?|questions?|points?|asks|requests?)(?: for you| today| please| again)*(?=[:.,;!-])|one more(?=[:,])|oh|also|actually|btw|by the way|listen|look|(?<=(?:hi|hey|hello|morning|evening|afternoon) )(?:all|there|everyone|folks|guys))(?:[\s,.!:;-]+|$))+(?=\S)/;
const POLITE_END =
  /(?:[\s,.!-]+(?:please|thanks|thank you|thx|ty|cheers|aubs|mate|man|buddy|if you (?:can|could|would|don't mind)|when you (?:can|get a chance|have a (?:moment|minute|sec))|asap|real quick|for me|if possible|pretty please|today's all|(?:just )?(?:a )?(?:quick|short|brief) (?:check|look|overview|answer|question)(?: (?:of|at|on) (?:all|both|the|these|those|them)(?: \w+)?)?|all (?:two|three|four|of (?:them|it|these|those))|in one go|one by one|(?<!\bwho(?:'s| is| was)[\s,.!-]{1,3})(?:i'm |i am |just )*asking for (?:a friend|my boss|the boss|\w+)|no rush|no hurry|just (?:curious|wondering|asking|checking)))+[\s.!?]*$/;
/** What says why somebody asks, and asks nothing. */
const ASIDE =
  /^(?:(?:i'm|i am|we're|we are|it's|it is|that's|this is|only|just) )*(?:asking (?:for|because|since|as)|(?:just )?(?:curious|wondering|checking)(?: because.*)?$|no (?:rush|hurry|pressure)|for the (?:record|boss|meeting|report)|(?:my|the) (?:boss|manager|owner) (?:wants|asks|asked|needs)|need (?:it|this|that|them|to know) (?:for|by|because|before))\b|^(?:i|we)(?:'m|'re|'ve been| was| were| am| are| have been| just (?:got|came)) (?:been )?(?:off|away|out(?! of)|on (?:vacation|holiday|leave|the phone|sick leave|a (?:call|trip|train|bus|plane)|my (?:way|phone|break|lunch|mobile))|sick|back|in (?:a|the) (?:hurry|rush|meeting|call|cab|taxi|car|van|bus|train|tunnel|shop|store|elevator|line|queue)|at the (?:airport|door|depot|dentist|doctor'?s?|gate)|driving|walking|(?:writing|preparing|making|doing|finishing|putting together) (?:the|a|my|our) (?:\w+ )?(?:report|presentation|books|accounts|slides|list|planning|schedule|payroll)|late|new here|busy|travell?ing|covering|about to)\b|^(?:i've |i have |we've |we have |i |we )?(?:just )?(?:got|have|having) (?:a|an|the|my|our|two|some) [\p{L} ]{2,30} (?:on the (?:phone|line|other line)|waiting|at the (?:door|desk)|in (?:front of me|the office)|here|with me)\b|^(?:my )?(?:phone|battery|laptop|signal)(?: is|'s)? (?:almost |nearly |about to |so )?(?:dead|dying|die|low|bad|broken|out)\b|^(?:i )?can(?:'t|not) (?:open|reach|see|get into) my (?:mail|e-?mail|laptop|inbox|computer)\b|^[\p{L}]{2,15}(?: from [\p{L} ]{2,20})? here\b[\s.!,]*$|^(?:long|rough|busy|crazy|hard|short|bad) (?:night|day|morning|week|shift)\b[\s.!,]*$/u;
const JOINS = /\s*(?:,\s*(?:and\s+)?|\s+(?:and|&|plus|as well as|then)\s+|\s+\+\s+)/;
const CORRECTION =
  /^(?:no|nope|sorry|wait|oops|ups|whoops|argh)(?:[,.!]+ *| (?=i mean|not ))(?:i meant? |i mean,? |rather )*(?=\S)|^i meant? (?=\S)/;
/** "Thanks, and what about number 2" thanks and asks. */
const ASKS_ON =
  /[,.!;]+ (?:and |so |now |then |but )*(?:what|who|whom|when|where|which|why|how|show|tell|list|the|is|are|was|did|do|does|has|number)\b/;
const isOnlyTalk = (text: string): boolean =>
  readSmallTalk(text) !== undefined && !ASKS_ON.test(text);
/** "Who wrote all of these?" asks of all; nothing of it is polite. */
const OF_ALL =
  /^(?:(?:and|so|but) )*(?:who|whose|where|what)\b.*\b(?:wrote|sent|has|have|owns|from|to|with|on|for|about) all of (?:them|these|those)[\s?.!]*$/;
const trimmed = (text: string): string => {
  if (isOnlyTalk(text) || OF_ALL.test(text)) return text;
  const start = text.replace(POLITE_START, '').replace(CORRECTION, '');
  const end = start.replace(POLITE_END, '');
  return end.trim() === '' ? text : end.trim();
};

/** A normalised message as the requests in it, without the polite words around them. */
export const splitMessage = keepReadings(split, timedKey);

function split(text: string, now: LocalTime): readonly string[] {
  if (isOnlyTalk(text)) return [text];
  const told = withoutLeadingAside(text);
  const asked = ASIDE.test(told) ? told : withoutRemark(told);
  const requests = withoutAsides(withLeadingDays(splitRequests(joinFilters(asked)), now), now);
  return requests
    .flatMap(splitWho)
    .flatMap(splitSecond)
    .flatMap((request) => splitTopics(trimmed(request.slice(0, LONGEST))))
    .flatMap((request) => splitDays(request, now))
    .slice(0, 5);
}

function withoutLeadingAside(text: string): string {
  if (isOnlyTalk(text)) return text;
  const start = text.replace(POLITE_START, '');
  return start.replace(/^([^?]{3,80}?)(?: +-+|:) +(?=\S)/, (lead, aside) =>
    ASIDE.test(aside) ? '' : lead,
  );
}

const WROTE_ON_DAYS =
  /^(who (?:wrote|e-?mailed|mailed))(?= (?:today|yesterday|this|last|on|since|over)\b)/;

/** "Who sent it, and who is on it?": two people are asked for. */
const splitWho = (request: string): string[] => {
  const at =
    /^(?:who|whom)(?:'s)? .{3,200}?(,? (?:and|but|or) (?:also )?)(?=who(?:m|'s)? (?!else\b))/.exec(
      request,
    );
  if (at === null) return [request];
  const end = at[0].length;
  const second = request.slice(end).replace(WROTE_ON_DAYS, '$1 us');
  return [request.slice(0, end - (at[1] ?? '').length), second];
};

const ONLY_COMPARES =
  /^(?:(?:please )?compare|comparing|everything|all|all of it|between|in|on|for|of|and|,|\s)*$/;

/** "Two days ago, how many mails were there?": days that stand first are those of the question. */
function withLeadingDays(requests: readonly string[], now: LocalTime): string[] {
  const [lead = '', asked, ...others] = requests;
  const mention = readSpan(lead, now, 'past');
  if (asked === undefined || mention === undefined || /\?/.test(lead)) return [...requests];
  if (readSpan(asked, now, 'past') !== undefined || readSmallTalk(asked) !== undefined) {
    return [...requests];
  }
  const before = lead.slice(0, mention.index);
  let after = lead.slice(mention.index + mention.length);
  const second = readSpan(after, now, 'past');
  if (second !== undefined) {
    const between = after.slice(0, second.index);
    if (!/^ (?:with|to|and|vs\.?|versus|against) $/.test(between)) return [...requests];
    after = after.slice(second.index + second.length);
  }
  if (!ONLY_COMPARES.test(before) || /[\p{L}\p{N}]/u.test(after)) return [...requests];
  const days = lead.slice(mention.index).replace(/[\s,.:;!-]+$/, '');
  return [`${asked.replace(/[\s?.!]+$/, '')} ${days}`, ...others];
}

const OF_NOW = /\b(?:over ?due|right now|currently|still (?:open|waiting|pending))\b/;

/** The days of "I was off yesterday, what happened?" are those of the question. */
function withoutAsides(requests: readonly string[], now: LocalTime): string[] {
  const asides = requests.filter((request) => ASIDE.test(request) && !/\?/.test(request));
  const asked = requests.filter((request) => !asides.includes(request));
  if (asked.length === 0 || asides.length === 0) return [...requests];
  // What is overdue is so now, whatever day somebody was off.
  if (asked.some((one) => OF_NOW.test(one))) return asked;
  const [aside = ''] = asides;
  const mention = readSpan(aside, now, 'past');
  if (mention === undefined || asked.some((one) => readSpan(one, now, 'past') !== undefined)) {
    return asked;
  }
  const days = aside.slice(mention.index, mention.index + mention.length);
  return asked.map((one) => `${one.replace(/[\s?.!]+$/, '')} ${days}`);
}

/**
 * "Failed executions and overdue tasks" are two requests: each part names a topic of its own, or
 * something to be done. "Urgent and high tasks" are one: a filter alone is no request.
 */
function splitTopics(request: string): string[] {
  const parts = request.split(JOINS).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.length > 4) return [request];
  if (readAgents(request).length > 1 || parts.some(isOnlyFilter)) return [request];
  const meanings = parts.map((part) => readWish(part) ?? topicOf(part)[0]);
  const isEach = meanings.every((meaning) => meaning !== undefined);
  const isAllToDo = parts.every((part) => readWish(part) !== undefined);
  return isEach && !isAllToDo && new Set(meanings).size === parts.length
    ? parts.map(trimmed)
    : [request];
}

/** "Show vendors and …" lists them. */
const LISTS_VENDORS =
  /^(?:show|list|give)(?: me)? (?:the |all |our |all our |all the )?(?:vendors|suppliers)$/;

const isOnlyFilter = (part: string): boolean =>
  !LISTS_VENDORS.test(part.trim()) &&
  [CATEGORY_WORDS, PRIORITY_WORDS].some(
    (pattern) =>
      pattern.test(part) &&
      /^(?:the|all|any|show|me|list|only|how|many|which|what|our|are|there|\s)*$/.test(
        part.replace(new RegExp(pattern.source, 'g'), ' '),
      ),
  ) &&
  contentWords(part).length === 0 &&
  !/^(?:failures?|errors?|emergenc\w+|priorities|suppliers|vendors)$/.test(part.trim());
