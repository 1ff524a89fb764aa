import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { searchedFor } from '../slots/read-cannot.ts';

const WEBSITE =
  /\b(?:(?:our|the) )?(?:web ?sites?|web ?pages?|home ?pages?|web ?shop|online shop)\b/;
const OUR_SITE =
  /\b(?:is|was|did|has) (?:our|the) (?:site|page)\b|\b(?:our|the) site (?:is|was|go|went|been)\b/;
const REACHED =
  /\b(?:up|down|online|offline|back|reachable|unreachable|available|answer\w*|respond\w*|work(?:s|ing)?|outages?|downtime|uptime|crash\w*|alive|dead|recover\w*|broken)\b/;

/** What watches a website writes of its uptime. */
const WATCHED = 'uptime';

/** "Is the website back up?": not this system, but what its watch wrote of it. */
export function readWebsite({ plain, span }: Request): Goal[] | undefined {
  if (!(WEBSITE.test(plain) || OUR_SITE.test(plain)) || !REACHED.test(plain)) return undefined;
  return ask({
    topic: 'find',
    words: WATCHED,
    notes: [searchedFor(WATCHED)],
    ...(span === undefined ? {} : { span }),
  });
}
