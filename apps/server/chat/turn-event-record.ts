/** An event of a turn as it is stored and sent: a name and its data. */
export interface StoredEvent {
  event: string;
  data: unknown;
}

/** One event of a turn's log. `number` counts from 1 without holes. */
export interface TurnEventRecord {
  number: number;
  event: string;
  /** The data as JSON, made once and used for every reader and for storage. */
  json: string;
}

/** Whether this is the last event a turn can have. */
export function isTerminal({ event }: { event: string }): boolean {
  return event === 'done' || event === 'error';
}
