import { z } from 'zod';
import { MAX_PIECES } from '../../../bookings/piece-count.ts';

// What models commonly get wrong without meaning anything else is understood: a number written
// as text ("3"), a choice in other letters ("Mini Move"), null or an empty text for "not known".
// Booleans are taken as they are: "false" as text would count as true somewhere else.

const MAX_TEXT_CHARACTERS = 500;

/** A whole number from `min` to 1,000. */
export function countField(min = 0) {
  const range = `must be a whole number from ${min} to ${MAX_PIECES}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : value),
    z.int(range).min(min, range).max(MAX_PIECES, range),
  );
}

/** One of some names, in any letters, with spaces or hyphens for underscores. */
export function choiceField<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .trim()
            .toLowerCase()
            .replace(/[\s-]+/g, '_')
        : value,
    z.enum(names, `must be one of ${names.join(', ')}`),
  );
}

export function textField(maxCharacters = MAX_TEXT_CHARACTERS) {
  return z
    .string('must be text')
    .max(maxCharacters, `must have ${maxCharacters} characters at most`);
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

export function yesNoField() {
  return z.boolean('must be true or false');
}

/** A tool's whole input. Unknown fields are refused; a field that is null or blank is left out. */
export function inputOf<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess(dropUnknown, z.strictObject(shape));
}

function dropUnknown(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== null && !(typeof value === 'string' && value.trim() === ''),
    ),
  );
}
