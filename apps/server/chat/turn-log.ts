import { isTerminal, type StoredEvent, type TurnEventRecord } from './turn-event-record.ts';

/**
 * The events of one turn in memory, for all its readers in this process: each reader is only a
 * cursor into the same list, so a slow reader costs nothing but its socket.
 */
export interface TurnLog {
  readonly turnId: string;
  readonly threadId: string;
  readonly records: readonly TurnEventRecord[];
  /** True once nothing can be added. */
  readonly isEnded: boolean;
  /**
   * What every reader gets at the end instead of events of its own numbering: a snapshot and an
   * error after a crash, a snapshot and the stored end for a turn whose events are gone.
   */
  readonly conclusion: readonly StoredEvent[];
  /** Adds one event under the next number; a terminal one ends the log. */
  append(event: StoredEvent): void;
  conclude(events: readonly StoredEvent[]): void;
  /**
   * Calls `listener` after events were added, at most once in an event-loop pass, so that a burst
   * becomes one write. Returns how to unsubscribe; that may be called twice.
   */
  onChange(listener: () => void): () => void;
}

export function createTurnLog(ids: { turnId: string; threadId: string }): TurnLog {
  const records: TurnEventRecord[] = [];
  const listeners = new Set<() => void>();
  let conclusion: readonly StoredEvent[] = [];
  let isEnded = false;
  let isScheduled = false;

  const tellListeners = (): void => {
    isScheduled = false;
    for (const listener of [...listeners]) listener();
  };
  const changed = (): void => {
    if (isScheduled || listeners.size === 0) return;
    isScheduled = true;
    setImmediate(tellListeners);
  };

  return {
    ...ids,
    records,
    get isEnded() {
      return isEnded;
    },
    get conclusion() {
      return conclusion;
    },
    append(event) {
      if (isEnded) return;
      const json = JSON.stringify(event.data);
      records.push({ number: records.length + 1, event: event.event, json });
      isEnded = isTerminal(event);
      changed();
    },
    conclude(events) {
      if (isEnded) return;
      conclusion = events;
      isEnded = true;
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
