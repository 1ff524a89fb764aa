import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import type { Category, Priority, Query, Risk } from '../../query.ts';
import { unionOf } from './union-of.ts';

const CATEGORIES: readonly (readonly [Category, RegExp])[] = [
  ['vendor', /\b(?:vendors?|suppliers?|contractors?|merchants?)\b/],
  [
    'staff',
    /\b(?:staff|internal|(?:our|the) team|team ?members?|colleagues?|leadership|management|employees?|co-?workers?|crew|our (?:own )?(?:people|folks|guys|drivers|movers))\b/,
  ],
  ['customer', /\b(?:customers?|guests?|clients?|consumers?)\b/],
  [
    'system',
    /\b(?:system|automated|automatic|machine[- ]made|notification) (?:e-?mails?|mails?|messages?|notifications?)\b|\b(?:from|by) (?:the )?(?:systems?|machines)\b|\bthe systems (?:sent|send|sends|wrote|write)\b|\bcategory system\b/,
  ],
];

export const CATEGORY_WORDS = unionOf(CATEGORIES.map(([, pattern]) => pattern));

/** "Customer and staff mails". */
export const readCategories = (text: string): Category[] =>
  /\b(?:and|or|&|vs\.?|versus|\+)\b|[+&/,]/.test(text)
    ? CATEGORIES.filter(([, pattern]) => pattern.test(text)).map(([category]) => category)
    : [];

export const readCategory = (text: string): Category | undefined =>
  CATEGORIES.find(([, pattern]) => pattern.test(text))?.[0];

/** "High-priority" takes urgent ones in; "only high, not urgent" does not. */
export function readPriority(text: string): Priority[] | undefined {
  const found = new Set<Priority>();
  if (/\b(?:urgent|critical|emergenc(?:y|ies)|asap|burning|most pressing)\b/.test(text))
    found.add('urgent');
  const isExcluded =
    /\b(?:not|non|without|except|excluding|other than|no)[- ](?:the |so |very |that )?(?:urgent|critical)\b/.test(
      text,
    );
  const isHigh =
    /\b(?:high(?:er|est)?(?:[- ]?(?:priority|priorities|urgency|importance))|high ones|high|highest|important|pressing|top[- ]priorit(?:y|ies)|big(?:gest)? ones|p1s?|matter(?:s)? most|(?<!(?:low|medium|normal|high)[- ])priority tasks)\b/.test(
      text,
    );
  if (isHigh) {
    found.add('high');
    // "High", "priority high" and "high priority only" are a rank; "high-priority tasks" are what is pressing.
    const isRank =
      /\b(?:only|just|exactly|strictly)\b.*\bhigh\b|\bhigh\b.*\b(?:only|alone)\b/.test(text) ||
      /\bpriority (?:is |of |as )?high\b|\bhigh(?![- ]?(?:priorit|urgen|importan))(?=[\s?.!,]|$)/.test(
        text,
      );
    if (!isRank) found.add('urgent');
  }
  if (/\b(?:medium|normal|middle)\b/.test(text)) found.add('medium');
  if (/\blow(?:est|er)?(?:[- ]priority)?\b/.test(text)) found.add('low');
  const others =
    /\b(?:except|excluding|other than|apart from|but not|all but|without|not)(?: for)? (?:the |any )?(low|medium|high)(?:[- ]priority)?\b/.exec(
      text,
    )?.[1];
  if (others !== undefined) {
    return (['urgent', 'high', 'medium', 'low'] as const).filter((rank) => rank !== others);
  }
  if (isExcluded) {
    found.delete('urgent');
    if (found.size === 0) return ['high', 'medium', 'low'];
  }
  return found.size === 0
    ? undefined
    : (['urgent', 'high', 'medium', 'low'] as const).filter((rank) => found.has(rank));
}

export const PRIORITY_WORDS =
  /\b(?:(?:not|non|without|except|excluding|other than|apart from|but not|all but|no)(?: for)?[- ](?:the |so |very |that |any )?(?:urgent|critical|high|low|medium)|urgent|critical|emergenc(?:y|ies)|asap|burning|most|high(?:er|est)?|important|importance|urgency|pressing|top|big(?:gest)?|p1s?|matters?|priorit(?:y|ies)|medium|normal|middle|low(?:est|er)?)\b/;

const ADDRESS = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/;
const DOMAIN =
  /(?<![@\w.-])@?((?:[a-z\d-]{2,63}\.)+(?:com|net|org|io|co|us|biz|info|gov|edu|app|dev|shop|store|example|test|uk|de|fr|eu|ca))\b/;

/** An address or a domain, as `sender` of the tools. */
export const readSender = (text: string): string | undefined =>
  ADDRESS.exec(text)?.[0] ?? DOMAIN.exec(text)?.[1];

