import type { AgentDisagreement, AgentDisagreementPage, AgentReport } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { AgentsSearch } from './search.ts';

export const agentReportQuery = (window: AgentReport['window']) =>
  queryOptions({
    queryKey: ['agents', window],
    queryFn: ({ signal }) => request<AgentReport>(withQuery('/api/agents', { window }), { signal }),
  });

/** One page of the list, newest first. */
export async function readDisagreements(
  agent: AgentsSearch['agent'],
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<AgentDisagreement>> {
  const path = withQuery('/api/agents/disagreements', { agent, limit: 50, cursor });
  const page = await request<AgentDisagreementPage>(path, { signal });
  return { rows: page.disagreements, nextCursor: page.next_cursor };
}
