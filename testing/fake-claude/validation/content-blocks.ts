import type { RequestBlock, RequestMessage } from './request-shape.ts';

/** The blocks of a message; a string is one text block. */
export function blocksOf(message: RequestMessage): readonly RequestBlock[] {
  const { content } = message;
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

export function isBlock<Type extends RequestBlock['type']>(type: Type) {
  return (block: RequestBlock): block is Extract<RequestBlock, { type: Type }> =>
    block.type === type;
}
