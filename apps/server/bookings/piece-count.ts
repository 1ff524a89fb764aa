/** More pieces than this in one request is a mistake, or a matter for the phone. */
export const MAX_PIECES = 1000;

/** Whether this can be a number of items or bags in one request; 0 can. */
export function isPieceCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MAX_PIECES;
}
