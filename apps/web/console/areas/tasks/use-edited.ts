import { useCallback, useSyncExternalStore } from 'react';
import type { Edit, RecordEdits, Versioned } from './record-edits.ts';

export interface Edited<Row, Fields> {
  /** With what is being saved, as if it were already. */
  shown: Row;
  edit: Edit<Fields> | undefined;
  /** `seenAt`: the record's `updated_at` when the person began, where that was earlier. */
  change: (fields: Partial<Fields>, seenAt?: string) => void;
  drop: () => void;
}

/** A record with what somebody is changing about it here. */
export function useEdited<Row extends Versioned, Fields extends object>(
  edits: RecordEdits<Row, Fields>,
  row: Row,
): Edited<Row, Fields> {
  const edit = useSyncExternalStore(
    edits.subscribe,
    useCallback(() => edits.of(row.id), [edits, row.id]),
  );
  return {
    shown: edit?.phase === 'saving' ? { ...row, ...edit.fields } : row,
    edit,
    change: (fields, seenAt) =>
      void edits.save(seenAt === undefined ? row : { ...row, updated_at: seenAt }, fields),
    drop: () => edits.drop(row.id),
  };
}
