import { type BlockNode, type InlineNode, parseMarkdown } from '@deskbell/widget/markdown';
import { Parser } from 'htmlparser2';

const inlineOf = (block: BlockNode): readonly InlineNode[] => {
  if (block.kind === 'code') return [];
  return block.kind === 'list' ? block.items.flat() : block.content;
};

/**
 * Where the links lead that our own pages would show for a text, read by their own parser with the
 * hosts they allow, as far as that is away from our own hosts.
 */
export function linksOnOurPages(
  text: string,
  {
    ownHosts,
    allowedHosts = ownHosts,
  }: { ownHosts: readonly string[]; allowedHosts?: readonly string[] },
): string[] {
  return parseMarkdown(text, { allowedHosts })
    .flatMap(inlineOf)
    .flatMap((node) => (node.kind === 'link' && !isOwn(node.href, ownHosts) ? [node.href] : []));
}

const isOwn = (href: string, ownHosts: readonly string[]): boolean =>
  ownHosts.includes(URL.parse(href)?.hostname ?? '');

const FETCHING = new Set(
  'a area audio base embed form frame iframe img input link meta object picture script source style svg track video'.split(
    ' ',
  ),
);
const MARKDOWN = [
  /!\[[^\]]*\](?:\(|\[|:)/,
  /\[[^\]\n]*\]\([^)\s]*[:/\\&<%]/,
  /^[ \t]{0,3}\[[^\]\n]+\]:\s*\S*[:/\\&<%]/m,
  /<(?:https?|mailto|data|javascript):/i,
];

/**
 * What some other program would make an image, a hidden link or a tag of, if it showed the text as
 * Markdown or HTML. An address that is written out is none of it.
 */
export function liveMarkupIn(text: string): string[] {
  const found = MARKDOWN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  const parser = new Parser({
    onopentagname: (name) => {
      if (FETCHING.has(name)) found.push(`<${name}`);
    },
  });
  parser.end(text);
  return found;
}
