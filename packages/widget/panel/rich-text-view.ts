import { type BlockNode, type InlineNode, parseMarkdown } from '@deskbell/widget';
import { element } from './element.ts';

const inlineElement = (node: InlineNode): Node => {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'strong':
      return element('strong', {}, node.text);
    case 'emphasis':
      return element('em', {}, node.text);
    case 'code':
      return element('code', {}, node.text);
    case 'break':
      return element('br');
    case 'link':
      return element('a', { href: node.href, rel: 'noreferrer' }, node.text);
  }
};

const blockElement = (block: BlockNode): HTMLElement => {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...block.content.map(inlineElement));
    case 'heading':
      return element('p', { class: 'text-heading' }, ...block.content.map(inlineElement));
    case 'code':
      return element('pre', { tabindex: '0' }, element('code', {}, block.text));
    case 'list': {
      const items = block.items.map((item) => element('li', {}, ...item.map(inlineElement)));
      return block.isOrdered
        ? element('ol', block.start === 1 ? {} : { start: String(block.start) }, ...items)
        : element('ul', {}, ...items);
    }
  }
};

export type RichTextView = {
  readonly node: HTMLElement;
  update(text: string, isStreaming: boolean): void;
};

/** A text that grows: only blocks that changed are made anew, so a selection further up survives. */
export const createRichTextView = (allowedHosts: readonly string[]): RichTextView => {
  const node = element('div', { class: 'text' });
  let shown: string[] = [];
  return {
    node,
    update: (text, isStreaming) => {
      const blocks = parseMarkdown(text, { isStreaming, allowedHosts });
      const next = blocks.map((block) => JSON.stringify(block));
      blocks.forEach((block, at) => {
        if (shown[at] === next[at]) return;
        const fresh = blockElement(block);
        const old = node.children[at];
        if (old) old.replaceWith(fresh);
        else node.append(fresh);
      });
      while (node.children.length > blocks.length) node.lastElementChild?.remove();
      shown = next;
    },
  };
};
