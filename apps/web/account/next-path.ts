/** Where to go on after signing in, when nothing else is said. */
export const ACCOUNT_HOME = '/dashboard';

/** An origin that no link can name by accident: what resolves to it stayed on this origin. */
const here = 'https://here.invalid';

/** Where staff go on after signing in, when nothing else is said. */
export const STAFF_HOME = '/staff';

/** Signing in leads nowhere from a page that is itself for signing in. */
const signInPages = new Set(['/login', '/register', '/staff/sign-in']);

/**
 * The `next` of an address's query as a path of this origin, or null: an address of another one
 * (`//evil.example`, `/\evil.example`, `https:…`, `javascript:…`) is not followed, and neither is
 * anything a browser would have to mend first, such as a path with a tab or a space in it.
 */
export const readNextPath = (search: string): string | null => {
  const next = new URLSearchParams(search).get('next');
  if (next === null || !/^\/(?![/\\])[!-[\]-~]*$/.test(next)) return null;
  let url: URL;
  try {
    url = new URL(next, here);
  } catch {
    return null;
  }
  // Dot segments are resolved by now: `/..//evil.example` has become a path that begins with `//`.
  if (url.origin !== here || url.pathname.startsWith('//')) return null;
  return signInPages.has(url.pathname.replace(/\/+$/, ''))
    ? null
    : `${url.pathname}${url.search}${url.hash}`;
};

/** As `readNextPath`, but only a path of the staff console. */
export const readStaffPath = (search: string): string | null => {
  const next = readNextPath(search);
  return next !== null && /^\/staff(?:[/?#]|$)/.test(next) ? next : null;
};

/** `path` with `next` in its query; null leaves it as it is. */
export const withNextPath = (path: string, next: string | null): string =>
  next === null ? path : `${path}?next=${encodeURIComponent(next)}`;
