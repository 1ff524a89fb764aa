import type { KnownRecord, Memory, Row } from '../../memory.ts';
import type { Facet } from '../../query.ts';
import { readFacet } from '../slots/read-facet.ts';
import { isNamed, type Shown, shownOf } from './view.ts';

// Which of the rows that were shown is meant, by what they are: the latest, the critical one, the
// other one. By its place in the list or by words of it: read-pointing.ts, spoken-of.ts.

const AND = '(?:(?:and|so|but|ok|then|no|not that one),? )*';
/** "Which of them came in last?" asks by the time, whatever the order of the list. */
const CAME =
  '(?:came|come|comes|arrived|(?:was|were|got) (?:sent|made|written|received|opened|created))(?: (?:in|here|through|to us))? ';
const OF_THEM = '(?: of (?:them|those|these|all|the (?:two|three|lot|list)))?';
const NOUN =
  '(?:ones?|e-?mails?|mails?|messages?|tasks?|reviews?|deadlines?|invoices?|bills?|thing|entry|item)';

/** How a pick stands beside the rest of a question: "the … one". */
const inPassing = (word: string): readonly string[] => [
  `\\b(?<!\\b(?:only|just) )(?:the|that|this|their|his|her) (?:very )?${word} (?:one|of (?:them|those|these|the (?:two|three|lot|list)))(?=$|[?.!,]|'s| )`,
  `^${AND}is there (?:one|any|a mail|a review|a task)(?: among (?:them|those|these))?(?: that is| that has| which is| with)? (?:only |just |a |an )*${word}[?.!]*$`,
  `\\b(?:the|that|this) (?:one|mail|review|task) (?:with|of|that is|that has|which is|that|which) (?:only |just |a |an |the )*${word}\\b`,
  `^${AND}which (?:one|of (?:them|those|these|the (?:two|three|lot|list))) (?:is|was|has) (?:the |a |an |only )*${word}[?.!]*$`,
];

/** How it stands as the whole of one: "which is the latest?" */
const asWhole = (word: string): readonly string[] => [
  `^${AND}(?:which|what)(?: (?:one|mail|task|review))?${OF_THEM}(?:'s| is| are| was| looks?| has| have| needs)?(?: in)? (?:the |a |an |only |been )*${word}(?: one)?${OF_THEM}[?.!]*$`,
  `^${AND}(?:show(?: me)? |open |what about |how about |take |what is |what's |i mean )?the (?:very )?${word}(?: ${NOUN})?[?.!]*$`,
  `^${AND}${word}(?: one)?[?.!]*$`,
  `^${AND}the (?:very )?${word}(?: ${NOUN})?(?: -|,|:) `,
];

const toPatterns = (patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => new RegExp(pattern));
const picks = (word: string): readonly RegExp[] =>
  toPatterns([...inPassing(word), ...asWhole(word)]);
/** What tools can list by is a new question, unless one is asked for. */
const picksOne = (word: string): readonly RegExp[] =>
  toPatterns([
    ...inPassing(word),
    `^${AND}(?:show(?: me)? |open |what about |how about |what is |what's )?(?:the|that) ${word} (?:e-?mail|mail|message|letter|review)(?: again)?[?.!]*$`,
  ]);

const isPicked = (text: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(text));

const WEIGHTS = ['', 'low', 'medium', 'high', 'urgent', 'critical'];
const weightOf = ({ risk, priority }: KnownRecord): number =>
  WEIGHTS.indexOf(risk ?? priority ?? '');
const dayOf = ({ dueDate, createdAt, receivedAt }: KnownRecord): string =>
  dueDate ?? createdAt ?? receivedAt ?? '';
const cameAt = ({ createdAt, receivedAt, dueDate }: KnownRecord): string =>
  receivedAt ?? createdAt ?? dueDate ?? '';

interface Order {
  said: readonly RegExp[];
  /** Of two, whether the first is more so; only where `isKnown` of both. */
  isMore: (one: KnownRecord, other: KnownRecord) => boolean;
  isKnown: (one: KnownRecord) => boolean;
}

const byWeight = (sign: 1 | -1) => (one: KnownRecord, other: KnownRecord) =>
  sign * (weightOf(one) - weightOf(other)) > 0;
const isWeighed = (one: KnownRecord): boolean => weightOf(one) > 0;

const WAITING =
  '(?:wait(?:ed|ing|s)|overdue|late|open|there)(?: for)?(?: the)? longest|longest (?:overdue|late|open|waiting)';

const ORDERS: readonly Order[] = [
  {
    said: picks(
      '(?:riskiest|riskier|worst|worse|scariest|nastiest|gravest|highest risk|most (?:risky|urgent|critical|serious|dangerous|pressing|important|suspicious|alarming|worrying)|more (?:risky|urgent|critical|serious|dangerous|pressing|important))',
    ),
    isMore: byWeight(1),
    isKnown: isWeighed,
  },
  {
    said: picks(
      '(?:least (?:risky|urgent|critical|serious|dangerous|pressing|important)|lowest risk|less (?:risky|urgent|important))',
    ),
    isMore: byWeight(-1),
    isKnown: isWeighed,
  },
  {
    said: picks(
      `(?:${WAITING}|(?:due|expires?|runs out|comes up) (?:first|the soonest|soonest|next|earliest)|soonest|first due)`,
    ),
    isMore: (one, other) => dayOf(one) < dayOf(other),
    isKnown: (one) => dayOf(one) !== '',
  },
];

