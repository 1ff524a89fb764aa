import { isCalendarDate } from '../../platform/calendar-date.ts';
import type { Deadline } from '../agents/findings.ts';
import type { ProposedAction } from './action.ts';
import { isTimeZone } from './instant-of.ts';
import { plainLine, storableText } from './plain-line.ts';
import { NO_SUBJECT } from './propose-notification.ts';

type EventAction = Extract<ProposedAction, { kind: 'schedule_event' }>;

/** Share of the shorter text's words that the other one has too, from which on both say the same. */
const SAME_WORDS_SHARE = 0.5;

/**
 * One action per deadline found, keyed by its place among the findings. A date that is named twice
 * becomes one event, the one with a time if there is one; two things due on one day stay two.
 * `timezone` is used where a finding names none that exists. Subject and sender are plain lines.
 */
export function proposeEvents({
  deadlines,
  timezone,
  subject,
  sender,
}: {
  deadlines: readonly Deadline[];
  timezone: string;
  subject: string;
  sender: string;
}): EventAction[] {
  const proposed: { index: number; deadline: Deadline }[] = [];
  for (const [index, deadline] of deadlines.entries()) {
    if (!isCalendarDate(deadline.date)) continue;
    const same = proposed.find((earlier) => isSameDeadline(earlier.deadline, deadline));
    if (same === undefined) proposed.push({ index, deadline });
    else if (same.deadline.time === null && deadline.time !== null) same.deadline = deadline;
  }
  return proposed.map(({ index, deadline }) => ({
    kind: 'schedule_event',
    actionKey: `event:${index}`,
    payload: {
      title: titleOf(deadline.description, subject),
      description: `From the mail "${subject}" by ${sender}.`,
      type: deadline.type,
      date: deadline.date,
      time: deadline.time,
      timezone: isTimeZone(deadline.timezone) ? deadline.timezone : timezone,
      urgency: deadline.urgency,
      is_ambiguous: deadline.ambiguous,
      quote: storableText(deadline.quote, 300),
    },
  }));
}

const wordsOfAnyMail = new Set(
  'the and for you your our are was has have will can not from with this that please new'.split(
    ' ',
  ),
);

/**
 * In a calendar nothing but the title says what it is about: the mail's subject stands in front,
 * unless the sentence has a word of it.
 */
function titleOf(description: string, subject: string): string {
  const line = plainLine(description, 200);
  if (line === '') return 'Deadline';
  const topic = subject.replace(/^(?:(?:re|fwd?):\s*)+/i, '');
  const words = wordsOf(topic).difference(wordsOfAnyMail);
  const saysNothing = topic === NO_SUBJECT || words.size === 0;
  const isNamed = saysNothing || !wordsOf(line).isDisjointFrom(words);
  return isNamed ? upperFirst(line) : plainLine(`${topic}: ${line}`, 200);
}

function upperFirst(line: string): string {
  return line.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function isSameDeadline(one: Deadline, other: Deadline): boolean {
  if (one.date !== other.date || one.type !== other.type) return false;
  if (one.time !== null && other.time !== null && one.time !== other.time) return false;
  // One mail is about one payment, as a rule: its text and its invoice name the same day.
  if (one.type === 'payment' || one.quote === other.quote) return true;
  return shareOfWords(one.description, other.description) >= SAME_WORDS_SHARE;
}

function shareOfWords(one: string, other: string): number {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return few.intersection(many).size / few.size;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
