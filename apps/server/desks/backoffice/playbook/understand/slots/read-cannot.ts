import { NUMBER_WORDS } from '@deskbell/clerk';
import type { Topic } from '../../query.ts';
import { quoted } from '../../wording/quote-text.ts';

/** Something that questions ask to pick, sort or count by, and no tool can. */
interface Cannot {
  topics: readonly Topic[];
  pattern: RegExp;
  /** The sentence that says so. */
  note: string;
}

const MAIL: readonly Topic[] = ['emails', 'executions', 'find'];
const LISTS: readonly Topic[] = [...MAIL, 'tasks', 'deadlines', 'reviews'];
const NUMBER = `(?:\\d{1,3}|an?|${NUMBER_WORDS}|few|couple of|couple|half an)`;

const TO_ADDRESS =
  /\b(?:(?:addressed|sent|cc'?d?|bcc'?d?|going|came in|arrived|received)(?: to| at| by)|to|at|cc|bcc) (?:[\w.+-]{1,64}@[\w.-]{1,80})/;

/** Whether an address in the text is whom a mail was sent to. */
export const isToAddress = (text: string): boolean => TO_ADDRESS.test(text);

const NO_HOURS = 'I can only look at whole days, not at hours or times of day.';

const NO_TRANSLATION = "I don't translate mail; this is what there is.";

/** "Mails without tasks" are mails. */
export const WHAT_CAME_OF_IT =
  /(?<=\b(?:e-?mails?|mails?|messages?) )(?:without|with no|with|that (?:have |had )?(?:created?|led to|caused|made|have|had|got|became)) (?:any |an |a |no )?(?:tasks?|deadlines?|reviews?|events?)\b/;

export const WITHOUT_THAT = 'What follows is without that.';

