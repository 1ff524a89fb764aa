import { topicOf } from '../topics/topics.ts';

const SECONDS: readonly RegExp[] = [
  / and (?:please )?(?:tell|show|say)(?: me| us)? (?=(?:which|who|whose|what|how many)\b)/,
  / and (?:then )?(?=(?:did|do|does|has|have|is|are|was|were) (?:any|one|some|all|none) of (?:it|them|those|these)\b)/,
];
const OF_IT = /\b(any|one|some|all|none) of it\b/;

/** "List the reviews and tell me which is the riskiest": a list, and what is asked of it. */
export function splitSecond(request: string): string[] {
  for (const pattern of SECONDS) {
    const hit = pattern.exec(request);
    if (hit === null) continue;
    const first = request.slice(0, hit.index);
    const second = request.slice(hit.index + hit[0].length).replace(OF_IT, '$1 of them');
    if (topicOf(first).length > 0 || /^who (?:wrote|mailed|e-?mailed)\b/.test(first)) {
      return [first, second];
    }
  }
  return [request];
}
