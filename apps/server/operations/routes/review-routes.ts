import {
  executionDetailSchema,
  type Review,
  reviewDecisionRequestSchema,
  reviewPageSchema,
  reviewQuerySchema,
  reviewSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { idParams, notFound, readId } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { decideReview } from '../routing/decide-review.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import { readActorNames } from './read-actor-names.ts';
import { readActions, readExecution, timeOrNull } from './read-executions.ts';

export interface ReviewRouteOptions extends StaffGate {
  database: Database;
  settings: Pick<OperationsSettings, 'notifications'>;
  clock: () => Date;
  /** Called after a decision: it may have made notifications. */
  wakeOutbox: () => void;
}

export type ReviewRow = Omit<
  Review,
  'created_at' | 'decided_at' | 'decided_by_name' | 'email' | 'actions'
> & {
  created_at: Date;
  decided_at: Date | null;
  email_id: string;
  subject: string;
  sender: string;
};

/** Columns of a review, as `completeReviews` takes them. */
export const REVIEW_COLUMNS = `r.id, r.execution_id, r.reasons, r.risk, r.status, r.created_at,
  r.decided_at, r.decided_by, r.note, e.id as email_id, e.subject, e.sender`;
export const FROM_REVIEWS = `from reviews r join executions x on x.id = r.execution_id
  join emails e on e.id = x.email_id`;

/** Reviews as they are served, with what they are about and who decided them. */
export async function completeReviews(
  database: Database,
  rows: readonly ReviewRow[],
): Promise<Review[]> {
  const [actions, nameOf] = await Promise.all([
    readActions(
      database,
      rows.map(({ execution_id }) => execution_id),
    ),
    readActorNames(
      database,
      rows.map(({ decided_by }) => decided_by),
    ),
  ]);
  return rows.map(({ email_id, subject, sender, ...review }) => ({
    ...review,
    created_at: review.created_at.toISOString(),
    decided_at: timeOrNull(review.decided_at),
    decided_by_name: nameOf(review.decided_by),
    email: { id: email_id, subject, sender },
    actions: actions.get(review.execution_id) ?? [],
  }));
}

/** The questions to people, and their answers. */
export async function reviewRoutes(
  app: FastifyInstance,
  options: ReviewRouteOptions,
): Promise<void> {
  const { database, settings, clock, wakeOutbox } = options;
  const staffMember = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/reviews',
    {
      schema: {
        summary: 'List reviews',
        description: 'What waits for a person, newest first; or what has been decided.',
        tags: ['work'],
        querystring: reviewQuerySchema,
        response: { 200: reviewPageSchema },
      },
    },
    async ({ query: { limit, cursor, status } }) => {
      const conditions = createConditions();
      conditions.add('r.status = ?', status);
      const { items, nextCursor } = await listPage<ReviewRow>(
        { database, limit, cursor },
        {
          columns: REVIEW_COLUMNS,
          from: `${FROM_REVIEWS} ${conditions.where}`,
          keys: [
            { expression: 'r.created_at', type: 'timestamptz' },
            { expression: 'r.id', type: 'uuid' },
          ],
          direction: 'desc',
          values: conditions.values,
        },
      );
      return { reviews: await completeReviews(database, items), next_cursor: nextCursor };
    },
  );

  routes.get(
    '/api/reviews/:id',
    {
      schema: {
        summary: 'One review',
        description: 'Waiting or decided.',
        tags: ['work'],
        params: idParams,
        response: { 200: reviewSchema },
        docs: {
          refusals: { not_found: 'There is no such review; also for an id that is no UUID.' },
        },
      },
    },
    async ({ params }) => {
      const { rows } = await database.pool.query<ReviewRow>(
        `select ${REVIEW_COLUMNS} ${FROM_REVIEWS} where r.id = $1`,
        [readId(params, 'review')],
      );
      const [review] = await completeReviews(database, rows);
      if (review === undefined) throw notFound('review');
      return review;
    },
  );

  routes.post(
    '/api/reviews/:id',
    {
      schema: {
        summary: 'Decide a review',
        description:
          'Once and as a whole; it answers with the execution. Actions without an edit are approved as they are. A notification is not among them: it has gone out before the review.',
        tags: ['work'],
        docs: {
          refusals: {
            not_found: 'There is no such review; also for an id that is no UUID.',
            conflict: 'Decided before; `detail` says by whom and when.',
          },
        },
        params: idParams,
        body: reviewDecisionRequestSchema,
        response: { 200: executionDetailSchema },
      },
    },
    async (request) => {
      const { decision, edits = [], note } = request.body;
      const outcome = await decideReview(
        { database: database.for<OperationsTables>(), settings, clock },
        {
          reviewId: readId(request.params, 'review'),
          decision,
          edits: edits.map(({ action_id, payload, drop }) => ({
            actionId: action_id,
            changes: payload,
            isDropped: drop,
          })),
          note: note === undefined || note === '' ? null : note,
          actor: staffMember(request).userId,
        },
      );
      switch (outcome.kind) {
        case 'not_found':
          throw notFound('review');
        case 'invalid_edit':
          throw new HttpProblem({ code: 'invalid_request', detail: outcome.detail });
        case 'already_decided': {
          const nameOf = await readActorNames(database, [outcome.decidedBy]);
          throw new HttpProblem({
            code: 'conflict',
            detail: `this review was ${outcome.status} before, by ${nameOf(outcome.decidedBy) ?? 'somebody else'} at ${outcome.decidedAt?.toISOString()}`,
          });
        }
        case 'decided': {
          wakeOutbox();
          const execution = await readExecution(database, outcome.executionId);
          if (execution === undefined) throw notFound('execution');
          return execution;
        }
      }
    },
  );
}
