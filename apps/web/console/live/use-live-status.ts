import { useSyncExternalStore } from 'react';
import { live } from './live.ts';
import type { LiveStatus } from './live-status.ts';

/** How the stream of this tab stands. */
export const useLiveStatus = (): LiveStatus => useSyncExternalStore(live.subscribe, live.getStatus);
