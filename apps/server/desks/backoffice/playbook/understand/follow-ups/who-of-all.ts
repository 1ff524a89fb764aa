import type { Goal } from '../../memory.ts';
import type { Facet, Query } from '../../query.ts';
import type { Request } from '../request.ts';

// What is asked of all rows of a list at once: who sent them, who has them, what they wait for.

const LEAD = '^(?:(?:and|so|but|ok|then) )*';
const END = '(?: now| then| exactly| please| in the end)?[\\s?.!]*$';
const ALL =
  '(?:all of |each of |every one of |any of )?(?:they|these|those|them)(?: all| each)?(?: (?:ones|mails|e-?mails|messages|tasks|deadlines|reviews|failures|executions))?|each|each one|all of it';
const HAVE = '(?:is|are|was|were|will be)';
const AT_WORK =
  '(?:responsible for|in charge of|on|handling|working on|dealing with|doing|looking after|taking care of|assigned to|supposed to do)';

const ASKS: readonly (readonly [Facet, readonly string[]])[] = [
  [
    'sender',
    [
      `who (?:are|were|did|do) (?:${ALL}) (?:from|come from|came from|sent by|written by)`,
      `who (?:sent|wrote|mailed|is behind|are behind|was behind) (?:us )?(?:${ALL})`,
      `(?:from|by) whom (?:are|were|did|do) (?:${ALL})(?: sent| written| come)?`,
      `(?:whose|which senders?'?) (?:e-?mails|mails|messages) (?:are|were) (?:${ALL})`,
      `who (?:are|were) (?:the|their) (?:senders|people behind (?:them|these|those))`,
      `who (?:are|were) (?:${ALL}) with`,
      `(?:which|what) (?:companies|customers|vendors|people|senders) (?:are|were|did|do) (?:${ALL}) (?:from|come from|sent by)`,
    ],
  ],
  [
    'assignee',
    [
      `who(?:'s| is| are| was| were)? (?:${ALL}) (?:assigned|given) to`,
      `(?:to )?whom? (?:are|were|is|was) (?:${ALL}) (?:assigned|given)(?: to)?`,
      `who (?:has|have|owns|own|got|gets|does|handles|must do|has to do) (?:${ALL})`,
      `who(?:'s| ${HAVE}) ${AT_WORK} (?:${ALL})`,
      `whose(?: tasks| jobs| work| job)? (?:are|were|is) (?:${ALL})`,
      `who do (?:${ALL}) belong to`,
      `(?:is|are|has|have) (?:someone|somebody|anyone|anybody) (?:assigned to|on|handling|working on|dealing with|got) (?:${ALL})`,
      `(?:are|were|have) (?:${ALL}) (?:been )?(?:already |all )?(?:assigned|given)(?: to (?:someone|somebody|anyone|anybody))?`,
      `do (?:${ALL}) have (?:an? )?(?:owner|assignee|owners|assignees)`,
    ],
  ],
  [
    'review',
    [
      `(?:what|who|whom) (?:are|were) (?:${ALL}) (?:still )?(?:waiting|held(?: up| back)?|stuck) (?:on|for|by)`,
      `why (?:are|were|do) (?:${ALL}) (?:still )?(?:waiting|held(?: up| back)?|stuck|pending|wait)`,
    ],
  ],
];

const PATTERNS = ASKS.flatMap(([facet, sources]) =>
  sources.map((source) => ({ facet, pattern: new RegExp(`${LEAD}${source}${END}`) })),
);

/** More than so many rows are listed again instead of being read one by one. */
const FEW = 3;
/** Of lists whose rows do not tell it, so many are read. */
const MOST_READ = 4;

/** Whose lists tell it row by row. */
const TOLD_BY: Partial<Record<Facet, readonly Query['topic'][]>> = {
  sender: ['emails', 'executions', 'reviews', 'find'],
  assignee: ['tasks'],
  review: ['reviews', 'tasks', 'executions', 'emails', 'deadlines'],
};

/** "Who are they from?", "who has them?" of a list: told for each of a few, else by the list itself. */
export function readOfAll({ text, memory }: Request): Goal[] | undefined {
  const { rows, query, isUnlisted } = memory;
  const facet = PATTERNS.find(({ pattern }) => pattern.test(text))?.facet;
  const refs = rows.flatMap(({ ref }) => ref ?? []);
  if (facet === undefined || (refs.length === 0 && !isUnlisted)) return undefined;
  const isTold = query !== undefined && TOLD_BY[facet]?.includes(query.topic) === true;
  const isListed = refs.length === 0 || refs.length > FEW || facet !== 'sender';
  if (isTold && isListed) return [{ kind: 'query', query: asList(query, facet) }];
  if (facet === 'review' || refs.length === 0) return undefined;
  const left = refs.length > MOST_READ ? [`These are the first ${MOST_READ} of them.`] : [];
  return refs.slice(0, MOST_READ).map((ref, at) => ({
    kind: 'query',
    query: { topic: 'record', ref, facet, ...(at === 0 && left.length > 0 ? { notes: left } : {}) },
  }));
}

function asList(query: Query, facet: Facet): Query {
  const { notes: _notes, cursor: _cursor, firstNumber: _number, ...list } = query;
  const listed: Query = list.topic === 'find' ? { ...list, isList: true } : list;
  return facet === 'review' ? listed : { ...listed, aspect: 'people' };
}
