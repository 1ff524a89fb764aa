/** How requests reach the server; one place decides what goes along with them. */
export type Connection = {
  /** `path` is what follows `/api/assistant`. Adds the cookie rule and that nothing is cached. */
  request(path: string, init: RequestInit): Promise<Response>;
  /** An address from an answer, made absolute; null when it is no web page. */
  resolve(url: string): string | null;
};

/** Lets go of an answer that nobody reads, or its connection stays in use. */
export const dropBody = (response: Response): void => {
  response.body?.cancel().catch(() => {});
};

/**
 * `endpoint` is '' for the page's own origin, else e.g. `https://chat.example.com`; throws when it
 * is no address. A server on another origin gets no cookies: there the customer is a visitor,
 * whoever they are elsewhere.
 */
export const createConnection = (endpoint: string, fetchOnce: typeof fetch): Connection => {
  const page = globalThis.location?.href ?? 'http://localhost';
  const { origin } = new URL(endpoint, page);
  const credentials = origin === new URL(page).origin ? 'same-origin' : 'omit';
  const base = `${endpoint.replace(/\/+$/, '')}/api/assistant`;
  return {
    request: (path, init) => fetchOnce(base + path, { credentials, cache: 'no-store', ...init }),
    resolve: (url) => {
      try {
        const { protocol, href } = new URL(url, origin);
        return /^https?:$/.test(protocol) ? href : null;
      } catch {
        return null;
      }
    },
  };
};
