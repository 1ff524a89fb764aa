import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { contentWords } from '../slots/read-names.ts';
import { topicOf } from '../topics/topics.ts';

const TITLED =
  /^(?!.*\b(?:what|which|when|why|how|did|does|has|is)\b)(?:.*\s)?(?:mr|mrs|ms|miss|mister|dr)\.? ([\p{L}][\p{L}'-]{1,20})\b/u;
/** One answer tells of no more records. */
const MOST_RECORDS = 3;

/** "Mrs. Boyle just called.": mails of whoever is told of by a title. */
export function readCaller({ written, text }: Request): Goal[] | undefined {
  const name = TITLED.exec(written)?.[1];
  return name !== undefined && contentWords(name).length > 0 && topicOf(text).length === 0
    ? ask({ topic: 'find', words: name, sentBy: name })
    : undefined;
}

/** Records that somebody pasted the refs of. */
export function readRecords({ text, refs }: Request): Goal[] | undefined {
  if (refs.length === 0) return undefined;
  return refs.slice(0, MOST_RECORDS).flatMap(({ kind, id }) => {
    const isRun = kind === undefined && /\bexecutions?\b/.test(text);
    return ask({
      topic: 'record',
      ref: isRun ? `[execution:${id}]` : id,
      facet: readFacet(text),
    });
  });
}
