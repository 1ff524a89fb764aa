/** Bytes that arrive in pieces, copied into one growing buffer. */
export interface ByteCollector {
  /** False, and nothing kept any more, once there are more than the limit. */
  add(piece: Uint8Array): boolean;
  /** What was added; empty after the limit was passed. */
  bytes(): Buffer;
}

const FIRST_BYTES = 64 * 1024;

/**
 * Keeps at most `limitBytes`. Pieces are copied: a list of them would hold on to an object per
 * piece, and who sends the bytes decides how small the pieces are.
 */
export function createByteCollector(limitBytes: number): ByteCollector {
  let buffer = Buffer.alloc(0);
  let length = 0;
  let isOver = false;
  return {
    add: (piece) => {
      if (isOver) return false;
      const needed = length + piece.byteLength;
      if (needed > limitBytes) {
        isOver = true;
        buffer = Buffer.alloc(0);
        length = 0;
        return false;
      }
      if (needed > buffer.length) {
        const grown = Buffer.allocUnsafe(
          Math.min(limitBytes, Math.max(needed, buffer.length * 2, FIRST_BYTES)),
        );
        buffer.copy(grown, 0, 0, length);
        buffer = grown;
      }
      buffer.set(piece, length);
      length = needed;
      return true;
    },
    bytes: () => buffer.subarray(0, length),
  };
}
