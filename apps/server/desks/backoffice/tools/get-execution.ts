import { type Tool, ToolError } from '@deskbell/engine';
import { cutText } from '../../../operations/agents/text/cut-text.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { findMail } from './find-mail.ts';
import { refField } from './inputs.ts';
import { readReview } from './read-review.ts';
import { EXECUTION_COLUMNS, type ExecutionRow, rounded, toExecutionItem } from './records.ts';
import type { GetExecutionResult } from './tool-results.ts';

const MOST_ACTIONS = 30;
const MOST_TITLE = 200;

const AGENTS = `
  select agent, status, confidence, execution_time_ms, model_used, error_code from agent_outputs
  where execution_id = $1
  order by array_position(array['triage', 'vision', 'deadline', 'task', 'context'], agent)`;

type Action = GetExecutionResult['actions'][number];
/** A task and an event have a title, a notification has a subject, a review neither. */
type ActionRow = Omit<Action, 'title'> & { payload: { title?: string; subject?: string } };

const ACTIONS = `
  select kind, status, payload from actions
  where execution_id = $1 order by id limit ${MOST_ACTIONS}`;

export function createGetExecution({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  const { pool } = database;
  return defineBackOfficeTool({
    name: 'get_execution',
    description:
      'Tells how one mail was processed: its status, why it failed, what each agent did, and the actions that came of it. Use it for why something failed or waits for a review.',
    label: 'Looking at the execution…',
    input: inputOf({ id: refField }),
    run: async ({ id }) => {
      const { executionId } = await findMail(database, id);
      const [execution, agents, actions, review] = await Promise.all([
        pool.query<ExecutionRow>(
          `select ${EXECUTION_COLUMNS} from executions x join emails e on e.id = x.email_id
           where x.id = $1`,
          [executionId],
        ),
        pool.query<GetExecutionResult['agents'][number]>(AGENTS, [executionId]),
        pool.query<ActionRow>(ACTIONS, [executionId]),
        readReview(database, executionId),
      ]);
      const [row] = execution.rows;
      if (row === undefined) throw new ToolError('This execution has just been deleted.');
      return {
        ...toExecutionItem(timezone)(row),
        agents: agents.rows.map((output) => ({
          ...output,
          confidence: rounded(output.confidence),
        })),
        actions: actions.rows.map(({ kind, status, payload }) => ({
          kind,
          status,
          title: cutText(payload.title ?? payload.subject ?? '', MOST_TITLE),
        })),
        review,
      };
    },
  });
}
