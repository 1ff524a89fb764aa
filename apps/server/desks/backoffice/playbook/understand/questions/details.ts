import type { Span } from '../../days/span.ts';
import type { Query, Topic } from '../../query.ts';
import { LEFT_OUT_KINDS, readLeftOut } from '../normalize/left-out.ts';
import { readAgents } from '../slots/read-agents.ts';
import { isToAddress } from '../slots/read-cannot.ts';
import { readDeadlineType } from '../slots/read-deadline-type.ts';
import { readStatus } from '../slots/read-execution-status.ts';
import {
  isHighRisk,
  readAspect,
  readAttachments,
  readCategory,
  readLimit,
  readPriority,
  readRisk,
  readSender,
} from '../slots/read-filters.ts';
import { readAssignee, readVendor } from '../slots/read-people.ts';
import { isOverdue, isUnscheduled, readTaskStatus } from '../slots/read-task-status.ts';
import { isUnassigned } from '../slots/unassigned.ts';

// The details that each topic knows.

/** A request as its details are read. */
interface Asked {
  text: string;
  /** Without its days. */
  undated: string;
  raw: string;
  span: Span | undefined;
  /** Which day of a task those days are. */
  dayOf: Query['dayOf'] | undefined;
}

const MINE =
  /\b(?:my tasks|assigned to me|(?:do|must|should) i (?:have|need)|my to-?dos?|my plate|my list|am i)\b/;

/** What was said of some details, without those of which nothing was. */
const said = (details: { [Key in keyof Query]?: Query[Key] | undefined }): Partial<Query> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

export const DETAILS: Partial<Record<Topic, (asked: Asked) => Partial<Query>>> = {
  emails: readOfEmails,
  executions: readOfExecutions,
  tasks: readOfTasks,
  deadlines: ({ text, undated }) =>
    said({
      limit: readLimit(undated),
      deadlineType: readDeadlineType(text),
      isOverdue: isOverdue(text) || undefined,
    }),
  reviews: ({ text }) => said({ risk: readRisk(text) }),
  agents: ({ text }) => said({ agent: only(readAgents(text)), aspect: readAspect(text) }),
  vendors: ({ text, undated, raw }) =>
    said({
      vendor: readVendor(undated, raw),
      aspect: readAspect(text),
      limit: readLimit(undated),
    }),
};

function readOfEmails({ text, undated }: Asked): Partial<Query> {
  const without = readLeftOut(text);
  const isRisky = isHighRisk(text);
  return said({
    without: without.length > 0 ? without : undefined,
    status: readMailStatus(text),
    category: readCategory(text.replace(LEFT_OUT_KINDS, ' ')),
    sender: isToAddress(text) ? undefined : readSender(text),
    limit: readLimit(undated),
    isHighRisk: isRisky || undefined,
    isRiskiest: (isRisky && asksForRiskiest(text)) || undefined,
    hasAttachments: readAttachments(text),
  });
}

function readOfExecutions({ text, undated }: Asked): Partial<Query> {
  const isOfReasons = readAspect(text) === 'reasons';
  return said({
    // Only what failed has reasons.
    status: readMailStatus(text) ?? (isOfReasons ? 'failed' : undefined),
    category: readCategory(text),
    limit: readLimit(undated),
    aspect: isOfReasons ? 'reasons' : undefined,
  });
}

function readOfTasks({ text, undated, raw, span, dayOf }: Asked): Partial<Query> {
  const ofDays = span === undefined ? undefined : dayOf;
  const isNobodys = isUnassigned(text);
  const isWithoutDay = isUnscheduled(text);
  return said({
    priority: readPriority(text),
    // What was made on some days may be done by now.
    taskStatus: readTaskStatus(text) ?? (ofDays === 'created' ? 'all' : undefined),
    dayOf: ofDays,
    assignee: isNobodys ? undefined : readAssignee(text, raw),
    limit: readLimit(undated),
    isUnassigned: isNobodys || undefined,
    isUnscheduled: isWithoutDay || undefined,
    isOverdue: (!isWithoutDay && isOverdue(text)) || undefined,
    isMine: MINE.test(text) || undefined,
  });
}

/** "Which mail has the highest risk?", not "which are of the highest risk". */
const asksForRiskiest = (text: string): boolean =>
  /\b(?:which|what|the|a|our) (?:single |one )?(?:e-?mail|mail|message)\b|\bwhich (?:one )?of (?:our|the|all|these|those) (?:[a-z]+ )?(?:e-?mails|mails|messages)\b/.test(
    text,
  ) &&
  /\b(?:riskiest|(?:highest|greatest|biggest|worst|most) (?:risks?|risky|dangerous|suspicious)|most (?:risky|dangerous|suspicious|fraudulent))\b/.test(
    text,
  );

/** One value is a filter; of several each is asked for by itself. */
const only = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

/** "What did we process" asks about all of it; "waiting for approval" is no state of a mail. */
function readMailStatus(text: string): Query['status'] {
  const plain = text
    .replace(
      /\b(?:waiting|pending) (?:for )?(?:a |an |our |my )?(?:review|approval|decision)s?\b/g,
      ' ',
    )
    .replace(/\bhow (?:is|are|was|were)\b.*\brunning\b/g, ' ')
    .replace(/\b(?:success|failure|error|completion) rates?\b/g, ' ');
  return readStatus(plain);
}
