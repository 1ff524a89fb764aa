import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { isUuid } from '../../platform/is-uuid.ts';

/**
 * Other names for ids. Whoever holds the id of a visitor's thread or turn can read it at the front
 * desk: that is how visitors come back to theirs. So staff are given ids that only this server can
 * lead back.
 */
export interface SealedIds {
  /** A UUID for a UUID, always the same one. */
  seal(id: string): string;
  /** The id that was sealed; of any other UUID some UUID that nothing has. */
  open(sealed: string): string;
}

/** One block of AES is a permutation of all 128-bit values, which nobody without the key can follow. */
export function createSealedIds(secret: string): SealedIds {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'deskbell conversation ids', 32));
  const turn = (id: string, create: typeof createCipheriv | typeof createDecipheriv): string => {
    let bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    // On and on until it is a UUID again: one in eight is, and the way back meets the same ones.
    do {
      const cipher = create('aes-256-ecb', key, null);
      cipher.setAutoPadding(false);
      bytes = cipher.update(bytes);
    } while (!hasUuidMarks(bytes));
    const hex = bytes.toString('hex');
    return [0, 8, 12, 16, 20].map((from, at, all) => hex.slice(from, all[at + 1])).join('-');
  };
  return {
    seal: (id) => turn(id, createCipheriv),
    open: (sealed) => turn(sealed, createDecipheriv),
  };
}

/** Version 1 to 8 and the variant of RFC 9562. */
function hasUuidMarks(bytes: Buffer): boolean {
  const version = (bytes[6] ?? 0) >> 4;
  return version >= 1 && version <= 8 && (bytes[8] ?? 0) >> 6 === 0b10;
}

/** The cursor of a page holds the id of its last item: sealed on its way out. */
export const sealCursor = (ids: SealedIds, cursor: string | null): string | null =>
  cursor === null ? null : withId(cursor, ids.seal);

/** And opened on its way in. What no page of ours gave stays what it is. */
export const openCursor = (ids: SealedIds, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : withId(cursor, ids.open);

function withId(cursor: string, change: (id: string) => string): string {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return cursor;
  }
  if (!Array.isArray(parts)) return cursor;
  const changed = parts.map((part) =>
    typeof part === 'string' && isUuid(part) ? change(part) : part,
  );
  return Buffer.from(JSON.stringify(changed)).toString('base64url');
}