const CANNOT: readonly Cannot[] = [
  {
    topics: MAIL,
    pattern: WHAT_CAME_OF_IT,
    note: "I can't pick e-mails by what came of them.",
  },
  {
    topics: LISTS,
    pattern: /\b(?:everyone|everybody|everything|anyone|anybody|all) (?:but|except)\b/,
    note: "I can't leave anybody or anything out of a list.",
  },
  {
    topics: MAIL,
    pattern: /\bhow much (?:money )?(?:do|did|does|have|has|had|is|was|are|were|will)\b/,
    note: "I don't add up amounts of money; a mail may name one.",
  },
  {
    topics: ['agents', 'vendors', 'executions'],
    pattern:
      /\b(?:better|worse|faster|slower|cheaper|longer|shorter|higher|lower) (?:\w+ )?than\b[^?]*|\bcompared (?:to|with)\b/,
    note: "I can't compare or filter by how much; I tell one span at a time.",
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:pdfs?|word|excel|images?|photos?|pictures?|csv|xlsx?|docx?|jpe?g|png|zip)(?= (?:attach|files?))/,
    note: "I can't pick attachments by their kind.",
  },
  {
    topics: [...LISTS, 'summary', 'agents', 'vendors'],
    pattern: new RegExp(
      `\\b(?:(?:in |over |within |for )?(?:the )?(?:last|past|next) (?:${NUMBER} )?(?:hours?|hrs?|minutes?|mins?)|${NUMBER} (?:hours?|hrs?|minutes?|mins?)(?: ago)?|(?:this|in the|yesterday|tomorrow) (?:morning|afternoon|evening)|(?:(?:since|from) )?last night|tonight|overnight|(?:during|in|through|over) the night|(?:before|after|since|until|till|between|at|by|around|from) (?:noon|midnight|\\d{1,2}(?::\\d\\d)? ?(?:am|pm|o'clock)|\\d{1,2}:\\d\\d)|\\d{1,2}(?::\\d\\d)? ?(?:am|pm)|hourly|per hour|what time)\\b`,
    ),
    note: NO_HOURS,
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:(?:(?:addressed|sent|cc'?d?|bcc'?d?|going|came in|arrived|received)(?: to| at| by)|to|at|cc|bcc) (?:[\w.+-]{1,64}@[\w.-]{1,80})|recipients?|addressed to|cc'?d?)\b/,
    note: "I can't pick e-mails by whom they were sent to.",
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:(?:that |which )?(?:we|i|you|our team|maria|the team) (?:have |had )?(?:sent|wrote|written|answered|replied(?: to)?|forwarded)|outgoing|outbound|sent (?:mails?|e-?mails?|messages?|items|folder)|(?:not|never|already|been|get|got) (?:answered|replied(?: to)?)|(?:did |has |have )?(?:nobody|no one|not|n't) (?:answer|repl(?:y|ied)|respond)\w*|un-?answered|un-?replied|answered|replied(?: to)?|(?:await\w*|need\w*|want\w*) (?:a |an |our )?(?:reply|answer|response))\b/,
    note: 'I know only mail that came in, not what was sent or answered.',
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:notifications?|alerts?) (?:that )?(?:(?:were|was|we) )?sent\b|\bsent notifications?\b/,
    note: "I can't list notifications by day; the story of a mail says which it caused.",
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:(?:not|non|less|more|most|very) )?-?(?:urgent|critical|important|pressing)\b|\b(?:(?:high|low|medium|top|highest|lowest)[- ]?(?:priority|urgency|importance))\b|\b(?:by )?(?:urgency|priority|importance)\b/,
    note: "I can't pick e-mails by urgency.",
  },
  {
    topics: MAIL,
    pattern: /\b(?:un-?read|not (?:yet )?(?:been )?read|starred|archived|opened|deleted)\b/,
    note: "I can't pick e-mails by whether somebody read them.",
  },
  {
    topics: LISTS,
    pattern:
      /\b(?:where (?:do|does|did|are|is) [^?]{0,40}?(?:come|coming|from)(?: from)?|who (?:has|had|have|got|gets?|sent|sends?|wrote|writes?|does|did|(?:e-?)?mails?(?:ed)?|created?|is)\b[^?]{0,40}?\b(?:most|least|fewest|often|busiest)|(?:which|what) (?:sender|person|people|employee|day|weekday|hour|customer|guest)s?\b[^?]{0,40}?\b(?:most|least|fewest|often|busiest)|(?:grouped by|broken down by|sorted by|split by|per|by|for each|for every|each|every) (?:person|sender|name|day|weekday|hour|week|month|assignee|customer|employee|team member|people|address|domain|subject|size|date)s?|busiest (?:day|weekday|hour|time|week|month|person|sender)|most frequent senders?|top senders?)\b/,
    note: "I can't rank or group these by person, sender or day.",
  },
  {
    topics: LISTS,
    pattern:
      /\b(?:more|fewer|less|better|worse|higher|lower|greater) (?:e-?mails? |mails? |messages? |tasks? |failures? |executions? |often )?than\b(?! (?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|few) (?:days?|weeks?|months?|years?)\b)|\b(?:at least|at most|over|under|above|below|exceeding) (?:\d|\$|usd|eur)[^ ]*|\bcompar(?:e|ed|ison|ing)(?: to| with)?\b|\b(?:increas|decreas|grow|declin|drop|ris)(?:e|es|ed|ing|s|th)\b|\b(?:difference|trends?|trending|average|median|percent\w*|percentage|share|ratio|unusual\w*|than usual|as usual|usually|normally|typical\w*)\b/,
    note: "I can't compare, average or filter by amounts here; I count one span at a time.",
  },
  {
    topics: LISTS,
    pattern:
      /\b(?:(?:the |our )?(?:very )?(?:oldest|earliest|first (?=e-?mail\b|mail\b|message\b|execution\b)|longest|shortest|biggest|largest|smallest|most recently changed|longest open)|how old|how long|(?:sorted|ordered|in order) of \w+|most (?:expensive|valuable|complex|difficult)|easiest|hardest|cheapest)\b/,
    note: "I can't sort these by age, size or length, or tell which is the most of something.",
  },
  {
    topics: ['find'],
    pattern:
      /(?<=^(?:(?:and|so|but|ok) )?)(?:will|won't|is it going to|are we going to|do you (?:think|expect|believe))\b(?! you\b)|(?<=^(?:what|who|which [^?]{1,30}|how (?:much|many|often|bad|late|long) ?[^?]{0,40}) )will\b/,
    note: "I can't tell what is still to come; this is what the mail says.",
  },
  {
    topics: MAIL,
    pattern: /\btranslat(?:e|ed|ing|ions?)\b/,
    note: NO_TRANSLATION,
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:to|into) (?:english|spanish|french|german|italian|portuguese|dutch|polish|russian|chinese|japanese|arabic|korean)\b/,
    note: NO_TRANSLATION,
  },
  {
    topics: MAIL,
    pattern:
      /\b(?:in|written in) (?:english|spanish|french|german|italian|portuguese|dutch|polish|russian|chinese|japanese|arabic|korean)\b|\bforeign[- ]language\b/,
    note: "I can't pick e-mails by their language.",
  },
  {
    topics: ['executions', 'emails'],
    pattern:
      /\b(?:that were |which were |were )?(?:retried|retries|(?:more than|after|with|at least) \w+ attempts?|number of attempts|re-?run)\b|\b(?:low(?:est)?|high(?:est)?|with \w+)?[- ]?confidence\b|\b(?:slowest|fastest|quickest)\b/,
    note: "I can't pick these by attempts, speed or confidence.",
  },
  {
    topics: ['tasks'],
    pattern: /\branked\b/,
    note: 'I list tasks by their due dates, not by rank; each line says its priority.',
  },
  {
    topics: ['tasks'],
    pattern:
      /\b(?:in progress|(?:not |been |has |have |is |are )*(?:started|begun)|under ?way|blocked|on hold|(?:nobody|no one) (?:is |has )?(?:work\w*|start\w*|begun)(?: on)?)\b/,
    note: "I can't pick tasks by whether somebody has begun them; open ones include those in progress.",
  },
  {
    topics: ['vendors'],
    pattern:
      /\b(?:per |by |for each )?senders?\b|\bwhere (?:do|does|did|are|is) (?:[a-z-]{2,12} ){1,4}(?:come|coming|from)(?: from)?\b|\bwho (?:sends?|sent|writes?|wrote|e-?mails?|mails?|has)\b/,
    note: 'I can rank vendors only, not all who write.',
  },
  {
    topics: ['deadlines'],
    pattern:
      /\b(?:did we (?:meet|make|keep)|done|completed|finished|met|kept|cancell?ed|closed|(?<!\bbe )paid)\b/,
    note: "I can't list deadlines that are done or cancelled; these are the ones still scheduled.",
  },
  {
    topics: ['deadlines'],
    pattern:
      /\b(?:meetings?|meet|appointments?|responses?|urgent|important|critical|high[- ]priority)\b/,
    note: "I can't pick deadlines by kind or urgency; each line says what it is.",
  },
  {
    topics: ['reviews', 'tasks', 'emails'],
    pattern:
      /\b(?:did|have|has) i (?:already )?(?:approved?|rejected?|decided?|complet\w+|finish\w*|clos\w+)\b|\bmyself\b|\bby me\b/,
    note: "I don't know which of these were yours.",
  },
];

