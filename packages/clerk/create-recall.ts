import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Exchange } from './conversation.ts';
import type { LocalTime } from './dates/calendar.ts';
import { timedKey } from './keep-readings.ts';
import type { Playbook } from './playbook.ts';

/** Conversations whose memory is kept; each is some kilobytes. */
const MOST_KEPT = 200;
const KEPT_MS = 15 * 60_000;

/**
 * Gives the memory of a conversation's earlier exchanges, the caller's own to change. It is what a
 * playbook makes of them one after the other; where their beginning was heard within the hour, only
 * what came since is heard.
 */
export function createRecall<Memory>(
  playbook: Playbook<Memory>,
): (exchanges: readonly Exchange[], now: LocalTime) => Memory {
  const kept = new LRUCache<string, { memory: Memory }>({ max: MOST_KEPT, ttl: KEPT_MS });

  return (exchanges, now) => {
    const keys = keysOf(exchanges, now);
    let heard = keys.findLastIndex((key) => kept.has(key)) + 1;
    const known = heard === 0 ? undefined : kept.get(keys[heard - 1] ?? '');
    if (known === undefined) heard = 0;
    const memory = known === undefined ? playbook.remember(now) : structuredClone(known.memory);
    for (const { userText, calls, replyText } of exchanges.slice(heard)) {
      playbook.hear(memory, userText, now);
      playbook.see(memory, { calls, text: replyText }, now);
    }
    const key = keys[exchanges.length - 1];
    if (key !== undefined && heard < exchanges.length) {
      kept.set(key, { memory: structuredClone(memory) });
    }
    return memory;
  };
}

/** A key for each beginning of a conversation, up to a message that means another time each minute. */
function keysOf(exchanges: readonly Exchange[], now: LocalTime): string[] {
  const keys: string[] = [];
  let before = '';
  for (const { userText, calls, replyText } of exchanges) {
    const told = timedKey(userText, now);
    if (told === undefined) break;
    before = createHash('sha256')
      .update(
        JSON.stringify([before, told, replyText, calls.map(({ callId: _, ...call }) => call)]),
      )
      .digest('base64');
    keys.push(before);
  }
  return keys;
}
