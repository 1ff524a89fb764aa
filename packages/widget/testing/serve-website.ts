import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a website may send at most for the widget to live on it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** A website of one page, which is at every path that is no file. */
export type Website = {
  /** Scripts by their path. */
  files: ReadonlyMap<string, string>;
  /** Attributes of the `html` element. */
  html?: string | undefined;
  head?: string | undefined;
  body: string;
  /** The page's own CSS, served as a file. */
  css?: string | undefined;
};

const contentOf = (pathname: string, website: Website): [type: string, content: string] => {
  const { files, html = 'lang="en"', head = '', body, css } = website;
  const script = files.get(pathname);
  if (script !== undefined) return ['text/javascript', script];
  if (pathname === '/site.css') return ['text/css', css ?? ''];
  if (pathname === '/favicon.ico') {
    return ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'];
  }
  return [
    'text/html; charset=utf-8',
    `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A website</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${css === undefined ? '' : '<link rel="stylesheet" href="/site.css">'}
${head}</head><body>${body}</body></html>`,
  ];
};

/**
 * Answers for everything outside the API under the strictest policy, as `startScriptedFrontDesk`'s
 * `fallback`. `website` is asked at each request.
 */
export const serveWebsite =
  (website: () => Website) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', 'http://website.test');
    if (pathname.startsWith('/api/')) return false;
    const [type, content] = contentOf(pathname, website());
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    response.end(content);
    return true;
  };
