import { type Tool, ToolError } from '@deskbell/engine';
import type { FrontDeskPrincipal } from '../principal.ts';

export const TEST_NOW = new Date('2026-06-01T15:00:00Z');

/**
 * For tests: what a call with this input comes to, as a model would read it. Input that does not
 * fit the tool and a `ToolError` both give `{error}`; any other exception is the test's failure.
 */
export async function runTestTool(
  tool: Tool<FrontDeskPrincipal>,
  input: unknown,
  {
    principal = { kind: 'visitor' },
    now = TEST_NOW,
  }: { principal?: FrontDeskPrincipal; now?: Date } = {},
): Promise<Record<string, unknown>> {
  const parsed = tool.input.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  try {
    const context = { principal, signal: new AbortController().signal, clock: () => now };
    const { content } = await tool.run(parsed.data, context);
    return JSON.parse(JSON.stringify(content));
  } catch (error) {
    if (error instanceof ToolError) return { error: error.message };
    throw error;
  }
}
