import type { Desk } from '../../chat/desk.ts';
import type { FrontDeskPrincipal } from './principal.ts';

/**
 * A function that gives a tool's own name, and 'unknown' for what no tool of the front desk is
 * called: a model may call a tool by any words it has read.
 */
export function createToolName(
  desk: Pick<Desk<FrontDeskPrincipal>, 'tools'>,
): (tool: string) => string {
  const everyTool = desk.tools({ kind: 'customer', customerId: '' });
  const names = new Set(everyTool.map(({ name }) => name));
  return (tool) => (names.has(tool) ? tool : 'unknown');
}
