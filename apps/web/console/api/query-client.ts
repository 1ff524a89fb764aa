import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './request.ts';

const isWorthAnotherTry = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

/** What the server said last. The live stream keeps it fresh, so nothing is read again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isWorthAnotherTry(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
