import type { LiveChanges } from '@deskbell/protocol';
import type { LiveKind } from './live-list.ts';

/** A record of a `changes` event. */
export type LiveRecord = LiveChanges[LiveKind][number];

/** Every kind, and the name under which one record of it is kept: `['execution', id]`. */
const singleNames: Readonly<Record<LiveKind, string>> = {
  executions: 'execution',
  emails: 'email',
  tasks: 'task',
  deadlines: 'deadline',
  reviews: 'review',
  notifications: 'notification',
  bookings: 'booking',
};

export const liveKinds = Object.keys(singleNames) as readonly LiveKind[];

export const singleNameOf = (kind: LiveKind): string => singleNames[kind];

/** Whether a query of this name shows what the stream tells of. */
export const isLiveName = (name: unknown): boolean =>
  liveKinds.some((kind) => kind === name || singleNames[kind] === name);

/** Bookings go by their number. */
export const idOfRecord = (kind: LiveKind, record: object): string =>
  String((record as Record<string, unknown>)[kind === 'bookings' ? 'number' : 'id']);

/** When it came into being, which is where it stands in a list with the newest first. */
export const bornAt = (record: object): string => {
  const { accepted_at, created_at } = record as { accepted_at?: string; created_at?: string };
  return accepted_at ?? created_at ?? '';
};