/** What a row is: each name with the words for it. */
const KINDS: readonly (readonly [
  said: readonly RegExp[],
  isOne: (known: KnownRecord) => boolean,
])[] = [
  ...(['critical', 'high', 'medium', 'low'] as const).map(
    (risk) =>
      [
        picksOne(
          `(?:${risk}[- ]risk|${risk} in risk|${risk}${risk === 'critical' ? '' : ' risk'}|risk of ${risk}|risk (?:is )?${risk})`,
        ),
        (known: KnownRecord) => known.risk === risk,
      ] as const,
  ),
  ...(['urgent', 'high', 'medium', 'low'] as const).map(
    (priority) =>
      [
        picksOne(`(?:${priority}[- ]priority|${priority})`),
        (known: KnownRecord) => known.priority === priority,
      ] as const,
  ),
  [picksOne('(?:failed|unread|broken|that failed)'), ({ status }) => status === 'failed'],
  [picksOne('(?:overdue|late)'), ({ isOverdue }) => isOverdue === true],
  ...(['vendor', 'customer', 'staff', 'system'] as const).map(
    (category) =>
      [
        picksOne(`(?:from (?:the |a )?)?${category}(?:'s)?`),
        (known: KnownRecord) => known.category === category,
      ] as const,
  ),
];

const LONGEST = picksOne(`(?:${WAITING})`);
const LATEST = picks(`(?:latest|newest|newer|later|more recent|most recent|${CAME}last)`);
const OLDEST = picks(`(?:oldest|older|earlier|earliest|${CAME}first)`);

/** The row a text means by what sets it apart from the others; undefined when it means none so. */
export function pickShown(text: string, memory: Memory): Row | undefined {
  const shown = shownOf(memory.rows, memory);
  if (shown.length === 0) return undefined;
  const byTime = pickByTime(text, shown, memory);
  if (byTime !== undefined) return byTime;
  for (const { said, isMore, isKnown } of ORDERS) {
    if (!isPicked(text, said)) continue;
    const known = shown.filter((one) => isKnown(one.known));
    // The first is taken where several are as far ahead.
    const [most] = known.filter((one) => !known.some((other) => isMore(other.known, one.known)));
    if (most !== undefined) return most.row;
  }
  for (const [said, isOne] of KINDS) {
    if (!isPicked(text, said)) continue;
    const [only, another] = shown.filter(({ known }) => isOne(known));
    if (only !== undefined) return another === undefined ? only.row : undefined;
    // "The vendor one again" was shown before what is listed now.
    const before = [...memory.records].filter(([ref, known]) => isMail(ref) && isOne(known));
    const [[ref] = [undefined]] = before;
    if (ref !== undefined && before.length === 1) return { number: 0, ref };
  }
  return undefined;
}

const isMail = (ref: string): boolean => ref.startsWith('[email:');

function pickByTime(text: string, shown: readonly Shown[], memory: Memory): Row | undefined {
  const isOldest = isPicked(text, OLDEST);
  if (!isOldest && !isPicked(text, LATEST)) return undefined;
  const timed = shown.filter(({ known }) => cameAt(known) !== '');
  // Of a search by sender: not those that only mention them.
  const { sentBy } = memory.query ?? {};
  const theirs = timed.filter(({ known }) => isNamed(known.senderName ?? '', sentBy ?? ''));
  const own = theirs.length > 0 ? theirs : timed;
  const all = own.toSorted((one, other) => (cameAt(one.known) < cameAt(other.known) ? 1 : -1));
  // Behind "say more" there may be older ones.
  const isWhole = memory.nextCursor === undefined || memory.nextCursor === null;
  if (!isOldest) return all[0]?.row;
  return isWhole ? all.at(-1)?.row : undefined;
}

const DEAREST = picks(
  '(?:biggest|bigger|largest|larger|highest|higher|dearest|dearer|costliest|priciest|most expensive|more expensive|(?:costs|cost|charges|asks for|for) (?:the )?most)',
);
const CHEAPEST = picks(
  '(?:smallest|smaller|lowest|lower|cheapest|cheaper|least expensive|less expensive|(?:costs|cost|charges|asks for) (?:the )?least)',
);

/** "The bigger one": amounts stand in the mails of the rows, which are to be read for it. */
export function readAmountPick(text: string): 'dearest' | 'cheapest' | undefined {
  if (isPicked(text, DEAREST)) return 'dearest';
  return isPicked(text, CHEAPEST) ? 'cheapest' : undefined;
}

const LAST = picks('(?:last)');
const FIRST = picks('(?:first)');

/** Which by time is meant of what was counted only. */
export function readTimePick(text: string): 'newest' | 'oldest' | undefined {
  if (isPicked(text, LATEST) || isPicked(text, LAST)) return 'newest';
  return isPicked(text, OLDEST) || isPicked(text, FIRST) || isPicked(text, LONGEST)
    ? 'oldest'
    : undefined;
}

const PHRASE =
  /\b(?:the|that|this|which) (?:very )?[a-z][a-z -]{2,24}? (?:one|of (?:them|those|these|the (?:two|three|lot|list)))\b/;

/** What is asked of the one that is picked: "what's the latest one about?" */
export const facetOfPick = (text: string): Facet => readFacet(text.replace(PHRASE, 'it'));
