import type { LocalTime } from '@deskbell/clerk';
import { readSpan } from '../../days/read-span.ts';
import { AGENT_NAMES } from '../slots/read-agents.ts';
import { STATUS_WORDS } from '../slots/read-execution-status.ts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../slots/read-filters.ts';
import { contentWords } from '../slots/read-names.ts';
import { topicOf } from '../topics/topics.ts';

const SEPARATOR = '[\\s,;:.!-]+';
/** Takes something back when it stands apart or beside another of its kind. */
const WEAK =
  '(?:no+|nope|sorry|wait|oops|ups|actually|rather|hang on|hold on|hm+|uh+|um+|oh|ah|my (?:bad|mistake))';
const STRONG =
  '(?:i (?:actually |really )?(?:mean|meant)(?: to (?:say|ask|write))?|meant|scratch that|strike that|correction|make that|or rather|or better|not that)';
/** What takes back the words before it; the first group is there when nothing else can be meant. */
const TAKEN_BACK = new RegExp(
  `[\\s,;:.!?-]+(?:((?:${WEAK}${SEPARATOR})*(?<!\\b(?:is|was|be|are|what) )${STRONG}|${WEAK}${SEPARATOR}${WEAK}(?:${SEPARATOR}${WEAK})*)\\b|(?<=[,;.!?-]\\s*)(?:${WEAK}(?=\\s*[,;:.!-])|(?:sorry|actually|rather|make it)(?= )))[\\s,;:.!-]*`,
);
/** "Make that today" is asked of the last list. */
const MAKE_IT =
  /^(?:(?:no|ok|please|and|now),? )*make (?:it|that) (?!(?:so|happen|a|up|clear|known)\b)(?=\S)/;
/** "I meant Tom" says nothing before it. */
const ONLY_WEAK = new RegExp(
  `^(?:${WEAK}${SEPARATOR})*(?:${WEAK}|(?:i|we)(?: really| actually)?)$`,
);
const NOT_THE_FIRST = /\bnot (?:the |for |from |of )?/;
const FILTERS = [AGENT_NAMES, CATEGORY_WORDS, STATUS_WORDS, PRIORITY_WORDS] as const;
const LEAD = /^(?:(?:from|for|on|of|by|to|with|about|in|the|those|ones|ones from|only) )+/;
/** What was said up to the word that leads to its last name, which is the part that is taken back. */
const LAST_LEAD = /^.*\b(?:from|for|of|by|to|with|about|regarding|mentioning|on) (?:the |our )?/u;

/**
 * A message that corrects itself as what it means: "mails from today, no wait, yesterday" is "mails
 * from yesterday". What comes after the correction replaces what is like it before: a day, a
 * filter, a name; or all of it when it is a request of its own.
 */
export function applyCorrection(text: string, now: LocalTime): string {
  let said = withoutDenied(
    withoutDeniedList(withoutDeniedFilter(text.replace(MAKE_IT, 'and '))),
    now,
  );
  for (let times = 0; times < 3; times += 1) {
    const hit = TAKEN_BACK.exec(said);
    if (hit === null || hit.index === 0) return said;
    const before = said.slice(0, hit.index);
    const after = said.slice(hit.index + hit[0].length).trim();
    if (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return said;
    // "Wait, I meant Sunday" takes back what was asked before this message.
    if (ONLY_WEAK.test(before)) return /\bmake (?:it|that)\b/.test(hit[0]) ? `and ${after}` : said;
    const isOwn = topicOf(after).length > 0;
    // "Which mails failed? Sorry, one more: …" takes nothing back.
    if (hit[1] === undefined && isOwn && /[?.]/.test(said.slice(0, hit.index + 2))) return said;
    said = corrected(before, after, now);
  }
  return said;
}

/** What takes something back and stands behind what is meant: "no, Thursday I mean". */
const TOO_LATE = /(?:[\s,.]+(?:i (?:mean|meant)|rather|sorry|of course|my bad|please))+$/;

/** "Yesterday, no wait, the day before": counted from the day that is taken back. */
const BESIDE: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\byesterday\b/, /^the day before(?: that)?$/, 'the day before yesterday'],
  [/\btoday\b/, /^the day before(?: that)?$/, 'yesterday'],
  [/\btomorrow\b/, /^the day after(?: that)?$/, 'the day after tomorrow'],
  [/\btoday\b/, /^the day after(?: that)?$/, 'tomorrow'],
  [/\blast week\b/, /^the (?:week|one) before(?: that)?$/, 'the week before last'],
  [/\bthis week\b/, /^the (?:week|one) before(?: that)?$/, 'last week'],
  [/\bthis week\b/, /^the (?:week|one) after(?: that)?$/, 'next week'],
  [/\bnext week\b/, /^the (?:week|one) after(?: that)?$/, 'the week after next'],
];

const besideIt = (before: string, said: string): string =>
  BESIDE.find(([day, beside]) => day.test(before) && beside.test(said))?.[2] ?? said;

