import type { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@deskbell/protocol';

// Written out, because importing the values would bring the schemas' library into the page.
export const minPasswordLength: typeof MIN_PASSWORD_LENGTH = 8;
export const maxPasswordLength: typeof MAX_PASSWORD_LENGTH = 128;

/** What is wrong with a value, as a sentence that says what to do; null when nothing is. The server has the last word. */
export type Check = (value: string) => string | null;

export const checkName: Check = (value) => (value.trim() === '' ? 'Enter your name.' : null);

export const checkEmail: Check = (value) => {
  if (value.trim() === '') return 'Enter your e-mail address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value.trim())
    ? null
    : 'Enter a whole e-mail address, such as name@example.com.';
};

export const checkPassword: Check = (value) => (value === '' ? 'Enter your password.' : null);

export const checkNewPassword: Check = (value) => {
  if (value === '') return 'Choose a password.';
  if (value.length < minPasswordLength) return `Use at least ${minPasswordLength} characters.`;
  return value.length > maxPasswordLength ? `Use at most ${maxPasswordLength} characters.` : null;
};
