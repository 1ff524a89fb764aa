import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';

// Days asked about without a topic: all that came in.

const EVERYTHING =
  /^(?:show|give|tell|list|see|what|everything|all)\b(?:[a-z' ]{0,30}\b)?(?:everything|all)[\s?.!]*$/;

/** "Last week?" */
export const readDaysAlone = ({ plain, namedSpan }: Request): Goal[] | undefined =>
  namedSpan !== undefined && plain.replace(/[^\p{L}\p{N}]/gu, '') === ''
    ? ask({ topic: 'summary', span: namedSpan })
    : undefined;

/** "Show me everything from Monday." */
export const readEverything = ({ plain, namedSpan }: Request): Goal[] | undefined =>
  namedSpan !== undefined && EVERYTHING.test(plain)
    ? ask({ topic: 'summary', span: namedSpan })
    : undefined;
