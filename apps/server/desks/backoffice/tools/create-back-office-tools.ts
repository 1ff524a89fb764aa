import type { Tool } from '@deskbell/engine';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { createAgentPerformance } from './agent-performance.ts';
import { createAttentionItems } from './attention-items.ts';
import type { BackOfficeToolOptions } from './back-office-tool.ts';
import { createGetEmail } from './get-email.ts';
import { createGetExecution } from './get-execution.ts';
import { createListDeadlines } from './list-deadlines.ts';
import { createListEmails } from './list-emails.ts';
import { createListExecutions } from './list-executions.ts';
import { createListReviews } from './list-reviews.ts';
import { createListTasks } from './list-tasks.ts';
import { createSearchEmails } from './search-emails.ts';
import { createSystemHealth } from './system-health.ts';
import { createVendorHistory } from './vendor-history.ts';

/**
 * The back office's tools; they only read, and the moment they answer for is their context's. To be
 * made once, so that what a provider caches stays the same bytes. Their cost does not grow with the
 * number of mails.
 */
export function createBackOfficeTools(
  options: BackOfficeToolOptions,
): readonly Tool<StaffMember>[] {
  return [
    createListEmails(options),
    createGetEmail(options),
    createSearchEmails(options),
    createListExecutions(options),
    createGetExecution(options),
    createListTasks(options),
    createListDeadlines(options),
    createListReviews(options),
    createAgentPerformance(options),
    createVendorHistory(options),
    createSystemHealth(options),
    createAttentionItems(options),
  ];
}
