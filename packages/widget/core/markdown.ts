import { allowedHref, matchLink } from './markdown-link.ts';

/**
 * A run of text in one style. `href` was checked against the allowed hosts. Values are plain text:
 * whoever shows them must never read them as HTML.
 */
export type InlineNode =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'break' };

export type BlockNode =
  | { readonly kind: 'paragraph' | 'heading'; readonly content: readonly InlineNode[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly InlineNode[])[];
    }
  | { readonly kind: 'code'; readonly text: string };

export type MarkdownOptions = {
  /**
   * While more text may follow, the end that could still become markup is held back. So what is
   * shown for a prefix is always the beginning of what is shown for the whole.
   */
  isStreaming?: boolean;
  /** Host names (`example.com`) that https links may lead to. Any other link is its text alone. */
  allowedHosts?: readonly string[];
};

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

const parseInline = (
  source: string,
  options: { isOpen: boolean; allowedHosts: readonly string[] },
): InlineNode[] => {
  const { isOpen, allowedHosts } = options;
  const nodes: InlineNode[] = [];
  let isStrong = false;
  let isEmphasis = false;
  let pending = '';

  const flush = () => {
    if (pending === '') return;
    nodes.push({ kind: isStrong ? 'strong' : isEmphasis ? 'emphasis' : 'text', text: pending });
    pending = '';
  };

  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const character = rest.charAt(0);
    const isLast = rest.length === 1;
    if (character === '\\') {
      if (isLast && isOpen) break;
      const next = rest.charAt(1);
      const isEscape = /[!-/:-@[-`{-~]/.test(next);
      pending += isEscape ? next : character;
      at += isEscape ? 2 : 1;
    } else if (character === '\n') {
      flush();
      nodes.push({ kind: 'break' });
      at += 1;
    } else if (character === '`') {
      const end = rest.indexOf('`', 1);
      if (isLast) {
        // Alone at the end it is either held back or, in a finished text, a leftover.
        at += 1;
        continue;
      }
      flush();
      const code = end === -1 ? rest.slice(1) : rest.slice(1, end);
      const shown = code.replaceAll('\n', ' ');
      if (shown !== '') nodes.push({ kind: 'code', text: shown });
      at += end === -1 ? rest.length : end + 1;
    } else if (character === '*') {
      const run = /^\*+/.exec(rest)?.[0] ?? '*';
      if (run.length === rest.length && isOpen) break;
      const before = at === 0 ? undefined : source.charAt(at - 1);
      const after = rest.length > run.length ? rest.charAt(run.length) : undefined;
      const mayOpen = !isSpace(after) && !isWord(before);
      if (run.length >= 2 && (isStrong || mayOpen)) {
        flush();
        isStrong = !isStrong;
        if (run.length === 3) isEmphasis = isStrong;
      } else if (run.length === 1 && (isEmphasis || mayOpen)) {
        flush();
        isEmphasis = !isEmphasis;
      } else if (run.length === 1 || isWord(before) || !isSpace(after)) {
        pending += run;
      }
      at += run.length;
    } else if (character === '[' || rest.startsWith('![')) {
      const offset = character === '!' ? 1 : 0;
      const match = matchLink(rest.slice(offset));
      if (match === 'open' && isOpen) break;
      if (match === null || match === 'open') {
        pending += rest.slice(0, offset + 1);
        at += offset + 1;
        continue;
      }
      const label = match.label.replaceAll(/[*`]/g, '');
      const href = offset === 1 ? null : allowedHref(match.url, allowedHosts);
      if (href === null) pending += label;
      else if (label !== '') {
        flush();
        nodes.push({ kind: 'link', text: label, href });
      }
      at += offset + match.length;
    } else if (character === '!' && isLast && isOpen) {
      break;
    } else {
      const plain = /^[^\\\n`*[!]+/.exec(rest)?.[0] ?? character;
      pending += plain;
      at += plain.length;
    }
  }
  flush();
  return nodes;
};

// Every line that begins like one of these matches to its end, so that none is read twice.
const bullet = /^\s*[-*+•]\s+(.*)$/s;
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/s;
const heading = /^#{1,6}\s+(.*)$/s;
const rule = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const fence = /^\s*```/;
/** The beginning of a line that may still turn into one of the above. */
const undecidedLine = /^\s*(?:#{1,6}\s*|[-*+•]\s*|\d{1,3}(?:[.)]\s*)?|`{1,2}|[-*_][-*_\s]*)?$/;

/** A heading may be closed with number signs. */
const headingText = (text: string): string => {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  return text.slice(0, end).trimEnd();
};

type OpenBlock =
  | { kind: 'paragraph' | 'heading'; lines: string[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: string[][] }
  | { kind: 'code'; lines: string[]; isClosed: boolean };

const readBlocks = (lines: readonly string[]): OpenBlock[] => {
  const blocks: OpenBlock[] = [];
  let isAfterBlank = true;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last?.kind === 'code' && !last.isClosed) {
      if (fence.test(line)) last.isClosed = true;
      else last.lines.push(line);
      continue;
    }
    if (line.trim() === '' || rule.test(line)) {
      isAfterBlank = true;
      continue;
    }
    const marked = bullet.exec(line);
    const counted = marked ? null : numbered.exec(line);
    const item = marked?.[1] ?? counted?.[2];
    const title = heading.exec(line)?.[1];
    if (fence.test(line)) {
      blocks.push({ kind: 'code', lines: [], isClosed: false });
    } else if (title !== undefined) {
      blocks.push({ kind: 'heading', lines: [headingText(title)] });
    } else if (item !== undefined) {
      const isOrdered = counted !== null;
      if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push([item]);
      else {
        const start = isOrdered ? Number(counted?.[1]) : 1;
        blocks.push({ kind: 'list', isOrdered, start, items: [[item]] });
      }
    } else if (last?.kind === 'list' && /^\s{2,}/.test(line)) {
      last.items.at(-1)?.push(line.trim());
    } else if (last?.kind === 'paragraph' && !isAfterBlank) {
      last.lines.push(line.trim());
    } else {
      blocks.push({ kind: 'paragraph', lines: [line.trim()] });
    }
    isAfterBlank = false;
  }
  return blocks;
};

/**
 * The small Markdown a chat needs: bold, emphasis, code, lists, headings and links to listed
 * hosts. Gives abstract nodes, never HTML and never an image. Its work grows with the
 * length of the text, whatever the text is.
 */
export const parseMarkdown = (source: string, options: MarkdownOptions = {}): BlockNode[] => {
  const { isStreaming = false, allowedHosts = [] } = options;
  const lines = source.replaceAll('\r', '').split('\n');
  if (isStreaming && undecidedLine.test(lines.at(-1) ?? '')) lines.pop();
  const blocks = readBlocks(lines);
  return blocks.map((block, index): BlockNode => {
    const isOpen = isStreaming && index === blocks.length - 1;
    const inline = (text: readonly string[], isLastText: boolean) =>
      parseInline(text.join('\n').trimEnd(), { isOpen: isOpen && isLastText, allowedHosts });
    switch (block.kind) {
      case 'code':
        return { kind: 'code', text: block.lines.join('\n') };
      case 'list':
        return {
          kind: 'list',
          isOrdered: block.isOrdered,
          start: block.start,
          items: block.items.map((item, at) => inline(item, at === block.items.length - 1)),
        };
      default:
        return { kind: block.kind, content: inline(block.lines, true) };
    }
  });
};

const inlineText = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.kind === 'break' ? '\n' : node.text)).join('');

/** What a reader of the nodes sees, as plain text: blocks, items and lines end with a line break. */
export const markdownText = (blocks: readonly BlockNode[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'code') return block.text;
      if (block.kind === 'list') return block.items.map(inlineText).join('\n');
      return inlineText(block.content);
    })
    .join('\n');
