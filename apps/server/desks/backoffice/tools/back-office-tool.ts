import { defineTool, type Tool, ToolError } from '@deskbell/engine';
import type { z } from 'zod';
import type { ReadHealth } from '../../../health/health.ts';
import type { Database } from '../../../platform/database.ts';
import { CursorError } from '../../../platform/page.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import type { ToolInputs, ToolName, ToolResults } from './tool-results.ts';

export interface BackOfficeToolOptions {
  database: Database;
  /** Of the business: its days are what "today" means. */
  timezone: string;
  /** Addresses or domains, lower case, whose deadlines come first of those that press alike. */
  leadership: readonly string[];
  /** The business's, lower case: who writes from there is of the team. */
  ownDomains: readonly string[];
  health: ReadHealth;
}

/** A tool of this desk: it takes and tells what tool-results.ts says, and only reads. */
export function defineBackOfficeTool<Name extends ToolName>({
  run,
  ...tool
}: {
  name: Name;
  description: string;
  label: string;
  input: z.ZodType<ToolInputs[Name]>;
  run(input: ToolInputs[Name], now: Date): Promise<ToolResults[Name]>;
}): Tool<StaffMember> {
  return defineTool({
    ...tool,
    run: async (input, { clock }) => {
      try {
        const result: object = await run(input, clock());
        return { content: { ...result } };
      } catch (error) {
        if (!(error instanceof CursorError)) throw error;
        throw new ToolError(
          'That cursor does not belong to this list. Leave it out to start from the first page.',
        );
      }
    },
  });
}
