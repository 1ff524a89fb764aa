import type { Tool } from '@deskbell/engine';
import { cutText } from '../../../operations/agents/text/cut-text.ts';
import { DEMO_ACTOR } from '../../../operations/demo/age-demo.ts';
import type { ReviewStatus } from '../../../operations/tables.ts';
import type { Database } from '../../../platform/database.ts';
import {
  LOCAL_USER,
  LOCAL_USER_NAME,
  type StaffMember,
} from '../../../platform/sign-in/staff-access.ts';
import { choiceField, inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { checkDays, daysFields, endOfDay, listFields, startOfDay } from './inputs.ts';
import { countUpTo, readList } from './read-list.ts';
import { REVIEW_COLUMNS, type ReviewRow, toReviewItem } from './records.ts';
import type { ListReviewsResult } from './tool-results.ts';

const MOST_NOTE = 200;
const MOST_NAME = 100;

const ID = `case when r.decided_by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  then r.decided_by::uuid end`;

/** Of a review `r`, its execution `x` and its mail `e`; who decided is an account's or a key's id. */
const COLUMNS = `${REVIEW_COLUMNS}, r.decided_at, r.note, case r.decided_by
    when '${LOCAL_USER}' then '${LOCAL_USER_NAME}'
    when '${DEMO_ACTOR}' then 'the demonstration'
    else coalesce(
      (select name from users where id = ${ID}), (select name from api_keys where id = ${ID}))
  end as decided_by`;

type Row = ReviewRow & { decided_at: Date | null; decided_by: string | null; note: string | null };

export function createListReviews({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'list_reviews',
    description:
      'Counts and lists reviews, the newest first: those that wait for a decision, by when they were made, or with a status the approved or rejected ones, by when they were decided, with who decided and the note. decided_by is null when that account is no longer known.',
    label: 'Looking at the reviews…',
    input: inputOf({
      ...daysFields,
      status: choiceField(['pending', 'approved', 'rejected'])
        .optional()
        .describe('pending when left out.'),
      ...listFields,
    }),
    run: async ({ from, to, status = 'pending', limit, cursor }) => {
      checkDays({ from, to });
      const time = status === 'pending' ? 'r.created_at' : 'r.decided_at';
      const values: unknown[] = [status];
      const conditions = [`r.status = $1`];
      // In the words of the index of these.
      if (status !== 'pending') conditions.push(`r.status <> 'pending'`);
      if (from !== undefined) {
        conditions.push(`${time} >= $${values.push(startOfDay(from, timezone))}`);
      }
      if (to !== undefined) conditions.push(`${time} < $${values.push(endOfDay(to, timezone))}`);
      const where = conditions.join(' and ');
      const [counted, { items, nextCursor }] = await Promise.all([
        from === undefined && to === undefined
          ? countAll(database, status)
          : countUpTo(database, `from reviews r where ${where}`, values),
        readList({
          database,
          limit,
          cursor,
          list: {
            columns: COLUMNS,
            from: `from reviews r join executions x on x.id = r.execution_id
              join emails e on e.id = x.email_id where ${where}`,
            keys: [
              { expression: time, type: 'timestamptz' },
              { expression: 'r.id', type: 'uuid' },
            ],
            direction: 'desc',
            values,
          },
          toItem: toDecidedReview,
        }),
      ]);
      return { ...counted, reviews: items, next_cursor: nextCursor };
    },
  });
}

const toDecidedReview = (row: Row): ListReviewsResult['reviews'][number] => ({
  ...toReviewItem(row),
  decided_at: row.decided_at?.toISOString() ?? null,
  decided_by: row.decided_by === null ? null : cutText(row.decided_by, MOST_NAME),
  note: row.note === null ? null : cutText(row.note, MOST_NOTE),
});

async function countAll({ pool }: Pick<Database, 'pool'>, status: ReviewStatus) {
  const { rows } = await pool.query<{ count: number }>(
    `select coalesce(sum(count), 0)::bigint as count from statistic_counts
     where name = 'review' and grain = 'day' and key = $1`,
    [status],
  );
  return { total: rows[0]?.count ?? 0, is_more_than_total: false };
}
