/** What of an exception may be logged. */
export interface ErrorDescription {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: ErrorDescription;
}

const MAX_CAUSES = 4;

/**
 * Reduces an exception to what helps in a log. Database errors carry the offending row in
 * fields such as `detail` and `where`; those and every other extra field are left out.
 */
export function describeError(error: unknown, causesLeft = MAX_CAUSES): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'a value was thrown' };
  const description: ErrorDescription = { type: error.name, message: error.message };
  if ('code' in error && typeof error.code === 'string') description.code = error.code;
  if (error.stack !== undefined) description.stack = error.stack;
  if (error.cause !== undefined && causesLeft > 0) {
    description.cause = describeError(error.cause, causesLeft - 1);
  }
  return description;
}
