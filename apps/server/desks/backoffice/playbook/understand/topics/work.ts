import { contentWords } from '../slots/read-names.ts';
import { MAIL } from './mail.ts';

// What says that tasks, deadlines or reviews are asked about.

export const TASK =
  /\b(?:tasks?(?! agent)|to-?dos?|to[- ]do(?:'?s)?(?= (?:list|items?|for|due|this|today|tomorrow|by|on)\b)|todo list|action items?|work items?|assignments?|on (?:my|our|the|\w+'s) (?:plate|list)|things? to do|what (?:do|does|should|must) \w+ (?:have|need)(?: to (?:do|get done|finish|work on))|(?:has|have|need|needs) to (?:be done|get done|finish|do)|(?:ticked|checked|crossed) off|[\p{L}-]{2,20}'s (?:plate|list|to-?do list|workload)|chores?|work (?:is )?(?:left|open|waiting))\b/u;

export const RANKED = /\b(?:high|low|medium|top)[- ]priority\b/;

/** "What are the priorities?", "assigned to whom?" */
export const ASSIGNED = /\bpriorities\b|\bassigned to\b/;

/** "What did Maria get done?" */
export const FINISHED_BY =
  /^what (?:all )?(?:did|has|have) (?:[\w'-]{1,30} ){1,3}(?:finish(?:ed)?|completed?|get done|gotten done)\b/;

export const DONE = /\b(?:got|get|was|been|is|were) (?:\w+ )?(?:done|finished|completed)\b/;

export const DEADLINE =
  /\b(?:deadlines?(?! agent)|calendar|payments? (?:(?:are|is|fall|falls|come|comes) )?(?:due|coming)|(?:next|upcoming|coming|outstanding) payments?|appointments?|coming up|upcoming|on the schedule|events?|due dates)\b/;

/** "Which payments are coming", not "which booking was the payment for". */
export const OF_MEETINGS =
  /^(?:(?:what|which|any|do we have|have we got|are there|list|show|me|the|our|all|of|other|more|these|is|a|an) )+(?:\w+ ){0,2}(?:meetings?|payments?)\b/;

/** "Our meetings?", "what's next?" */
export const MEETINGS_ALONE =
  /^(?:(?:the|our|all|my|any|next|upcoming|please) )*(?:meetings?|payments?)[?.!]*$|^what(?:'s| is) next[?.!]*$/;

/** "What happens tomorrow?", of what is to come. */
export const PLANNED =
  /\bwhat(?:'s| is| will| does| do we have| all)? ?(?:happen(?:s|ing)?|planned|scheduled|going to happen|on the (?:agenda|program))(?: (?:on|for|next|tomorrow|this coming|later|in)\b|[?.!]*$)/;

export const AT_PRESENT = /\b(?:now|today|right|moment)\b/;

export const DUE = /\bdue\b/;

export const FALLS_DUE = /\b(?:due|over ?due|expires?|expiring)\b/;

/** "Are we late on anything?" */
export const BEHIND = /\b(?:late on|behind (?:on|schedule)|running (?:late|behind))\b/;

export const REVIEW =
  /\b(?:reviews?|approvals?|sign[- ]?offs?|(?:need|needs|waiting (?:for|on)|await\w*|for) (?:my|our|a|your|human|someone'?s?)? ?(?:approval|approving|decision|decisions|ok|sign-?off|review|human|person)|to (?:approve|review|sign off|decide)|pending approval)\b/;

const REVIEW_SAID = /\b(?:reviews?|approvals?)\b/;
const REVIEW_DECIDED = /\b(?:approve|approved|reject|rejected)\b/;
/** "Which reviews were approved?" */
export const isOfDecidedReviews = (text: string): boolean =>
  REVIEW_DECIDED.test(text) && REVIEW_SAID.test(text);

/** "What did we reject", "was anything approved": decisions, and nothing they were about. */
const DECIDED =
  /^(?:(?:and|so|ok) )*(?:what|which|how many|how much|who|did|have|has|was|were|anything|something|everything|list|show(?: me)?|all)\b.*\b(?:approv(?:e|ed|ing)|reject(?:ed|ing)?|decline[ds]?|turn(?:ed)? down|den(?:y|ied)|sign(?:ed)? off)\b/;
const DECISION =
  /\b(?:approv(?:e|ed|ing)|reject(?:ed|ing)?|decline[ds]?|turn(?:ed)? down|den(?:y|ied)|sign(?:ed)? off)\b/g;
export const isDecided = (text: string): boolean =>
  DECIDED.test(text) && !MAIL.test(text) && contentWords(text.replace(DECISION, ' ')).length === 0;
