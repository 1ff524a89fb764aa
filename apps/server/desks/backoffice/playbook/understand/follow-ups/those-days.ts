import type { Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { wholeOf } from './shift-span.ts';

// "How many failed that week?": the days asked about before, of a question that is whole in itself.

const THOSE_DAYS =
  /\b(?<!\bof )(?:(?:in|during|over|on|for|within) )?(?:that|the) (?:very )?(?:same )?(?<=(?:that|same) )(day|week|weekend|month)(?= |[\s?.!,]*$)(?! (?:before|after|prior|earlier|later|following))/;
/** "Mails of that week", "that day's mails". */
const KIND = '(?:e-?mails?|mails?|messages|tasks|deadlines|reviews|executions|failures)';
const DAYS = '(?:that|the same) (?:day|week|weekend|month)';
const OF_IT = new RegExp(`(?<=\\b${KIND} )of (${DAYS})\\b`);
const ITS = new RegExp(`(${DAYS})'s (${KIND})\\b`);
const OF_THESE = /\b(?:of (?:them|those|these)|ones?|them|those|these)\b/;
const COUNTED = new Set<Query['topic']>(['emails', 'executions', 'tasks', 'deadlines', 'reviews']);

/**
 * A request with the days asked about last in the place of "that week". What they were asked about
 * is kept, but no filter of it: whoever names the days anew asks anew.
 */
export function withThoseDays(written: string, memory: Memory): string {
  const text = written.replace(OF_IT, 'in $1').replace(ITS, '$2 on $1');
  const hit = THOSE_DAYS.exec(text);
  const { query } = memory;
  if (hit === null || query?.span?.from === undefined || query.span.to === undefined)
    return written;
  const { from, to } = query.span;
  const [said, unit = ''] = hit;
  const isLonger = from !== to;
  if (unit === 'day' && isLonger) return text;
  const days = isLonger ? { from, to } : unit === 'day' ? { from, to } : wholeOf(from, unit);
  if (COUNTED.has(query.topic) && !OF_THESE.test(text)) {
    memory.query = { topic: query.topic, span: query.span };
  }
  const named = days.from === days.to ? `on ${days.from}` : `from ${days.from} to ${days.to}`;
  return text.replace(said, named);
}
