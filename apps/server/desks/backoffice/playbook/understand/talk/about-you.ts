import type { Saying } from '../../memory.ts';

// What staff say of the assistant, or wish it, and nothing else: no mail is searched for it.

const YOU =
  "^(?:(?:wow|man|god|ugh|honestly|seriously|sorry|but|and|aubs|boy|gosh)[,! ]+)*(?:you(?:'re| are| were| really are| really| make| never| always| sound| look| seem| just| can't| cannot| don't| do not| suck| drive| get)|stop being|(?:i've|i have|i) (?:had|had about|got|am|'m)? ?(?:enough|tired|sick|done|fed up)(?: and tired)? (?:of|with) (?:you|this)|i (?:hate|love|like|miss|adore) you|marry me)\\b";
const COMPARED = '\\b(?:than you|smarter|would be (?:quicker|faster|better|more use))\\b[^?]*$';
/** What was told, not what it is like. */
const TOLD =
  /\b(?:said|told|mention\w*|show\w*|wrote|listed|gave|found|forgot|skipp?ed|mean|meant|know|see|find|tell|look(?:ing|ed)? (?:for|at)|mails?|e-?mails?|tasks?|reviews?|deadlines?|messages?|vendors?)\b/;
const KIND =
  /\b(?:helpful|kind|good|nice|sweet|smart|clever|great|fast|quick|handy|useful|wonderful|amazing|brilliant|lovely|star|genius|gem|angel|best|dear|funny|love|like|adore|marry|miss|impressive|legend|treasure|cool)\b/;
const NOT = /\b(?:not|never|n't|less|hardly|can't|cannot|as .+ as)\b/;

const WISHES =
  /^(?:and )?(?:a )?(?:(?:very )?(?:merry|happy|joyful|blessed) (?:christmas|x-?mas|holidays?|new year|thanksgiving|easter|hanukkah|friday|monday|tuesday|wednesday|thursday|december|weekend|birthday)|season'?s greetings|cheers mate|long time(?: no see)?|coffee (?:first|time|please)|(?:it is|it's) (?:raining|snowing|pouring|freezing|sunny|hot|cold)(?: (?:again|outside|out there|today|here))*|how (?:did you sleep|was your (?:night|weekend|day|evening)|is life|'s life|are things))(?: (?:to you|everyone|all|aubs|too|and all))*[\s.!?]*$/;

const LONGEST = 90;

/** Undefined where something is asked or told besides. */
export function readAboutYou(text: string): Saying | undefined {
  if (text.length > LONGEST) return undefined;
  if (WISHES.test(text)) return 'greeting';
  if (text.includes('?') || TOLD.test(text)) return undefined;
  if (!new RegExp(`${YOU}|${COMPARED}`).test(text)) return undefined;
  return KIND.test(text) && !NOT.test(text) && !/than you/.test(text) ? 'thanks' : 'abuse';
}
