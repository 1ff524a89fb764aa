import { buildWidget } from '../build-embed.ts';
import { serveWebsite } from '../testing/serve-website.ts';

export type HostPage = {
  /** `data-…` attributes of the script, as they are written. */
  attributes?: string;
  css?: string;
  /** Attributes of the `html` element. */
  html?: string;
  body?: string;
  /** How often the script stands on the page. */
  scripts?: number;
};

/** The embed's files by path, built. */
export const buildEmbedFiles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await buildWidget()).map(({ fileName, content }) => [`/${fileName}`, content]));

/** Serves the embed's files and, at every other path outside the API, a page with the embed. */
export const createHostServer = async (page: () => HostPage) => {
  const files = await buildEmbedFiles();
  return serveWebsite(() => {
    const { attributes = '', css, html, body = '', scripts = 1 } = page();
    return {
      files,
      css,
      html,
      head: `<script async src="/widget/v1.js" ${attributes}></script>`.repeat(scripts),
      body: `<main><h1>A website</h1><p>Its own text, and <a href="#more">a link</a>.</p>${body}</main>`,
    };
  });
};
