const LEAD = '(?:(?:ok|sorry|oh|well|ah|oops|wait|so)[,. ]+)*';
const SHORT_TIME = '(?:moment|second|sec|minute|min|mo|tick|bit)';
const A_MOMENT = [
  `(?:just |wait |only )*(?:a|one|1|half a) (?:quick |little |tiny )*${SHORT_TIME}`,
  `(?:please |just )*(?:hold on|hang on|wait|hold(?= (?:a|one) ))(?: (?:a|one) ${SHORT_TIME})?`,
  `(?:just )?(?:give me|gimme|i need|need|let me have) (?:just )?(?:a|one|two|five) ${SHORT_TIME}s?`,
  "bear with me|brb|(?:i'll |i will |will )?be right back|back in (?:a|one|two|five|\\d+) \\w+",
  'let me (?:think|see|check|look)',
].join('|');
/** What says why: nothing is asked in it, and nothing wished. */
const REASON =
  '[\\s,.;:!–-]+(?=\\S)(?!.*\\b(?:show|list|tell me|give me|which|what|how many|tasks?|e-?mails?|mails?|deadlines?|reviews?|those|ones)\\b)(?!(?:what|which|who|when|where|why|how|show|list|tell|give|find|is|are|did|do|does|has|have|can|any|actually|not|no|just|only|those|the ones|i mean|i meant)\\b)[^?]{1,60}';
/** "One moment, the phone is ringing." */
const PAUSE = new RegExp(`^${LEAD}(?:${A_MOMENT})(?:${REASON})?[\\s.!]*$`);

const SOMEBODY =
  '(?:the |my |a )?(?:phone|doorbell|bell|boss|driver|customer|courier|mailman|alarm|someone|somebody)';
const COMES_BETWEEN = [
  `${SOMEBODY}(?:'s| is| was) (?:ringing|calling|here|waiting|at the door|at my desk)`,
  '(?:i )?(?:have to|need to|must|had to|got to) (?:take|answer|get) (?:a|this|the|that|another) (?:quick )?(?:call|phone|door|one)',
  "(?:ok |right )*(?:i'm |i am )?back(?: (?:now|again))?",
];
const INTERRUPTED = new RegExp(`^${LEAD}(?:${COMES_BETWEEN.join('|')})[\\s.!]*$`);

/** Whether somebody only says that they are away for a while, or back. */
export const isPause = (text: string): boolean => PAUSE.test(text) || INTERRUPTED.test(text);
