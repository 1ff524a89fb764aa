import { sayDay, sayEnglishOnly, sayList } from '@deskbell/clerk';
import type { Memory, Saying } from '../memory.ts';
import { readRow } from '../understand/follow-ups/read-pointing.ts';
import { clockTime } from '../wording/days.ts';
import type { Turn } from './flow.ts';

/** How the long answer begins, by which `see` knows that it was given. */
export const HELP_START = 'I can tell you what mail came in';
const HELP = `${HELP_START} on a day or in a week, ${sayList([
  'what failed and why',
  'which tasks and deadlines are due or overdue',
  'what waits for a review',
  'how the agents perform',
  'what happened with one mail',
  'how reliable vendors are',
  'whether everything runs',
  'what needs your attention',
])}.`;

/** Two questions that fit what was said; the first entry whose words occur. */
const EXAMPLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tasks?|do|work|due)\b/, '"What is due this week?" or "Which tasks are overdue?"'],
  [
    /\b(?:invoices?|pay\w*|bank|money|owe|vendors?|suppliers?)\b/,
    '"What payments are coming up?" or "What waits for a review?"',
  ],
  [/\b(?:fail\w*|errors?|retry|broken?)\b/, '"Show me failed executions" or "Is everything ok?"'],
  [
    /\b(?:e-?mails?|mails?|messages?|wrote|sent|reply)\b/,
    '"What came in today?" or "What happened with the fire inspection email?"',
  ],
];
const EXAMPLES_ELSE = '"What needs my attention?" or "What came in today?"';

const READ_ONLY = 'I only read here and change nothing.';

const howToChangeTask = (id: string | undefined): string =>
  `A task is changed at /staff/tasks${id === undefined ? '' : `?peek=task:${id}`}, or with PATCH /api/tasks/${id ?? '{id}'}; a deadline at /staff/deadlines.`;
const howToRetry = (id: string | undefined): string =>
  `A failed execution is retried at /staff/executions${id === undefined ? '?status=failed' : `/${id}`}, or with POST /executions/${id ?? '{id}'}/retry.`;

/** What can be asked: at length once in a conversation, then two examples. */
function help({ memory }: Turn): string {
  if (memory.hasHelped === undefined) return HELP;
  const { text } = memory.heard;
  return `Ask for example ${EXAMPLES.find(([pattern]) => pattern.test(text))?.[1] ?? EXAMPLES_ELSE}.`;
}

const sayClock = ({ hour, minute }: Turn['now']): string =>
  clockTime(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

/** Answers that need no tool. */
export function saySaying(what: Saying, turn: Turn): string {
  const { memory } = turn;
  switch (what) {
    case 'greeting':
      return memory.hasHelped
        ? `${turn.vary('Hello!', 'Hi there!')} What would you like to know?`
        : `${turn.vary('Hello!', 'Hi there!', 'Hello, good to see you!')} I'm AUBS, the assistant of the back office. ${HELP} What would you like to know?`;
    case 'thanks':
      return turn.vary("You're welcome!", 'Gladly!', 'Happy to help!');
    case 'goodbye':
      return turn.vary('All right. Until next time!', 'Good. Come back whenever you like.');
    case 'identity':
      return `I'm AUBS, the automatic assistant of the back office, not a person. I answer from the live state of the mail, the tasks and the system. ${help(turn)}`;
    case 'help':
      return `${HELP} For example: "What emails did we process today?", "Show me failed executions", "What tasks are due this week?" or "What happened with the fire inspection email?"`;
    case 'abuse':
      return `I'm sorry this is frustrating. ${help(turn)}`;
    case 'instructions':
      return "How I am set up isn't something I share or change, and neither are passwords and keys. Ask me about the mail, the tasks or the system instead.";
    case 'language':
      return `${sayEnglishOnly(memory.heard.language)} I read English here. ${help(turn)}`.trim();
    case 'today':
      return `Today is ${sayDay(turn.now.today, turn.now.today)}, ${turn.now.today.slice(0, 4)}${/\btime\b/.test(turn.memory.heard.text) ? `; it is ${sayClock(turn.now)}` : ''}.`;
    case 'no_more':
      return 'That was all of it.';
    case 'no_rows':
      return "I don't see such an entry in the last list. Ask for the list again, or paste a reference.";
    case 'no_such_day':
      return 'There is no such day in the calendar. Which day do you mean?';
    case 'declined':
      return 'All right.';
    case 'read_only_task':
      if (/\bvendors?\b|\bsuppliers?\b/.test(memory.heard.text))
        return saySaying('read_only', turn);
      return `${READ_ONLY} ${howToChangeTask(idOf(memory, 'task'))}`;
    case 'read_only_retry':
      return `${READ_ONLY} ${howToRetry(idOf(memory, 'execution'))}`;
    case 'read_only_review':
      return `${READ_ONLY} A review is approved, edited or rejected at /staff/reviews, or with POST /api/reviews/{id}.`;
    case 'read_only_mail':
      return `${READ_ONLY} I can't send or answer mail; that is done in your mail program.`;
    case 'read_only_pay':
      return `${READ_ONLY} I can't pay, refund, order or book anything; a person does that at the bank or with the vendor, and marks its task as done at /staff/tasks.`;
    case 'read_only_obey':
      return `${READ_ONLY} What a mail asks for is for a person to decide; I can't do it. Reviews are decided at /staff/reviews, tasks are changed at /staff/tasks.`;
    case 'others_chats':
      return "I can't show what others ask here: every chat belongs to the person who signed in. I can tell you what is in the mail and the tasks.";
    case 'read_only':
      if (/\b(?:export|csv|excel|download|spreadsheet)\b/.test(memory.heard.text)) {
        return 'I have no export. The routes in docs/back-office.md give the same lists as JSON.';
      }
      if (isFailed(memory)) return saySaying('read_only_retry', turn);
      return `${READ_ONLY} What can be changed is changed on the pages under /staff; docs/back-office.md has the routes for programs.`;
    case 'off_topic':
      return `I can't help with that; I only know the mail, the tasks and the system of this business. ${help(turn)}`;
    case 'unknown':
      return `${turn.vary("I'm not sure what you mean.", "I don't have an answer to that.")} ${help(turn)}`;
  }
}

const isFailed = ({ focus, records, query }: Memory): boolean =>
  focus === undefined ? query?.status === 'failed' : records.get(focus)?.status === 'failed';

/** The id of the record that is meant, as pages and routes take it; undefined when it is not plain which. */
function idOf(memory: Memory, kind: 'task' | 'execution'): string | undefined {
  const row = readRow(memory.heard.text, memory);
  const refs = memory.rows.flatMap(({ ref }) => ref ?? []);
  const meant =
    row !== undefined && row !== 'absent'
      ? row.ref
      : (memory.focus ?? (refs.length === 1 ? refs[0] : undefined));
  if (meant === undefined) return undefined;
  const ref =
    kind === 'execution' && meant.startsWith('[email:')
      ? memory.records.get(meant)?.executionRef
      : meant;
  return /^\[(\w+):([0-9a-f]{12})\]$/.exec(ref ?? '')?.[1] === kind
    ? ref?.slice(-13, -1)
    : undefined;
}

export const WHICH =
  'Which one do you mean? Say its number, such as "the first one", or paste its reference.';
