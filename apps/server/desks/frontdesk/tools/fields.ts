import { z } from 'zod';
import { MAX_PIECES } from '../../../bookings/piece-count.ts';
import { textField } from '../../tool-fields.ts';

// A number written as text ("3") is understood. Booleans are taken as they are: "false" as text
// would count as true somewhere else.

/** A whole number from `min` to 1,000. */
export function countField(min = 0) {
  const range = `must be a whole number from ${min} to ${MAX_PIECES}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : value),
    z.int(range).min(min, range).max(MAX_PIECES, range),
  );
}

/** A ZIP code. Sent as a number it has lost its leading zero: 7101 is 07101. */
export function zipField() {
  return z.preprocess(
    (value) => (typeof value === 'number' ? String(value).padStart(5, '0') : value),
    textField(),
  );
}

/** A short code that may look like a number, such as the terminal '4'. */
export function codeField() {
  return z.preprocess((value) => (typeof value === 'number' ? String(value) : value), textField());
}
