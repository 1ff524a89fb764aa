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
const WHOLE_TEAM = new RegExp(
  `${LEAD}(?:the )?(?:whole|entire) (?:team|crew|staff|office)${END}|${LEAD}everyone(?:'s)?${END}|${LEAD}everybody(?:'s)?${END}`,
);

/** The last list without the filter that a text takes off it; undefined when it takes none off. */
export function dropFilter(text: string, last: Query): Query | undefined {
  const filters = WHOLE_TEAM.test(text)
    ? (['assignee', 'agent', 'isUnassigned'] as const)
    : DROPS.find(
        ({ pattern, filters }) =>
          pattern.test(text) && filters.some((filter) => last[filter] !== undefined),
      )?.filters;
  if (filters?.some((filter) => last[filter] !== undefined) !== true) return undefined;
  const dropped = new Set<string>([...filters, 'cursor', 'firstNumber', 'notes', 'limit']);
  return Object.fromEntries(
    Object.entries(last).filter(([name]) => !dropped.has(name)),
  ) as unknown as Query;
}
