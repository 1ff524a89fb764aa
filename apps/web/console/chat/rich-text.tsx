import { type BlockNode, type InlineNode, parseMarkdown } from '@deskbell/widget';
import { Fragment, memo, type ReactNode } from 'react';
import { CitationChip } from './citation-chip.tsx';
import { splitCitations } from './citations.ts';

/** Parts of a text have no other identity than their place: text only grows at its end. */
const inPlaces = <Part,>(parts: readonly Part[], draw: (part: Part) => ReactNode): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  parts.map((part, place) => <Fragment key={place}>{draw(part)}</Fragment>);

/** Plain words with their citations as chips. */
export const cited = (text: string): ReactNode =>
  inPlaces(splitCitations(text), (part) =>
    typeof part === 'string' ? part : <CitationChip citation={part} />,
  );

const isOurs = (href: string): boolean => new URL(href).origin === location.origin;

function inline(node: InlineNode): ReactNode {
  switch (node.kind) {
    case 'break':
      return <br />;
    case 'text':
      return cited(node.text);
    case 'strong':
      return <strong>{cited(node.text)}</strong>;
    case 'emphasis':
      return <em>{cited(node.text)}</em>;
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return isOurs(node.href) ? <a href={node.href}>{node.text}</a> : node.text;
  }
}

function block(node: BlockNode): ReactNode {
  switch (node.kind) {
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0} dir="ltr">
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      const items = inPlaces(node.items, (item) => <li>{inPlaces(item, inline)}</li>);
      return node.isOrdered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'heading':
      return <p className="rich-text-heading">{inPlaces(node.content, inline)}</p>;
    case 'paragraph':
      return <p>{inPlaces(node.content, inline)}</p>;
  }
}

/** Drawn again only when it changed: of a growing text that is its last block. */
const Block = memo(
  ({ node }: { node: BlockNode; written: string }) => block(node),
  (one, other) => one.written === other.written,
);

/**
 * What a model wrote, as the few things it may be: paragraphs, lists, code, bold, citations. Never
 * HTML, never an image, and a link only to this very site.
 */
export function RichText(props: { text: string; isStreaming: boolean }): ReactNode {
  const { text, isStreaming } = props;
  const blocks = parseMarkdown(text, { isStreaming, allowedHosts: [location.hostname] });
  return (
    <div className="rich-text" dir="auto">
      {inPlaces(blocks, (node) => (
        <Block node={node} written={JSON.stringify(node)} />
      ))}
    </div>
  );
}
