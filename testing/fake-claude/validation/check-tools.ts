import { invalidRequest, type Refusal } from '../refusal.ts';
import { blocksOf } from './content-blocks.ts';
import type { MessagesRequest } from './request-shape.ts';

/** Tool definitions, and their presence as long as the conversation contains calls. */
export function checkTools(request: MessagesRequest): Refusal | undefined {
  const names = new Set<string>();
  for (const [index, tool] of (request.tools ?? []).entries()) {
    if (!/^[a-zA-Z0-9_-]{1,128}$/.test(tool.name)) {
      return invalidRequest(
        `tools.${index}.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'`,
      );
    }
    if (names.has(tool.name)) return invalidRequest('tools: Tool names must be unique.');
    names.add(tool.name);
    if (tool.input_schema.type !== 'object') {
      return invalidRequest(`tools.${index}.custom.input_schema.type: Input should be 'object'`);
    }
  }
  if (names.size === 0 && containsCalls(request)) {
    return invalidRequest('tools: must be provided when messages contain tool_use blocks');
  }
  return undefined;
}

function containsCalls(request: MessagesRequest): boolean {
  return request.messages.some((message) =>
    blocksOf(message).some(({ type }) => type === 'tool_use' || type === 'tool_result'),
  );
}
