/** Page by page is how lists are read, and how many rows at once is nobody's question. */
const NEVER_COUNTED: ReadonlySet<string> = new Set(['limit', 'cursor']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnything = (wanted: unknown): boolean => wanted === '*';

const oneOf = (wanted: unknown): unknown[] | undefined =>
  isRecord(wanted) && Object.keys(wanted).length === 1 && Array.isArray(wanted.one_of)
    ? wanted.one_of
    : undefined;

const contained = (wanted: unknown): string | undefined =>
  isRecord(wanted) && Object.keys(wanted).length === 1 && typeof wanted.contains === 'string'
    ? wanted.contains
    : undefined;

/**
 * Whether a value is the wanted one. '*' stands for anything or nothing, `{one_of: […]}` for one of
 * several, `{contains: …}` for a text with these words in it; absent, null and undefined are the
 * same. Words are compared whatever their case, lists whatever their order, objects as a whole.
 */
export function matchesValue(got: unknown, wanted: unknown): boolean {
  if (isAnything(wanted)) return true;
  const choices = oneOf(wanted);
  if (choices !== undefined) return choices.some((choice) => matchesValue(got, choice));
  const words = contained(wanted);
  if (words !== undefined) return typeof got === 'string' && plain(got).includes(plain(words));
  if (got === undefined || got === null || wanted === undefined || wanted === null) {
    return (got ?? null) === (wanted ?? null);
  }
  if (typeof got === 'string' && typeof wanted === 'string') return plain(got) === plain(wanted);
  if (Array.isArray(got) && Array.isArray(wanted)) return matchesList(got, wanted);
  if (isRecord(got) && isRecord(wanted)) {
    return [...new Set([...Object.keys(got), ...Object.keys(wanted)])].every((key) =>
      matchesValue(got[key], wanted[key]),
    );
  }
  return got === wanted;
}

/** The same of a call's arguments, of which `limit` and `cursor` never count. */
export function matchesInput(got: Record<string, unknown>, wanted: Record<string, unknown>) {
  return matchesValue(counted(got), counted(wanted));
}

const counted = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => !NEVER_COUNTED.has(key)));

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

function matchesList(got: readonly unknown[], wanted: readonly unknown[]): boolean {
  return got.length === wanted.length && isPaired(got, wanted, matchesValue);
}

/** Whether each of the first can be given another one of the second that fits it. */
export function isPaired<First, Second>(
  first: readonly First[],
  second: readonly Second[],
  fits: (one: First, other: Second) => boolean,
): boolean {
  const [one, ...others] = first;
  if (one === undefined && first.length === 0) return true;
  return second.some(
    (other, index) =>
      fits(one as First, other) && isPaired(others, second.toSpliced(index, 1), fits),
  );
}
