import type { ExecutionStatus } from '../../../../../operations/tables.ts';
import { unionOf } from './union-of.ts';

const STATUSES: readonly (readonly [ExecutionStatus, RegExp])[] = [
  [
    'failed',
    /\b(?:fail\w*|errors?|errored|broke(?:n|down)?|crash\w*|went wrong|go wrong|gone wrong|unsuccessful\w*|blew up|bounced|not work(?:ing)?|not go(?:ne)? through|not get (?:through|processed)|didn'?t (?:work|go through|get through|make it|complete|finish|get processed)|couldn'?t be processed|could not be processed|not processed|not make it)\b/,
  ],
  [
    'pending',
    /\b(?:pending|queued|(?:in|still in) (?:the )?queue|unprocessed|not yet processed|backlog|(?:still )?waiting(?: to be processed)?|stuck)\b/,
  ],
  [
    'running',
    /\b(?:running|in progress|under ?way|being (?:processed|worked on|handled)|active|in flight|ongoing|processing (?:right )?now)\b/,
  ],
  ['cancelled', /\bcancell?ed\b/],
  [
    'completed',
    /\b(?:completed?|succe\w+|finished|went through|made it|processed (?:successfully|fine|ok|without)|done)\b/,
  ],
];

/** What words say each filter, so that they are known to be used. */
export const STATUS_WORDS = unionOf(STATUSES.map(([, pattern]) => pattern));

/** "Not completed" is every state but that. */
export const NOT_COMPLETED =
  /(?:\b(?:not|never)|n't) (?:yet |been |fully |successfully |get |got )*(?:completed?|finished)\b|\bincomplete\b/;

/** "How many went through, and how many did not?" */
const AND_NOT =
  /\b(?:and|or) (?:how many|which)(?: ones)? (?:did|do|have|has|were|are)(?:n't| not)\b/;

/** "Did not fail": the counts of every state tell how many others there are. */
export const NOT_IN_STATE =
  /(?:\b(?:not|never|without)|n't) (?:yet |been |being |still |in |any |an |get |got )*(?:fail(?:ed|ing|ures?)?|errors?|crash\w*|pending|queued|stuck|running|cancell?ed)\b/;

/** The one state asked for; with two of them, all states are told of. */
export function readStatus(written: string): ExecutionStatus | undefined {
  const text = written.replace(NOT_COMPLETED, ' ').replace(NOT_IN_STATE, ' ');
  if (AND_NOT.test(text)) return undefined;
  const found = STATUSES.filter(([, pattern]) => pattern.test(text)).map(([status]) => status);
  const isSeveral = found.length > 1 && /\b(?:and|or|vs\.?|versus|compared)\b/.test(text);
  return isSeveral ? undefined : found[0];
}
