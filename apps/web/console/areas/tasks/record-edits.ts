import { ApiProblem } from '../../api/request.ts';

/** A record that changes only for who has seen it as it is. */
export interface Versioned {
  id: string;
  updated_at: string;
}

/** What somebody wants a record to be, and has not come true yet. */
export interface Edit<Fields> {
  fields: Partial<Fields>;
  /** `conflict`: somebody else was first. `failed`: the server did not take it. */
  phase: 'saving' | 'conflict' | 'failed';
  /** A sentence, of what failed. */
  problem: string | undefined;
}

/**
 * Changes of records under way, by the record's id: the same in a list and in the drawer. Fields that
 * are changed while others are being saved go together after them.
 */
export interface RecordEdits<Row extends Versioned, Fields extends object> {
  of: (id: string) => Edit<Fields> | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Resolves when it is saved or has failed; never rejects. `row` is what the person has seen. */
  save: (row: Row, fields: Partial<Fields>) => Promise<void>;
  /** Forgets what could not be saved. */
  drop: (id: string) => void;
}

export interface RecordEditsOptions<Row extends Versioned, Fields extends object> {
  /** `updatedAt`: as the person has seen the record. Rejects with a 409 when it is another by now. */
  send: (id: string, fields: Partial<Fields>, updatedAt: string) => Promise<Row>;
  /** The record as it is now. */
  read: (id: string) => Promise<Row>;
  /** Puts the record as it is now wherever it is shown. */
  show: (row: Row) => void;
  /** Told whenever a record has a change that is not saved, and when it has none any more. */
  onUnsaved?: (id: string, isUnsaved: boolean) => void;
  /** Told of a change that was not saved while nothing shows such records, with a sentence why. */
  onUnseenFailure?: (problem: string) => void;
}

export function createRecordEdits<Row extends Versioned, Fields extends object>({
  send,
  read,
  show,
  onUnsaved,
  onUnseenFailure,
}: RecordEditsOptions<Row, Fields>): RecordEdits<Row, Fields> {
  const edits = new Map<string, Edit<Fields>>();
  const listeners = new Set<() => void>();
  function set(id: string, edit: Edit<Fields> | undefined): void {
    if (edit === undefined) edits.delete(id);
    else edits.set(id, edit);
    onUnsaved?.(id, edit !== undefined);
    for (const listener of [...listeners]) listener();
  }

  async function sendUntilSaved(id: string, seenAt: string): Promise<void> {
    let updatedAt = seenAt;
    for (;;) {
      const sent = edits.get(id)?.fields ?? {};
      let answer: Row;
      try {
        answer = await send(id, sent, updatedAt);
      } catch (error) {
        return await giveUp(id, error);
      }
      show(answer);
      const rest = withoutSent(edits.get(id)?.fields ?? {}, sent);
      if (Object.keys(rest).length === 0) return set(id, undefined);
      set(id, { fields: rest, phase: 'saving', problem: undefined });
      updatedAt = answer.updated_at;
    }
  }

  async function giveUp(id: string, error: unknown): Promise<void> {
    const isConflict = error instanceof ApiProblem && error.status === 409;
    const problem = error instanceof Error ? error.message : 'This could not be saved. Try again.';
    if (isConflict) await read(id).then(show, () => {});
    set(id, {
      fields: edits.get(id)?.fields ?? {},
      phase: isConflict ? 'conflict' : 'failed',
      problem,
    });
    if (listeners.size === 0) onUnseenFailure?.(problem);
  }

  return {
    of: (id) => edits.get(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async save({ id, updated_at }, fields) {
      const before = edits.get(id);
      set(id, { fields: { ...before?.fields, ...fields }, phase: 'saving', problem: undefined });
      if (before?.phase !== 'saving') await sendUntilSaved(id, updated_at);
    },
    drop: (id) => set(id, undefined),
  };
}

/** Those that are wanted otherwise by now than they were sent. */
function withoutSent<Fields extends object>(
  wanted: Partial<Fields>,
  sent: Partial<Fields>,
): Partial<Fields> {
  const rest = { ...wanted };
  for (const name of Object.keys(sent) as (keyof Fields)[]) {
    if (rest[name] === sent[name]) delete rest[name];
  }
  return rest;
}
