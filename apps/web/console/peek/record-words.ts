import type { RecordKind, RecordReference } from './record-reference.ts';

export const sayKind = (kind: RecordKind): string => kind.charAt(0).toUpperCase() + kind.slice(1);

/** The last group of an id, as citations and people write it. */
export const shortId = (id: string): string => id.split('-').at(-1) ?? id;

/** What a button beside a record asks; undefined for what AUBS has no tool to look up by its id. */
export function questionAbout({ kind, id }: RecordReference): string | undefined {
  const cited = `[${kind}:${shortId(id)}]`;
  if (kind === 'execution') return `What happened with ${cited}?`;
  if (kind === 'email') return `What does ${cited} want, and what was done about it?`;
  if (kind === 'task') return `What is behind ${cited}, and what is to be done?`;
  return undefined;
}

export type RecordPlace =
  | {
      kind: 'page';
      to: '/executions/$id' | '/emails/$id' | '/vendors/$id' | '/conversations/$id';
    }
  | { kind: 'area'; to: '/tasks' | '/deadlines' | '/reviews' | '/bookings'; title: string };

/** A page of its own, or the area where it is shown in the drawer. */
const places: Readonly<Record<RecordKind, RecordPlace>> = {
  execution: { kind: 'page', to: '/executions/$id' },
  email: { kind: 'page', to: '/emails/$id' },
  vendor: { kind: 'page', to: '/vendors/$id' },
  conversation: { kind: 'page', to: '/conversations/$id' },
  task: { kind: 'area', to: '/tasks', title: 'Tasks' },
  deadline: { kind: 'area', to: '/deadlines', title: 'Deadlines' },
  review: { kind: 'area', to: '/reviews', title: 'Reviews' },
  booking: { kind: 'area', to: '/bookings', title: 'Bookings' },
};

export const placeOf = ({ kind }: Pick<RecordReference, 'kind'>): RecordPlace => places[kind];
