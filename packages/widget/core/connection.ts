/** How requests reach the server; one place decides what goes along with them. */
export type Connection = {
  /** Where `/api/assistant` is, without a slash at the end. */
  readonly base: string;
  /** Adds what every request has: the cookie rule and no caching. */
  request(path: string, init: RequestInit): Promise<Response>;
  /** An address from an answer, made absolute for a page of another origin; null when it is no web page. */
  resolve(url: string): string | null;
};

const pageUrl = (): string | undefined => globalThis.location?.href;

const originOf = (url: string, base: string | undefined): string | null => {
  try {
    return new URL(url, base).origin;
  } catch {
    return null;
  }
};

/**
 * `endpoint` is '' for the page's own origin, else e.g. `https://chat.example.com`. A server on
 * another origin gets no cookies: there the customer is a visitor, whoever they are elsewhere.
 */
export const createConnection = (endpoint: string, fetchOnce: typeof fetch): Connection => {
  const home = pageUrl();
  const isOwn =
    endpoint === '' || (home !== undefined && originOf(endpoint, home) === originOf(home, home));
  const credentials = isOwn ? 'same-origin' : 'omit';
  const base = `${endpoint.replace(/\/+$/, '')}/api/assistant`;
  return {
    base,
    request: (path, init) =>
      fetchOnce(`${base}${path}`, { credentials, cache: 'no-store', ...init }),
    resolve: (url) => {
      const from = endpoint === '' ? home : originOf(endpoint, home);
      try {
        const found = new URL(url, from ?? undefined);
        return /^https?:$/.test(found.protocol) ? found.href : null;
      } catch {
        return null;
      }
    },
  };
};
