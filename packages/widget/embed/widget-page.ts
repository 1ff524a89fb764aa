import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildWidget } from '../build-embed.ts';

/** What a website may send at most for the widget to live on it. */
export const websitePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

export type HostPage = {
  /** `data-…` attributes of the script, as they are written. */
  attributes?: string;
  /** The page's own CSS, served as a file. */
  css?: string;
  html?: string;
  body?: string;
  /** How often the script stands on the page. */
  scripts?: number;
};

/**
 * Serves the widget's files and, at every other path outside the API, a website's page with the
 * embed, under `websitePolicy`. `page()` is asked at each load.
 */
export const createHostServer = async (page: () => HostPage) => {
  const files = new Map(
    (await buildWidget()).map(({ fileName, content }) => [`/${fileName}`, content]),
  );
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.test');
    if (pathname.startsWith('/api/')) return false;
    const { attributes = '', css, html = 'lang="en"', body = '', scripts = 1 } = page();
    const script = files.get(pathname);
    const [type, content] =
      script !== undefined
        ? ['text/javascript', script]
        : pathname === '/site.css'
          ? ['text/css', css ?? '']
          : pathname === '/favicon.ico'
            ? ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>']
            : [
                'text/html; charset=utf-8',
                `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A website</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${css === undefined ? '' : '<link rel="stylesheet" href="/site.css">'}
${`<script async src="/widget/v1.js" ${attributes}></script>`.repeat(scripts)}
</head><body><main><h1>A website</h1><p>Its own text, and <a href="#more">a link</a>.</p>${body}</main></body></html>`,
              ];
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': websitePolicy,
    });
    response.end(content);
    return true;
  };
};
