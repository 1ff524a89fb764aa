import { MAX_LIMIT } from '../../../tools/inputs.ts';
import type { Goal } from '../../memory.ts';
import type { Request } from '../request.ts';
import { readBack } from './back-to-list.ts';
import { firstOfAll } from './first-of-all.ts';
import { readHisTasks } from './his-tasks.ts';
import { readOfHealth } from './of-health.ts';
import { more, readExtreme, readNeighbour } from './point-back.ts';
import { readNamed } from './spoken-of.ts';

const MORE =
  /^(?:(?:and|ok|please|yes|show|me|give|list|see|can you|could you|the|any|are there|what about|some|i want|load|go to|let me see|a few|few) )*(?:more|next(?: (?:page|ones?|\d+|ten|five|few|rows|batch))?|the rest|rest|others?|remaining(?: ones)?|keep going|go on|continue|further|show all|all of them|the other \d+)(?: of (?:them|those|these|it)|(?: more)? please| results?| rows?| ones?| e-?mails?| tasks?| executions?| failures?| entries)*[?.!]*$/;

/**
 * A request that goes on with what was told last by its wording alone: the rows after those shown,
 * the one beside it, a list gone back to, whose other tasks. Puts what it takes "that mail" for in
 * view.
 */
export function readNear({ text, memory, now }: Request): Goal[] | undefined {
  const first = firstOfAll(text, memory);
  if (first !== undefined) memory.focus = first;
  const near =
    readOfHealth(text, memory, now) ??
    readHisTasks(text, memory) ??
    readBack(text, memory) ??
    readExtreme(text, memory) ??
    readNamed(text, memory) ??
    readNeighbour(text, memory);
  if (near !== undefined || !MORE.test(text)) return near;
  const { query } = memory;
  if (query?.topic === 'vendors' && query.vendor === undefined) {
    return [{ kind: 'query', query: { ...query, limit: MAX_LIMIT } }];
  }
  return query !== undefined && memory.nextCursor !== undefined ? more(memory) : undefined;
}