function corrected(before: string, after: string, now: LocalTime): string {
  const plain = besideIt(before, after.replace(/[\s?.!]+$/, '').replace(TOO_LATE, ''));
  const was = spanOf(before, now);
  const is = spanOf(plain, now);
  const rest = is === undefined ? plain : without(plain, is).replace(LEAD, '').trim();
  if (is !== undefined && contentWords(rest).length === 0 && topicOf(rest).length === 0) {
    const days = plain.slice(is.index, is.index + is.length);
    return was === undefined ? `${before} ${days}` : replaced(before, was, days);
  }
  for (const pattern of FILTERS) {
    const [new_, old] = [pattern.exec(plain), pattern.exec(before)];
    if (new_ !== null && old !== null && contentWords(plain.replace(new_[0], ' ')).length === 0) {
      return replaced(before, { index: old.index, length: old[0].length }, new_[0]);
    }
  }
  if (
    topicOf(plain).length > 0 ||
    /^(?:what|which|who|how|when|is|are|show|list|give)\b/.test(plain)
  ) {
    const days =
      was === undefined || is !== undefined ? '' : before.slice(was.index, was.index + was.length);
    return `${plain} ${days}`.trim();
  }
  const name = plain.replace(LEAD, '').replace(/ (?:instead|please)$/, '');
  const head = was === undefined ? before : before.slice(0, was.index).trimEnd();
  const tail = was === undefined ? '' : before.slice(was.index - 1);
  const possessive = /^(.*\b)[\p{L}'-]{2,30}('s\b.*)$/u.exec(before);
  if (possessive !== null && /^[\p{L}' -]{2,40}$/u.test(name)) {
    return `${possessive[1]}${name.replace(/'s?$/, '')}${possessive[2]}`;
  }
  const [last] = contentWords(head).slice(-1);
  if (last === undefined || contentWords(name).length === 0) return `${before} ${plain}`;
  const at = LAST_LEAD.exec(head)?.[0].length ?? head.lastIndexOf(last);
  return `${head.slice(0, at)}${name}${tail}`;
}

/** "Not failed, running", "pending, not failed": of two filters of a kind the one that is meant. */
function withoutDeniedFilter(text: string): string {
  for (const pattern of FILTERS) {
    const { source } = pattern;
    const first = new RegExp(`^(?:no,? )?not (?:the )?(?:${source})(?: ones)?(?:,| but| -) ?`).exec(
      text,
    );
    if (first !== null && pattern.test(text.slice(first[0].length))) {
      return text.slice(first[0].length);
    }
  }
  return text;
}

const LISTED =
  '(?:newsletters?|e-?mails?|mails?|messages?|tasks?|to-?dos?|deadlines?|appointments?|vendors?|suppliers?|customers?|guests?|clients?|staff|systems?|reviews?|approvals?|agents?|executions?|failures?|summary|calendar)';
const DENIED = new RegExp(
  `(?:^|[,;:.!-]\\s*)(?:(?:no|nope|ok|please)[, ]+)*(?:(?:i|we) (?:don't|do not|didn't|did not|never) (?:want|need|mean|ask for|care about|ask about|say) (?:the |any |my |our |to see (?:the )?)?|not (?:the |about (?:the )?|for (?:the )?)?|forget(?: about)? (?:the )?|skip (?:the )?)${LISTED}(?: list)?\\b[\\s,;.:!-]*(?:(?:but|just|rather|instead|only|(?:i|we) (?:just |only |really )*(?:want|need|mean|meant)|give me|show me)\\b[\\s,]*)*`,
);
const ANY_LISTED = new RegExp(`\\b${LISTED}\\b`);

/** "Not the tasks, the deadlines": the list that is meant is left. */
function withoutDeniedList(text: string): string {
  const hit = DENIED.exec(text);
  if (hit === null) return text;
  const before = text.slice(0, hit.index).trim();
  const after = text.slice(hit.index + hit[0].length).trim();
  const left = `${before} ${after}`.trim();
  return ANY_LISTED.test(left) || topicOf(left).length > 0 ? left : text;
}

/** "Not today but yesterday", "yesterday, not today": the day that is meant is left. */
function withoutDenied(text: string, now: LocalTime): string {
  const hit = NOT_THE_FIRST.exec(text);
  if (hit === null) return text;
  const from = hit.index + hit[0].length;
  const denied = spanOf(text.slice(from), now);
  if (denied === undefined || denied.index > 1) return text;
  const before = text.slice(0, hit.index).replace(/[\s,;-]+$/, '');
  const after = text.slice(from + denied.index + denied.length);
  const isOther = spanOf(before, now) !== undefined || spanOf(after, now) !== undefined;
  return isOther
    ? `${before} ${after.replace(/^[\s,;-]*(?:but|rather)?[\s,;]*/, '')}`.trim()
    : text;
}

const spanOf = (text: string, now: LocalTime): { index: number; length: number } | undefined =>
  readSpan(text, now, 'past');

const without = (text: string, { index, length }: { index: number; length: number }): string =>
  `${text.slice(0, index)} ${text.slice(index + length)}`;

const replaced = (
  text: string,
  { index, length }: { index: number; length: number },
  by: string,
): string => `${text.slice(0, index)}${by}${text.slice(index + length)}`;
