import type { HttpProblemOptions } from '../http/problem.ts';

const crossSite: HttpProblemOptions = {
  code: 'cross_site',
  detail: 'this request did not come from a page of this website',
};
const accountExists: HttpProblemOptions = {
  code: 'account_exists',
  detail: 'there is already an account with this e-mail address',
};
const notSignedIn: HttpProblemOptions = { code: 'not_signed_in', detail: 'please sign in first' };

/** What we say for better-auth's own refusals, by its error code. Its texts are never passed on. */
const refusals: Record<string, HttpProblemOptions> = {
  INVALID_EMAIL_OR_PASSWORD: {
    code: 'wrong_credentials',
    detail: 'the e-mail address or the password is wrong',
  },
  INVALID_PASSWORD: { code: 'wrong_credentials', detail: 'the current password is wrong' },
  USER_ALREADY_EXISTS: accountExists,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: accountExists,
  // Two sign-ups with the same address at once: the second one fails while it is stored.
  FAILED_TO_CREATE_USER: accountExists,
  UNAUTHORIZED: notSignedIn,
  FAILED_TO_GET_SESSION: notSignedIn,
  INVALID_ORIGIN: crossSite,
  MISSING_OR_NULL_ORIGIN: crossSite,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: crossSite,
};

/** Our refusal for one of better-auth's, or null when it failed rather than refused. */
export function refusalFor(status: number, body: unknown): HttpProblemOptions | null {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  const known = typeof code === 'string' ? refusals[code] : undefined;
  if (known !== undefined) return known;
  if (status >= 500) return null;
  return { code: 'invalid_request', detail: 'the request is not valid' };
}
