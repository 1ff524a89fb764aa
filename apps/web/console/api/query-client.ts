import type { StaffUser } from '@deskbell/protocol';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, request } from './request.ts';

const isWorthAnotherTry = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

/**
 * Something was refused that was offered: perhaps the role of whoever is here has changed since the
 * page was opened. It is loaded again then, and everything in it that is not theirs any more is gone.
 */
async function leaveWithRole(error: Error): Promise<void> {
  if (!(error instanceof ApiProblem) || error.status !== 403) return;
  const known = queryClient.getQueryData<StaffUser>(['me']);
  if (known === undefined) return;
  try {
    const { role } = await request<StaffUser>('/api/me');
    if (role === known.role) return;
  } catch (refusal) {
    if (!(refusal instanceof ApiProblem) || refusal.status !== 403) return;
  }
  location.reload();
}

/** What the server said last. The live stream keeps it fresh, so nothing is read again by itself. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void leaveWithRole(error) }),
  mutationCache: new MutationCache({ onError: (error) => void leaveWithRole(error) }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isWorthAnotherTry(error),
    },
    // What was sent may be a password: it is kept no longer than the form that sent it.
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
});
