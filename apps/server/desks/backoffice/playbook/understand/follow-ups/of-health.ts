import type { LocalTime } from '@deskbell/clerk';
import type { Goal, Memory } from '../../memory.ts';
import { readFacet } from '../slots/read-facet.ts';
import { saysNothingElse } from '../slots/read-names.ts';

const WHICH_MAIL =
  /^(?:(?:and|so|but|ok|oh|then) )*(?:which|what) (?:one|mail|e-?mail|message)s?(?: is| was| are| were)?(?: (?:it|that|this|the one|affected|concerned|meant|stuck|the problem|the culprit))*[\s?.!]*$|^(?:(?:and|so|ok) )*(?:show(?: me)?|list|tell me about|open) (?:it|that (?:one|mail)|the (?:mail|one))[\s?.!]*$/;

const COULD_NOT =
  /^(?:(?:and|so|but|ok) )*(?:what|which(?: one| mail| e-?mail)?) (?:could|did|was)(?:n't| not) (?:be |get )?(?:processed|read|handled|opened|work|go through)[\s?.!]*$/;

/** "Which mail is that?" after the state of the system, which tells that one of today failed. */
export function readOfHealth(
  text: string,
  { query, focus }: Memory,
  { today }: LocalTime,
): Goal[] | undefined {
  if (query?.topic !== 'health' || focus !== undefined) return undefined;
  const span = { from: today, to: today, label: 'today' };
  if (WHICH_MAIL.test(text)) {
    return [{ kind: 'query', query: { topic: 'emails', status: 'failed', span } }];
  }
  const isFailed = COULD_NOT.test(text) || (readFacet(text) === 'failure' && saysNothingElse(text));
  if (!isFailed) return undefined;
  return [
    {
      kind: 'query',
      query: { topic: 'executions', status: 'failed', aspect: 'reasons', span },
    },
  ];
}
