import type { z } from 'zod';
import type { OrderError } from './order-errors.ts';

type Issue = z.core.$ZodIssue;

/** A body, its order, an address. */
const RECORD_DEPTH = 3;

/**
 * Reads what of a body fits a schema whose fields are all optional, so that the fields that do not
 * can be named together with whatever else is wrong: by what `nameOf` makes of their path.
 * `undefined`: it is no JSON object at all.
 */
export function readFields<Value extends object>(
  schema: z.ZodType<Value>,
  body: unknown,
  nameOf: (path: string) => string = (path) => path,
): { value: Value; errors: OrderError[] } | undefined {
  if (!isRecord(body)) return undefined;
  const first = schema.safeParse(body);
  if (first.success) return { value: first.data, errors: [] };
  const rest = copyRecords(body, RECORD_DEPTH);
  const errors: OrderError[] = [];
  for (const issue of first.error.issues) {
    for (const path of pathsOf(issue)) {
      remove(rest, path);
      const field = nameOf(path.join('.'));
      errors.push({ field, message: messageOf(issue, field), isMissing: false });
    }
  }
  return { value: schema.parse(rest), errors };
}

/** Only objects that fields are taken out of; all else is shared, and may be of any depth. */
function copyRecords(record: Record<string, unknown>, depth: number): Record<string, unknown> {
  const entries = Object.entries(record).map(([key, value]) => [
    key,
    depth > 1 && isRecord(value) ? copyRecords(value, depth - 1) : value,
  ]);
  return Object.fromEntries(entries);
}

function pathsOf(issue: Issue): string[][] {
  const path = issue.path.map(String);
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

function remove(body: Record<string, unknown>, path: readonly string[]): void {
  let place: unknown = body;
  for (const key of path.slice(0, -1)) place = isRecord(place) ? place[key] : undefined;
  const last = path.at(-1);
  if (isRecord(place) && last !== undefined) delete place[last];
}

function messageOf(issue: Issue, field: string): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field: ${field}`;
    case 'invalid_type':
      return `${field} must be ${typeNames[issue.expected] ?? 'something else'}`;
    case 'invalid_value':
      return `${field} must be one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `${field} must be a real date written YYYY-MM-DD`
        : `${field} is not written as it should be`;
    case 'too_big':
      return `${field} is too large`;
    default:
      return `${field} is not valid`;
  }
}

const typeNames: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
