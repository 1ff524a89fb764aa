import type { SpanMention } from '../days/read-span.ts';
import type { Query } from '../query.ts';
import { searchedFor } from './slots/read-cannot.ts';

const WEBSITE =
  /\b(?:(?:our|the) )?(?:web ?sites?|web ?pages?|home ?pages?|web ?shop|online shop)\b/;
const OUR_SITE =
  /\b(?:is|was|did|has) (?:our|the) (?:site|page)\b|\b(?:our|the) site (?:is|was|go|went|been)\b/;
const REACHED =
  /\b(?:up|down|online|offline|back|reachable|unreachable|available|answer\w*|respond\w*|work(?:s|ing)?|outages?|downtime|uptime|crash\w*|alive|dead|recover\w*|broken)\b/;

/** What watches a website writes of its uptime. */
const WATCHED = 'uptime';

/** "Is the website back up?": not this system, but what its watch wrote of it. */
export function readWebsite(text: string, span: SpanMention | undefined): Query | undefined {
  if (!(WEBSITE.test(text) || OUR_SITE.test(text)) || !REACHED.test(text)) return undefined;
  return {
    topic: 'find',
    words: WATCHED,
    notes: [searchedFor(WATCHED)],
    ...(span === undefined ? {} : { span: span.span }),
  };
}
