import type { ChatEvent } from '@deskbell/protocol';
import type { StoredEvent } from './turn-event-record.ts';
import type { TurnLog } from './turn-log.ts';

/** A turn that has ended, as a reader that wants it whole gets it. */
export interface TurnEnd {
  /** Everything that was said. */
  text: string;
  terminal: Extract<ChatEvent, { event: 'done' | 'error' }>;
}

/**
 * Waits for the end of a turn; undefined when `signal` was aborted before it. The turn does not
 * depend on it. Nothing is left behind on either way.
 */
export async function readTurnEnd(log: TurnLog, signal: AbortSignal): Promise<TurnEnd | undefined> {
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (!log.isEnded && !signal.aborted) return;
      unsubscribe();
      signal.removeEventListener('abort', check);
      resolve();
    };
    const unsubscribe = log.onChange(check);
    signal.addEventListener('abort', check);
    check();
  });
  return log.isEnded ? endOf(log) : undefined;
}

function endOf(log: TurnLog): TurnEnd {
  const logged = log.records.map(
    ({ event, json }): StoredEvent => ({ event, data: JSON.parse(json) }),
  );
  let text = '';
  let terminal: TurnEnd['terminal'] | undefined;
  for (const stored of [...logged, ...log.conclusion]) {
    const event = stored as ChatEvent;
    if (event.event === 'token') text += event.data.content;
    else if (event.event === 'snapshot') text = event.data.content;
    else if (event.event === 'done' || event.event === 'error') terminal = event;
  }
  if (terminal === undefined) throw new Error('A turn ended without a last event.');
  return { text, terminal };
}
