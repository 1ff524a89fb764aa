import type { Database } from '../../../platform/database.ts';
import { REVIEW_COLUMNS, type ReviewRow, toReviewItem } from './records.ts';
import type { ReviewItem } from './tool-records.ts';

/** The review of an execution; null when nobody had to be asked. */
export async function readReview(
  { pool }: Pick<Database, 'pool'>,
  executionId: string,
): Promise<ReviewItem | null> {
  const { rows } = await pool.query<ReviewRow>(
    `select ${REVIEW_COLUMNS} from reviews r join executions x on x.id = r.execution_id
       join emails e on e.id = x.email_id
     where r.execution_id = $1`,
    [executionId],
  );
  return rows[0] === undefined ? null : toReviewItem(rows[0]);
}
