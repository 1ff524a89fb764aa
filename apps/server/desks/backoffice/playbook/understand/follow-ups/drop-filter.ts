import type { Query } from '../../query.ts';

// "Without the risk", "all categories please", "never mind the days": the last list with one of its
// filters taken off.

type Filter = keyof Query;

const NAMES: readonly (readonly [name: string, filters: readonly Filter[]])[] = [
  ['priorit(?:y|ies)|urgency|rank', ['priority']],
  ['risk', ['isHighRisk', 'isRiskiest', 'risk']],
  ['categor(?:y|ies)|kinds?', ['category']],
  ['status(?:es)?|states?', ['status', 'taskStatus', 'reviewStatus', 'isOverdue']],
  ['attachments?|files?', ['hasAttachments']],
  ['senders?|address(?:es)?|domains?', ['sender']],
  [
    'persons?|people|names?|assignees?|owners?|members? of staff|the team',
    ['assignee', 'isUnassigned'],
  ],
  ['agents?', ['agent']],
  ['vendors?|suppliers?', ['vendor', 'category']],
  ['days?|dates?|weeks?|months?|time(?: span)?|period', ['span']],
];

const LEAD = '^(?:(?:and|ok|so|now|but|then|please|no|actually|show me|give me|just|also),? )*';
const DROP =
  '(?:drop|remove|forget(?: about)?|ignore|leave out|take off|lift|skip|clear|without|regardless of|no matter|never mind|whatever|of (?:any|every|whatever)|any|all(?: the)?|every|not only (?:that|this|one))';
const END =
  '(?: filter| limit| part| thing| restriction)?(?: again| please| together| of them| now| this time)*[\\s?.!]*$';

const DROPS = NAMES.map(([name, filters]) => ({
  filters,
  pattern: new RegExp(
    `${LEAD}${DROP} (?:the |that |this |these |their |its )?(?:high )?(?:${name})${END}`,
  ),
}));
/** The same at the end of a question: "how many are overdue, all priorities together?" */
const ENDS = [
  [
    new RegExp(
      `,? (?:whoever|no matter who|regardless of who) (?:sent|wrote|has|had|owns|is)(?: (?:them|it|that|those|on them|on it))?${END}`,
    ),
    ['sender', 'category', 'assignee'],
  ] as const,
  ...NAMES.map(
    ([name, filters]) =>
      [
        new RegExp(
          `(?:,| -)? (?:(?:regardless|irrespective|independent) of|no matter|whatever|across|(?:of|with|for) (?:any|every|whatever|all)|(?<=[,-] )(?:any|all|every|not (?:only|just)))(?: what| which| all| the| any)* (?:${name}|${filters[0] === 'priority' ? '(?:urgent|high|medium|low)(?: ones?)?' : name})${END}`,
        ),
        filters,
      ] as const,
  ),
];
const MAY_END =
  /\b(?:whoever|regardless|irrespective|independent|no matter|whatever|across|any|all|every|not)\b/;
/** "And regardless of the day?" asks nothing more. */
const LEAST_ASKED = 3;
const WHOLE_TEAM = new RegExp(
  `${LEAD}(?:the )?(?:whole|entire) (?:team|crew|staff|office)${END}|${LEAD}everyone(?:'s)?${END}|${LEAD}everybody(?:'s)?${END}`,
);

/** A text without what takes a filter off at its end, and the last list without that filter. */
export function dropAtEnd(text: string, last: Query): { rest: string; kept: Query } | undefined {
  if (!MAY_END.test(text)) return undefined;
  for (const [pattern, filters] of ENDS) {
    const at = pattern.exec(text)?.index;
    const rest = text.slice(0, at ?? 0);
    if (rest.split(' ').length < LEAST_ASKED) continue;
    return { rest, kept: without(last, filters) };
  }
  return undefined;
}

/** The last list without the filter that a text takes off it; undefined when it takes none off. */
export function dropFilter(text: string, last: Query): Query | undefined {
  const filters = WHOLE_TEAM.test(text)
    ? (['assignee', 'agent', 'isUnassigned'] as const)
    : DROPS.find(
        ({ pattern, filters }) =>
          pattern.test(text) && filters.some((filter) => last[filter] !== undefined),
      )?.filters;
  if (filters?.some((filter) => last[filter] !== undefined) !== true) return undefined;
  return without(last, filters);
}

function without(last: Query, filters: readonly Filter[]): Query {
  const dropped = new Set<string>([...filters, 'cursor', 'firstNumber', 'notes', 'limit']);
  return Object.fromEntries(
    Object.entries(last).filter(([name]) => !dropped.has(name)),
  ) as unknown as Query;
}
