import type { Goal, Memory } from '../../memory.ts';

const HIS_TASKS =
  /^(?:(?:and|so|but|ok|then) )*(?:(?:what|anything|something|which tasks?|is there anything)(?: else)? (?:does|should|must|has|did|is|that|for)? ?(?:he|she|him|her) (?:still |also |now )?(?:has |have |got |need |supposed )*(?:to (?:do|finish|get done|work on|take care of))?|(?:what|anything)(?: else)?(?:'s| is)? (?:there )?on (?:his|her) (?:list|plate|desk)|(?:what|which) other (?:tasks?|to-?dos?|jobs?|things?) (?:does|has|must|should) (?:he|she) (?:still )?(?:have|got|need)?(?: to do)?|(?:does|has) (?:he|she) (?:have|got)? ?(?:any )?other (?:tasks|to-?dos|things to do)|(?:does|has|is there) (?:he|she)? ?(?:still )?(?:have |got )?(?:anything|something|much|more|other things?)(?: else| more)? (?:left )?to do|what (?:are )?(?:his|her) (?:other |open |remaining )?(?:tasks|to-?dos)|(?:show(?: me)? |list )?(?:his|her) (?:other|open|remaining) (?:tasks|to-?dos))(?: (?:now|then|today|else|this week|at the moment|right now|anyway|though|instead|please|exactly))*[\s?.!]*$/;
const SAYS_TASKS =
  /\b(?:to (?:do|finish|get done|work on|take care of)|list|plate|desk|tasks?|to-?dos?)\b/;

/** Who has the task spoken of, or one that came of the mail spoken of; undefined of several. */
function assigneeInView({ focus, records, query }: Memory): string | undefined {
  const own = focus === undefined ? undefined : records.get(focus)?.assignee;
  if (own !== undefined) return own;
  const named = [...records.values()].flatMap(({ emailRef, assignee }) =>
    focus !== undefined && emailRef === focus && assignee !== undefined ? [assignee] : [],
  );
  const [only, another] = new Set(named);
  return another === undefined ? (only ?? query?.assignee) : undefined;
}

/** "What else does he have to do?" after whose task it is. */
export function readHisTasks(text: string, memory: Memory): Goal[] | undefined {
  if (!HIS_TASKS.test(text) || !SAYS_TASKS.test(text)) return undefined;
  const assignee = assigneeInView(memory);
  return assignee === undefined
    ? undefined
    : [{ kind: 'query', query: { topic: 'tasks', assignee } }];
}
