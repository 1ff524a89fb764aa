import { isGivenName } from '../normalize/first-names.ts';
import { topicOf } from '../topics/topics.ts';

const ONLY = '^(?:only |just )*(?:the )?';
const END = '(?: ones?| only| mails?)*[\\s?.!]*$';
const filter = (words: string): RegExp => new RegExp(`${ONLY}(?:${words})${END}`);

/** Filters that lists of each topic know. */
const OF_TASKS = filter(
  '(?:high|low|medium|top)(?:[- ]priority)?|urgent|unassigned|overdue|done|open|finished|unfinished',
);
const OF_REVIEWS = filter(
  '(?:high|low|medium|critical)(?:[- ]risk)?|risky|open|decided|approved|rejected',
);
const OF_MAIL = filter(
  'failed|pending|running|completed|(?:high|critical)[- ]risk|risky|with(?:out)? attachments?|customers?|vendors?|suppliers?|staff|system',
);

const isFilterOf = (topic: string | undefined, text: string): boolean =>
  (topic === 'tasks' && OF_TASKS.test(text)) ||
  (topic === 'reviews' && OF_REVIEWS.test(text)) ||
  ((topic === 'emails' || topic === 'executions') && OF_MAIL.test(text));

/** "Tasks that have no assignee and are overdue". Looking back stands last, as it costs most. */
const AND_ARE =
  / and (?:that |which )?(?:are|is) (?=(?:also |still |already )*(?:overdue|late|urgent|unassigned|high|low|medium)\b(?: priority)?[\s?.!]*$)(?<=\btasks\b.*)/;
const AND_HAVE_NONE =
  / and (?:that |which )?(?:have|has|with) (?:no (?:assignee|owner)|nobody(?: assigned| on them)?)(?=[\s?.!]*$)(?<=\btasks\b.*)/;

/** A longer one asks something of its own. */
const MOST_WORDS = 8;

/** "Overdue, Luis", "pending reviews, high risk": what is set apart by a comma is said of the list before it. */
export function joinFilters(text: string): string {
  const joined = text.replace(AND_ARE, ' ').replace(AND_HAVE_NONE, ' without assignee');
  if (joined !== text && topicOf(joined).includes('tasks')) return joined;
  const [first, second, another] = text.split(/,\s+/);
  if (first === undefined || second === undefined || another !== undefined) return text;
  if (/[?!.]/.test(first) || first.split(' ').length > MOST_WORDS) return text;
  const topics = topicOf(first);
  const [, name] = /^(?:only |just |for )*([a-z]{2,20})[\s?.!]*$/.exec(second) ?? [];
  if (topics.includes('tasks') && name !== undefined && isGivenName(name)) {
    return `${/\btasks?\b/.test(first) ? first : `${first} tasks`} for ${name}`;
  }
  return isFilterOf(topics[0], second) ? `${first} ${second}` : text;
}