const LIMIT = new RegExp(
  `\\b(?:top|first|last|latest|newest|most recent|recent|next|show(?: me)?|list|give me|just|only) (?:the )?(?:(?:last|latest|top|first|newest|most recent) )?(\\d{1,2}|(?:${NUMBER_WORDS})\\b)(?: (?:most |latest |newest |more )?\\w+)?(?! ?(?:days?|weeks?|months?|hours?|years?|am|pm|%))\\b`,
);
const MOST_RECENT = new RegExp(
  `\\b(\\d{1,2}|(?:${NUMBER_WORDS})\\b) (?:most recent|latest|newest|last|first)\\b`,
);
export const LIMIT_WORDS = new RegExp(
  `\\b(?:top|first|last|latest|newest|most recent|recent|next|\\d{1,3}|${NUMBER_WORDS})\\b`,
);
const LATEST_ONE =
  /\b(?:the |our )?(?:very )?(?:last|latest|newest|most recent) (?:e-?mail|mail|message|execution|failure|error)\b/;

/** How many rows somebody wants. */
export function readLimit(text: string): number | undefined {
  if (
    LATEST_ONE.test(text) ||
    /\bwhen did (?:we|you|i|somebody|anybody) last (?:receive|get|have|hear|process)\b/.test(text)
  )
    return 1;
  const hit = LIMIT.exec(text) ?? MOST_RECENT.exec(text);
  if (hit === null || /\b(?:days?|weeks?|months?|hours?|years?)\b/.test(hit[0])) return undefined;
  const word = hit[1] ?? '';
  if (word === 'one') return undefined;
  const value = readNumber(word) ?? 0;
  return value >= 1 && value <= 50 ? value : undefined;
}

export const isHighRisk = (text: string): boolean =>
  /\b(?:high(?:er|est)?|critical|elevated)[- ]?(?:or critical )?(?:risks?)\b|\brisk(?:s|y)?\b|\b(?:suspicious|phishing|spam|scams?|fraud\w*|dangerous|fishy|malicious)\b/.test(
    text,
  ) && !/\b(?:low|medium|no)[- ]risk\b/.test(text);

const RISKS = ['low', 'medium', 'high', 'critical'] as const;

/** The risks of reviews that are asked for; what is risky as such is high or critical. */
export function readRisk(text: string): readonly Risk[] | undefined {
  const named = RISKS.filter((risk) =>
    new RegExp(
      `\\b(?:${risk === 'medium' ? 'medium|moderate|middle' : `${risk}(?:er|est)?`})\\b`,
    ).test(text),
  );
  if (named.length === 1 && named[0] === 'high') return ['high', 'critical'];
  if (named.length > 0) return named;
  return /\b(?:risky|riskier|riskiest|dangerous)\b/.test(text) ? ['high', 'critical'] : undefined;
}

/** Whether mails with attachments are wanted, or those without. */
export function readAttachments(text: string): boolean | undefined {
  if (!/\b(?:attach(?:ed|ments?)?|files?)\b/.test(text)) return undefined;
  return !/\b(?:without|no|not|don't|doesn't|lacking) (?:\w+ ){0,3}(?:attach\w*|files?)\b/.test(
    text,
  );
}

const REASONS =
  /\b(?:why|reasons?|causes?|how come|what went wrong|what'?s wrong|most (?:common|frequent|often))\b/;

/** What of a list is wanted first. */
export function readAspect(text: string): Query['aspect'] {
  if (/\b(?:approved|rejected|declined)\b/.test(text)) return 'reviews';
  if (
    /\b(?:slow\w*|longest|takes? (?:so |too |the )?(?:long|most time)|how long|bottleneck)\b/.test(
      text,
    )
  )
    return 'slowest';
  if (/\b(?:fast\w*|quick\w*)\b/.test(text)) return 'fastest';
  if (/\b(?:confiden\w+|sure|certain\w*)\b/.test(text)) return 'confidence';
  if (/\b(?:busiest|most runs|runs? (?:the )?most|works? most)\b/.test(text)) return 'busiest';
  if (
    /\b(?:worst|least (?:reliable|trust\w*)|un-?reliable|problem\w*|trouble\w*|bad(?:ly)?|poor\w*|struggl\w*|keeps? (?:letting|missing))\b/.test(
      text,
    )
  )
    return 'worst';
  if (/\b(?:best|most (?:reliable|trust\w*))\b/.test(text)) return 'best';
  if (REASONS.test(text)) return 'reasons';
  if (/\b(?:errors?|fail\w*|mistakes?)\b/.test(text)) return 'errors';
  return undefined;
}

const PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
export const PLACE_WORDS =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)|(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)) (?=(?:[a-z-]{2,20} ){0,2}(?:e-?mail|mail|message|task|execution|failure|deadline|review)\b)/;

/** "The 3rd failed execution": which entry of a list that was not shown yet. */
export function readPlace(text: string): number | undefined {
  const hit = PLACE_WORDS.exec(text);
  if (hit === null) return undefined;
  const place = hit[1] === undefined ? PLACES.indexOf(hit[2] ?? '') + 1 : Number(hit[1]);
  return place >= 1 && place <= 50 ? place : undefined;
}
