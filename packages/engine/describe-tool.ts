import { z } from 'zod';
import type { ToolDescription } from './model.ts';
import type { Tool } from './tool.ts';

const descriptions = new WeakMap<object, ToolDescription>();

/** A tool as models see it. Made once per tool, so that the bytes a provider caches never change. */
export function describeTool<Principal>(tool: Tool<Principal>): ToolDescription {
  const known = descriptions.get(tool);
  if (known !== undefined) return known;
  const { $schema: _, ...inputSchema } = z.toJSONSchema(tool.input, { io: 'input' });
  const description = { name: tool.name, description: tool.description, inputSchema };
  descriptions.set(tool, description);
  return description;
}
