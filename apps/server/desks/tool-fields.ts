import { z } from 'zod';

// What models commonly get wrong without meaning anything else is understood: a choice in other
// letters ("Mini Move"), null or an empty text for "not known".

const MAX_TEXT_CHARACTERS = 500;

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
