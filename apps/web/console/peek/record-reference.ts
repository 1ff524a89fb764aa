/** What the drawer can show. */
export const recordKinds = [
  'execution',
  'email',
  'task',
  'deadline',
  'review',
  'booking',
  'vendor',
  'conversation',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface RecordReference {
  kind: RecordKind;
  id: string;
}

/** Reads `execution:<id>`; undefined for anything else. */
export function readReference(text: string | undefined): RecordReference | undefined {
  const [, name, id] = /^(\w+):([\w-]{1,100})$/.exec(text ?? '') ?? [];
  const kind = recordKinds.find((known) => known === name);
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

export const referenceText = ({ kind, id }: RecordReference): string => `${kind}:${id}`;
