/** Why the server does not start, in a sentence for the operator that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