/**
 * What the text asks for that no tool can do on this topic, as sentences, and the text without the
 * words that said so.
 */
export function readCannot(text: string, topic: Topic): { notes: string[]; rest: string } {
  const notes: string[] = [];
  let rest = text;
  for (const { topics, pattern, note } of CANNOT) {
    if (!topics.includes(topic)) continue;
    const hit = pattern.exec(rest);
    if (hit === null) continue;
    notes.push(note);
    rest = `${rest.slice(0, hit.index)} ${rest.slice(hit.index + hit[0].length)}`;
  }
  const isApart =
    LISTS.includes(topic) && topic !== 'find' && !notes.some((note) => note.includes(';'));
  if (notes.length > 0 && isApart) notes.push(WITHOUT_THAT);
  return { notes, rest };
}

const SEARCHED = 'I searched the mail for';

/** Said where the words were not plainly meant as a search. */
export const searchedFor = (words: string): string => `${SEARCHED} ${quoted(words)}.`;

/** The notes that still say something before an answer. */
export function notesFor(answer: string, notes: readonly string[] = []): readonly string[] {
  const start = answer.slice(0, 400);
  const isNothing = /^(?:No |There (?:is|are) no |Careful)/.test(answer);
  // Where a whole day has nothing, its hours have nothing either.
  return notes.filter((note) => {
    if (note === NO_HOURS || note === WITHOUT_THAT) return !isNothing;
    if (!note.startsWith(SEARCHED)) return true;
    const words = note.slice(SEARCHED.length, -1).trim();
    return !isNothing && !start.includes(words);
  });
}
