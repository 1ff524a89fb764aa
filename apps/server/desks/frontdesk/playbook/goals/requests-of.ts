import { splitRequests } from '@deskbell/clerk';

/** Requests of one message that are heard. */
const MOST_REQUESTS = 9;

/** "If I cancel tomorrow", "since we are five": no request before its question is asked. */
const CONDITION =
  /^(?:(?:and|so|but|ok|hi|hey|hello),? )*(?:if|suppose|supposing|assuming|in case|provided|since|because)\b[^.?!;]*$/;
const ASKS_ANEW = /^(?:if|suppose|in case)\b/;

/** "We're four and will be out east": no question. */
const GOES_ON =
  /^(?:will|would|can|could|is|are) (?:be|not|need|have|never|then|probably|also|all)\b[^?]*$/;

/** "What if I book and then can't go?" is one question. */
const SUPPOSES = /^(?:(?:and|so|but|ok|hi|hey|hello),? )*what if\b[^.?!;]*$/;
const FAILS =
  /^(?:then )?(?:can't|cannot|couldn't|don't|won't|(?:have|need) to (?:cancel|change|move))\b/;

/** A normalised message cut into the requests it makes; a condition stays with what is asked of it. */
export function requestsOf(text: string): string[] {
  const requests: string[] = [];
  for (const part of splitRequests(text, MOST_REQUESTS)) {
    const before = requests.at(-1);
    if (before !== undefined && CONDITION.test(before) && !ASKS_ANEW.test(part)) {
      requests[requests.length - 1] = `${before}, ${part}`;
    } else if (
      before !== undefined &&
      (GOES_ON.test(part) || (SUPPOSES.test(before) && FAILS.test(part)))
    ) {
      requests[requests.length - 1] = `${before} and ${part}`;
    } else requests.push(part);
  }
  return requests;
}

/** How somebody feels, before what they ask. */
const MOOD =
  /^(?:(?:hi|hello|ugh|omg|wow|sorry|but|and),? )*(?:(?:i'm|i am|we're|we are|so|really|very|just|a bit|pretty|getting) )*(?:annoyed|frustrated|upset|angry|furious|disappointed|fed up|tired|stressed|overwhelmed|nervous|excited|confused|desperate)\b[^?]{0,60}$/;

/** "The movers cancelled on us!" */
const LEFT_ALONE =
  /^(?:so |help,? )?(?:the|our|my) (?:other )?(?:movers?|moving company|company|driver|ride|van|truck)\b[^?]{0,20}\b(?:cancell?ed|bailed|backed out|fell through)\b[^?]{0,20}$/;

export const isMood = (request: string): boolean => MOOD.test(request) || LEFT_ALONE.test(request);

/** What is asked on of a rule: whether it costs more, where it is, what comes of it. */
const ASKS_ON = [
  /^(?:and |so |but )?(?:can|could|do|will|would) you (?:provide|give|get|supply|issue|arrange) (?:it|that|this|one|us one|me one)(?: for (?:us|me))?[?.! ]*$/,
  /^(?:and |so |but )?(?:will|do|would|am|are) (?:i|we|you) (?:be |get )?(?:charged?|billed|pay)(?: me| us)?(?: (?:extra|more|for (?:that|it|this)))?[?.! ]*$/,
  /^(?:and |so |but )?is (?:there|that|it) (?:an? )?(?:extra |additional )?(?:fee|charge|cost|penalty|extra|charged)[?.! ]*$/,
  /^(?:and |so |but )?where(?:'s| is| would) (?:it|that|this)(?: be)?[?.! ]*$/,
  /^(?:and |so |but )?what (?:do|would|will|can) (?:i|we) (?:get|lose|owe)(?: back)?(?: then)?[?.! ]*$/,
];

/** "How much is it?", which is the price of goods where some are named. */
const HOW_MUCH = [
  /^(?:and |so |but )?(?:is (?:that|it|this) (?:right|true|correct|so)|how much)(?:,? and how much(?: is it| exactly)?)?[?.! ]*$/,
  /^(?:and |so |but )?(?:what|how much) (?:is|does|do|would|will|are) (?:it|that|this|they|you)(?: be| cost| charge)?(?: (?:per|a) (?:day|bag|week|hour|item)| for (?:it|that|this))?[?.! ]*$/,
];

/** Whether a short request only asks on of the rule that another one asked about. */
export const asksOnOfRule = (request: string, hasOrder: boolean): boolean =>
  [...ASKS_ON, ...(hasOrder ? [] : HOW_MUCH)].some((signal) => signal.test(request));
