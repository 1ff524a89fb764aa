import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';

const POINTS =
  /\b(?:that|this) (?:one|e-?mail|mail|message|letter)\b|\b(?:is|was|did|does|has) (?:it|that|this)\b/;

/** "Delete the mail from the florist", "why is that one flagged?": asked of the mail that was to be deleted. */
export function readOfWished({ text, memory: { wished } }: Request): Goal[] | undefined {
  if (wished === undefined || !POINTS.test(text)) return undefined;
  return ask({ ...wished, facet: readFacet(text) });
}
