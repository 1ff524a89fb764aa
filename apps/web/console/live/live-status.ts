/** How this tab stands to the server's stream of changes. */
export interface LiveStatus {
  /** `lost`: it was open and is tried again; `offline`: so, and this device has no network. */
  link: 'connecting' | 'open' | 'lost' | 'offline';
  /** By the person: changes are counted and not shown. */
  isPaused: boolean;
  /** Records that changed since it was paused; counted up to 1,000. */
  missedChanges: number;
  /** When the server was last heard, in ms since 1970, once that is too long ago; else undefined. */
  silentSinceMs: number | undefined;
}

/** One word for it, as it stands on the page's root: `data-live`. */
export type LiveWord = 'connecting' | 'live' | 'paused' | 'reconnecting' | 'offline' | 'stale';

export function liveWordOf({ link, isPaused, silentSinceMs }: LiveStatus): LiveWord {
  if (silentSinceMs !== undefined) return 'stale';
  if (isPaused) return 'paused';
  if (link === 'open') return 'live';
  return link === 'lost' ? 'reconnecting' : link;
}
