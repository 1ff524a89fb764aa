import type { Query } from '../../query.ts';
import { LEFT_OUT_KINDS } from '../normalize/left-out.ts';
import { NOT_COMPLETED, NOT_IN_STATE, STATUS_WORDS } from './read-execution-status.ts';
import { CATEGORY_WORDS, LIMIT_WORDS, PLACE_WORDS, PRIORITY_WORDS } from './read-filters.ts';
import { OVERDUE_WORDS, UNSCHEDULED_WORDS } from './read-task-status.ts';

const global = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'g');

/** "Have not been decided", "nobody has finished yet": the state that it says is read by its filter. */
const NEGATED_STATE =
  /\b(?:not|never|nobody|no one|un-?decided|(?:is|are|was|were|have|has|did|do|does)n't)(?: (?:yet|been|has|have|is|are|ever|still|being))*(?= (?:approv|reject|declin|decid|sign|resolv|clos|done|finish|complet|cancel|dealt|pass|over|due|late|expire|miss)\w*)/g;

/** Which words each filter of a question uses. */
export const USED: readonly (readonly [(query: Query) => boolean, RegExp])[] = [
  [() => true, global(PLACE_WORDS)],
  [() => true, /\bmost recent(?:ly)?\b/g],
  [({ topic }) => topic === 'tasks' || topic === 'reviews' || topic === 'deadlines', NEGATED_STATE],
  [
    ({ topic }) => topic === 'reviews',
    /\b(?:came|come|popped|turned|showed) (?:up|in)\b|\briskiest\b/g,
  ],
  [({ topic }) => topic === 'emails' || topic === 'executions', global(NOT_IN_STATE)],
  [({ without }) => without !== undefined, global(LEFT_OUT_KINDS)],
  [({ topic }) => topic === 'emails' || topic === 'executions', global(NOT_COMPLETED)],
  [
    ({ topic }) => topic === 'emails' || topic === 'executions' || topic === 'agents',
    new RegExp(`${STATUS_WORDS.source}|\\bvs\\b|\\bversus\\b`, 'g'),
  ],
  [({ category }) => category !== undefined, global(CATEGORY_WORDS)],
  [
    ({ sender }) => sender !== undefined,
    /\b(?:e-?mail )?(?:domains?|address(?:es)?|accounts?|anyone|anybody|people|everyone)\b/g,
  ],
  [({ priority }) => priority !== undefined, global(PRIORITY_WORDS)],
  [({ limit }) => limit !== undefined, global(LIMIT_WORDS)],
  [({ isOverdue }) => isOverdue === true, global(OVERDUE_WORDS)],
  [({ isUnscheduled }) => isUnscheduled === true, global(UNSCHEDULED_WORDS)],
  [
    ({ isHighRisk }) => isHighRisk === true,
    /\b(?:of |with |at )?(?:a )?(?:high|higher|highest|critical|risky|suspicious|phishing|spam|scams?|fraud\w*|dangerous|fishy)[- ]?(?:risks?|or|and|critical|high)*\b|\brisk\w*\b|\b(?:marked|flagged|rated|ranked|classified|classed|considered|judged|labell?ed|been|dangerous|suspicious)\b/g,
  ],
  [({ isRiskiest }) => isRiskiest === true, /\bmost\b/g],
  [
    ({ risk }) => risk !== undefined,
    /\b(?:of |with |at )?(?:a )?(?:high|higher|highest|medium|middle|moderate|low|lower|lowest|critical)[- ]?(?:risks?|or|and|critical|high|ones?)*\b|\brisk\w*\b|\blevels?\b/g,
  ],
  [
    ({ hasAttachments }) => hasAttachments !== undefined,
    /\b(?:with(?:out)?|no|have|has|having|carr\w+)? ?(?:an? |any )?(?:attach\w*|files?)\b|\b(?:pictures?|photos?|images?|documents?|docs|pdfs?)(?: (?:or|and)(?= ))?/g,
  ],
  [
    ({ topic, isUnassigned }) => topic === 'tasks' && isUnassigned === true,
    /\b(?:un-?assigned|unowned|ownerless|up for grabs|(?:nobody|no one|no-one)(?: (?:has|owns|is on|took|picked up))?|nobody\S*|no one\S*|without|not|no|owner)\b/g,
  ],
  [({ topic, isMine }) => topic === 'tasks' && isMine === true, /\b(?:mine|my|me)\b/g],
  [
    ({ topic }) => topic === 'tasks',
    /\b(?:(?:finished|done|open|completed|closed),? or (?:not|open|done|finished|closed|completed|unfinished)|done or undone|not (?:yet )?(?:been )?(?:done|completed|finished|closed)|isn'?t done|aren'?t done|(?:completed|done|finished|closed|created|added|opened|cancell?ed|ticked off|checked off|(?:should (?:already )?have been|by now))|any status|all statuses|whether done or not|including)\b/g,
  ],
  [
    ({ dayOf }) => dayOf === 'created',
    /\b(?:creat\w+|generat\w+|produc\w+|made|make|add(?:ed)?|new(?:ly)?|opened|raised|resulted|(?:popp|turn|show|cropp)(?:ed|ing) up|c[ao]me along|land(?:ed|ing)|arriv(?:ed|ing)|c[ao]me (?:in|up|from|out(?: of)?|of)|e-?mails?|mails?|messages?)\b/g,
  ],
  [
    ({ aspect }) => aspect === 'reasons',
    /\b(?:why|reasons?|causes?|how come|most (?:common|frequent|often))\b/g,
  ],
];
