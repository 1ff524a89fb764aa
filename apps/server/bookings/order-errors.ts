import type { FieldError } from '@deskbell/protocol';

/** What is wrong with one field of an order or contact. */
export interface OrderError extends FieldError {
  /** It was not given at all. */
  isMissing: boolean;
}

/** The errors of one check, in the order in which they were found. */
export interface OrderErrors {
  readonly all: readonly OrderError[];
  wrong(field: string, message: string): void;
  missing(field: string, message: string): void;
}

export function createOrderErrors(): OrderErrors {
  const all: OrderError[] = [];
  return {
    all,
    wrong: (field, message) => {
      all.push({ field, message, isMissing: false });
    },
    missing: (field, message) => {
      all.push({ field, message, isMissing: true });
    },
  };
}
