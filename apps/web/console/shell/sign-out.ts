import { sessionEnded } from '../../account/session.ts';
import { request } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';

/** Signs this browser out, forgets what it kept of the person, and leaves the console. */
export function useSignOut(): () => Promise<unknown> {
  const { run } = useChange<void>({
    change: () => request('/api/auth/sign-out', { method: 'POST', body: {} }),
    invalidates: [],
    onDone: () => {
      sessionEnded({ isByChoice: true });
      location.assign('/staff/sign-in');
    },
  });
  return run;
}
