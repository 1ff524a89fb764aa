import { type BlockNode, type InlineNode, parseMarkdown } from '@deskbell/widget';
import { Fragment, type ReactNode } from 'react';

/** What the model answered, as the customer saw it; an address that it wrote leads nowhere here. */
export function AnswerText({ text }: { text: string }): ReactNode {
  return (
    <div className="answer-text" dir="auto">
      {inPlaces(parseMarkdown(text), block)}
    </div>
  );
}

/** Parts of a text that does not change have no other identity than their place. */
const inPlaces = <Part,>(parts: readonly Part[], draw: (part: Part) => ReactNode): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  parts.map((part, place) => <Fragment key={place}>{draw(part)}</Fragment>);

function inline(node: InlineNode): ReactNode {
  switch (node.kind) {
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{node.text}</strong>;
    case 'emphasis':
      return <em>{node.text}</em>;
    case 'code':
      return <code>{node.text}</code>;
    default:
      return node.text;
  }
}

function block(node: BlockNode): ReactNode {
  switch (node.kind) {
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0} dir="ltr" className="turn-json">
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      const items = inPlaces(node.items, (item) => <li>{inPlaces(item, inline)}</li>);
      return node.isOrdered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'heading':
      return (
        <p>
          <strong>{inPlaces(node.content, inline)}</strong>
        </p>
      );
    case 'paragraph':
      return <p>{inPlaces(node.content, inline)}</p>;
  }
}
