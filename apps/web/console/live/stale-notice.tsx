import type { ReactNode } from 'react';
import { When } from '../ui/when.tsx';
import { live } from './live.ts';
import { sayAge } from './say-live.ts';
import { useLiveStatus } from './use-live-status.ts';
import { useNow } from './use-now.ts';
import './live.css';

/**
 * Over the page while nothing has been heard from the server for too long: how old is what is
 * shown. It moves nothing. The chip says it aloud.
 */
export function StaleNotice(): ReactNode {
  const { silentSinceMs, link } = useLiveStatus();
  const nowMs = useNow(silentSinceMs !== undefined);
  if (silentSinceMs === undefined) return null;
  return (
    <section className="stale-notice" aria-label="Connection">
      <p>
        <strong>No word from the server for {sayAge(nowMs - silentSinceMs)}.</strong>{' '}
        {link === 'offline' ? 'This device has no network. ' : ''}What you see is from{' '}
        <When at={new Date(silentSinceMs).toISOString()} />.
      </p>
      <button type="button" className="button" onClick={live.connectNow}>
        Try now
      </button>
    </section>
  );
}
