import type { FieldError } from '@deskbell/protocol';
import { HttpProblem } from '../../platform/http/problem.ts';

const MAX_ERRORS = 50;
const MAX_TEXT_CHARACTERS = 300;

/** The refusal of a form, which names every field that is wrong with it. */
export function refuseFields(errors: readonly FieldError[]): HttpProblem {
  const named = errors.slice(0, MAX_ERRORS).map(({ field, message }) => ({
    field: cut(field),
    message: cut(message),
  }));
  const [first] = named;
  const others = named.length - 1;
  const more = others === 0 ? '' : ` (and ${others} more)`;
  return new HttpProblem({
    code: 'invalid_request',
    detail: first === undefined ? 'the request is not valid' : `${first.message}${more}`,
    extension: { errors: named },
  });
}

/** Names of unknown fields are the sender's own text, of any length. */
const cut = (text: string): string =>
  text.length > MAX_TEXT_CHARACTERS ? `${text.slice(0, MAX_TEXT_CHARACTERS)}…` : text;
