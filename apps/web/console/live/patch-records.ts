import { replaceEqualDeep } from '@tanstack/react-query';
import type { LiveKind } from './live-list.ts';
import { idOfRecord } from './live-records.ts';

export interface RecordPatch {
  kind: LiveKind;
  /** Records as they are now, by their id. */
  records: ReadonlyMap<string, object>;
}

/**
 * What is there with the fields that the record has; the very same object when none differs, or when
 * the record is older: it may have been read before a change whose answer was here first.
 */
const patched = (row: object, record: object): object =>
  isOlder(record, row) ? row : replaceEqualDeep(row, { ...row, ...record });

/** Of records that say when they were changed. */
export function isOlder(record: object, other: object): boolean {
  const { updated_at: at } = record as { updated_at?: unknown };
  const { updated_at: otherAt } = other as { updated_at?: unknown };
  return typeof at === 'string' && typeof otherAt === 'string' && at < otherAt;
}

function patchRows(rows: readonly unknown[], { kind, records }: RecordPatch): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (const [index, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null) return rows;
    const record = records.get(idOfRecord(kind, row));
    if (record === undefined) continue;
    const next = patched(row, record);
    if (next === row) continue;
    changed ??= [...rows];
    changed[index] = next;
  }
  return changed ?? rows;
}

/** The lists that an answer holds, patched: `{tasks: […]}`, `{rows: […], nextCursor}`. */
function patchPage(page: unknown, patch: RecordPatch): unknown {
  if (Array.isArray(page)) return patchRows(page, patch);
  if (typeof page !== 'object' || page === null) return page;
  let changed: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(page)) {
    if (!Array.isArray(value)) continue;
    const next = patchRows(value, patch);
    if (next === value) continue;
    changed ??= { ...page };
    changed[name] = next;
  }
  return changed ?? page;
}

/**
 * What a query of a list holds, its rows as they are now: pages of an infinite query, one answer, or
 * an array. Only rows that are there change, none comes or goes, and whatever did not change is the
 * same object as before.
 */
export function patchList(data: unknown, patch: RecordPatch): unknown {
  const pages = (data as { pages?: unknown } | undefined)?.pages;
  if (!Array.isArray(pages)) return patchPage(data, patch);
  const next = pages.map((page) => patchPage(page, patch));
  return next.some((page, index) => page !== pages[index])
    ? { ...(data as object), pages: next }
    : data;
}

/** One record as a query of its own holds it, with the fields that the change has. */
export function patchSingle(data: unknown, { kind, records }: RecordPatch): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const record = records.get(idOfRecord(kind, data));
  return record === undefined ? data : patched(data, record);
}
