import {
  executionDecisionSchema,
  executionDetailSchema,
  executionPageSchema,
  executionQuerySchema,
  executionSummaryPageSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import type { DecideOutcome } from '../pipeline/decide-execution.ts';
import { findRecord, recordParams } from './find-record.ts';
import { addWords } from './find-words.ts';
import {
  completeExecutions,
  EXECUTION_COLUMNS,
  type ExecutionRow,
  readExecution,
  toExecutionSummary,
} from './read-executions.ts';

export interface ExecutionRouteOptions extends StaffGate {
  database: Database;
  /** `actor` goes into the audit trail. */
  pipeline: {
    retry(executionId: string, actor: string): Promise<DecideOutcome>;
    cancel(executionId: string, actor: string): Promise<DecideOutcome>;
  };
}

/** What became of each mail. */
export async function executionRoutes(
  app: FastifyInstance,
  options: ExecutionRouteOptions,
): Promise<void> {
  const { database, pipeline } = options;
  const staffMember = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/executions',
    {
      schema: {
        summary: 'List executions',
        description:
          'What became of each mail, newest first. With `view=summary` without `agent_outputs` and `actions`, which is a lot less to read and to send.',
        tags: ['mail'],
        querystring: executionQuerySchema,
        response: { 200: z.union([executionPageSchema, executionSummaryPageSchema]) },
      },
    },
    async ({ query: { limit, cursor, status, category, risk, q, view } }) => {
      const conditions = createConditions();
      if (status !== undefined) conditions.add('x.status = ?', status);
      if (category !== undefined) conditions.add('x.category = ?', category);
      if (risk !== undefined) {
        // In the words of the index of these.
        conditions.addFixed(`x.risk in ('high', 'critical')`);
        conditions.add('x.risk = ?', risk);
      }
      if (q !== undefined) {
        await addWords({ database, conditions, column: 'x.email_id', words: q });
      }
      const { items, nextCursor } = await listPage<ExecutionRow>(
        { database, limit, cursor },
        {
          columns: EXECUTION_COLUMNS,
          from: `from executions x join emails e on e.id = x.email_id ${conditions.where}`,
          keys: [
            { expression: 'x.accepted_at', type: 'timestamptz' },
            { expression: 'x.id', type: 'uuid' },
          ],
          direction: 'desc',
          values: conditions.values,
        },
      );
      if (view === 'summary') {
        return { executions: items.map(toExecutionSummary), next_cursor: nextCursor };
      }
      const executions = await completeExecutions(database, items);
      return { executions, next_cursor: nextCursor };
    },
  );

  routes.get(
    '/executions/:id',
    {
      schema: {
        summary: 'One execution',
        description: 'With its review and who changed what.',
        tags: ['mail'],
        params: recordParams,
        response: { 200: executionDetailSchema },
        docs: {
          refusals: { not_found: 'There is no such execution; also for what is no id.' },
        },
      },
    },
    async ({ params }) => {
      const id = await findRecord({ database, kind: 'execution', id: params.id });
      const execution = await readExecution(database, id);
      if (execution === undefined) throw notFound('execution');
      return execution;
    },
  );

  for (const { verb, summary, description, decide } of [
    {
      verb: 'retry',
      summary: 'Try a failed execution again',
      description: 'Three new tries; what finished agents found is kept.',
      decide: pipeline.retry,
    },
    {
      verb: 'cancel',
      summary: 'Give an execution up',
      description: 'One that is pending or failed, for good.',
      decide: pipeline.cancel,
    },
  ] as const) {
    routes.post(
      `/executions/:id/${verb}`,
      {
        schema: {
          summary,
          description,
          tags: ['mail'],
          params: recordParams,
          response: { 202: executionDecisionSchema },
          docs: {
            refusals: {
              not_found: 'There is no such execution; also for what is no id.',
              conflict: 'Its status does not allow it, or somebody else was first.',
            },
          },
        },
      },
      async (request, reply) => {
        const id = await findRecord({ database, kind: 'execution', id: request.params.id });
        const outcome = await decide(id, staffMember(request).userId);
        if (outcome.kind === 'not_found') throw notFound('execution');
        if (outcome.kind === 'not_possible') {
          throw new HttpProblem({
            code: 'conflict',
            detail: `the execution is ${outcome.status}, so there is nothing to ${verb}`,
          });
        }
        return reply.code(202).send({ execution_id: id, status: outcome.status });
      },
    );
  }
}
