export type ModelErrorCode =
  | 'invalid_request'
  | 'authentication'
  | 'model_not_found'
  | 'rate_limited'
  | 'overloaded'
  | 'server_error'
  | 'timeout'
  | 'connection'
  | 'malformed_stream'
  | 'circuit_open';

/**
 * A model call that failed. `afterContent` says whether any event had been yielded: if so,
 * nothing may be sent twice and another model must not take the call over.
 * The message is for the log; it never reaches a browser or a model.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  readonly afterContent: boolean;

  constructor(
    code: ModelErrorCode,
    details: { message: string; afterContent: boolean; cause?: unknown },
  ) {
    super(details.message, { cause: details.cause });
    this.code = code;
    this.afterContent = details.afterContent;
  }
}
