import { invalidRequest, type Refusal } from '../refusal.ts';
import { blocksOf } from './content-blocks.ts';
import type { MessagesRequest } from './request-shape.ts';

const maxMarks = 4;

export function checkCacheMarks(request: MessagesRequest): Refusal | undefined {
  let marks = request.cache_control ? 1 : 0;
  for (const tool of request.tools ?? []) marks += isMarked(tool);
  if (Array.isArray(request.system)) {
    for (const block of request.system) marks += isMarked(block);
  }
  for (const block of request.messages.flatMap(blocksOf)) {
    if ('cache_control' in block) marks += isMarked(block);
  }
  if (marks <= maxMarks) return undefined;
  return invalidRequest(
    `A maximum of ${maxMarks} blocks with cache_control may be provided. Found ${marks}.`,
  );
}

function isMarked(block: { cache_control?: object | null | undefined }): number {
  return block.cache_control ? 1 : 0;
}
