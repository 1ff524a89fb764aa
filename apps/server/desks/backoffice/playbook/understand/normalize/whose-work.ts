import { NOT_A_NAME } from '../slots/read-people.ts';
import { isGivenName } from './first-names.ts';

// Questions about somebody's work that do not call it tasks, as questions for their tasks.

const NAME =
  "(?!(?:got|have|has|still|any|anything|something|nothing|some|open|already|now|to|that|which|currently|there|and|or)\\b)[\\p{L}][\\p{L}'-]{1,20}";
const NAMES = `(${NAME}(?: ${NAME})?(?:(?:,| and| or| &) ${NAME})?)`;
const STILL = '(?:(?:still|already|currently|now|really|also|even|yet) )*';
const SOMETHING =
  '(?:anything|something|nothing|things|stuff|a lot|lots|much|more|many (?:tasks|things)|(?:any |some |many |open |overdue |urgent |late )+(?:tasks?|work|jobs?|items?|things?|to-?dos?|stuff))';
const END =
  '(?:to do|to finish|to work on|tasks?|assigned|on (?:his|her|their) (?:plate|list|desk|mind)|left|open|over ?due|late|due|urgent|outstanding|pending|going|for (?:today|tomorrow|this week|next week))';
const STATE =
  '(?:due|late|over ?due|urgent|open|left|pending|high[- ]priority|important|unfinished)';

const ASKED: readonly RegExp[] = [
  // "Does Priya still have things to do?", "do Jo and Luis have anything assigned to them?"
  new RegExp(
    `^(?:do|does|has|have|is|are|did) ${NAMES} ${STILL}(?:(?:have|has|got|have got|owe us|owe) ${STILL})?((?:${SOMETHING})(?: [a-z' -]{0,40})?\\b${END}\\b.*|(?:any |some |many |open |overdue |urgent |late )*(?:tasks?|to-?dos?)\\b.*)$`,
    'u',
  ),
  // "Anything for Tom that's late?"
  new RegExp(
    `^(?:is there |do we have |have we got |got |and )?(?:anything|something|what(?:'s| is)?)(?: else| there)* for ${NAMES},? (?:(?:that|which)(?:'s| is| are)|who is|and is it) (${STATE}.*)$`,
    'u',
  ),
  // "Stuff Tom should have finished by now"
  new RegExp(
    `^(?:(?:show|list|give|tell)(?: me)? )?(?:the )?(?:stuff|things?|work|everything|anything|what)(?: that)? ${NAMES} ((?:should have|was supposed to have|were supposed to have|ought to have) (?:been )?(?:finished|done|completed|closed)\\b.*)$`,
    'u',
  ),
  // "Everything Maria has, finished or not"
  new RegExp(
    `^(?:(?:please )?(?:show|list|give|tell)(?: me)? )?(?:everything|all|anything|whatever|the (?:stuff|things|work))(?: that)? ${NAMES} ${STILL}(?:has|have|is (?:working on|doing|assigned|responsible for)|are (?:working on|doing)|owns?|owes?(?: us)?|must do|should do|needs? to do)(?: to do| on (?:his|her|their) (?:plate|list|desk))?\\b(.*)$`,
    'u',
  ),
];

/** "Is Priya late with anything?" Of a company it asks for what it owes us. */
const LATE_WITH = new RegExp(
  `^(?:and |so )?(?:is|was) (${NAME}) ${STILL}(?:late|behind|over ?due) (?:with|on) (?:${SOMETHING}|(?:any|one|some) of .{2,30})[\\s?.!]*$`,
  'u',
);

/** A question about somebody's work as one for their tasks; any other as it is. */
export function sayTasksOf(text: string): string {
  const late = LATE_WITH.exec(text)?.[1] ?? '';
  if (isGivenName(late)) return `overdue tasks for ${late}`;
  for (const pattern of ASKED) {
    const hit = pattern.exec(text);
    const names = hit?.[1] ?? '';
    const parts = names.split(/,| and | or | & | /).filter((part) => part.trim() !== '');
    if (hit === null || parts.some((part) => NOT_A_NAME.test(part.trim()))) continue;
    return `tasks for ${names}: ${(hit[2] ?? '').trim()}`;
  }
  return text;
}
