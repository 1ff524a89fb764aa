import { type BlockNode, type InlineNode, parseMarkdown } from '@deskbell/widget';
import { element } from './element.ts';

const inlineTags = { strong: 'strong', emphasis: 'em', code: 'code' } as const;

const inlineNode = (node: InlineNode): Node | string => {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'break') return element('br', '');
  return node.kind === 'link'
    ? element('a', '', [node.text], { href: node.href, rel: 'noreferrer' })
    : element(inlineTags[node.kind], '', [node.text]);
};

const blockElement = (block: BlockNode): HTMLElement => {
  if (block.kind === 'code') {
    return element('pre', '', [element('code', '', [block.text])], { tabIndex: 0 });
  }
  if (block.kind !== 'list') {
    return element('p', block.kind === 'heading' ? 'heading' : '', block.content.map(inlineNode));
  }
  const items = block.items.map((item) => element('li', '', item.map(inlineNode)));
  return block.isOrdered
    ? element('ol', '', items, { start: block.start })
    : element('ul', '', items);
};

export type RichTextView = {
  readonly node: HTMLElement;
  update(text: string, isStreaming: boolean): void;
};

/** A text that grows: only blocks that changed are made anew, so a selection further up survives. */
export const createRichTextView = (allowedHosts: readonly string[]): RichTextView => {
  const node = element('div', 'text');
  let shown: string[] = [];
  return {
    node,
    update: (text, isStreaming) => {
      const blocks = parseMarkdown(text, { isStreaming, allowedHosts });
      const next = blocks.map((block) => JSON.stringify(block));
      blocks.forEach((block, at) => {
        if (shown[at] === next[at]) return;
        node.children[at]?.remove();
        node.insertBefore(blockElement(block), node.children[at] ?? null);
      });
      while (node.children.length > blocks.length) node.lastElementChild?.remove();
      shown = next;
    },
  };
};
