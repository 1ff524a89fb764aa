import { type LiveStatus, liveWordOf } from './live-status.ts';

/** More is not counted. */
const MOST_SAID = 999;

/** `9 s`, `4 min`, `2 h`: how long ago it was, rounded down. */
export function sayAge(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** What the chip says: `short` where there is little room. */
export function sayLive(status: LiveStatus, nowMs: number): { short: string; long: string } {
  const { silentSinceMs, missedChanges } = status;
  switch (liveWordOf(status)) {
    case 'stale': {
      const age = sayAge(nowMs - (silentSinceMs ?? nowMs));
      return { short: `Old: ${age}`, long: `No word from the server for ${age}` };
    }
    case 'paused': {
      if (missedChanges === 0) return { short: 'Paused', long: 'Paused' };
      const count = missedChanges > MOST_SAID ? `${MOST_SAID}+` : String(missedChanges);
      return {
        short: 'Paused',
        long: `Paused · ${count} ${missedChanges === 1 ? 'change' : 'changes'}`,
      };
    }
    case 'live':
      return { short: 'Live', long: 'Live' };
    case 'reconnecting':
      return { short: 'Reconnecting', long: 'Reconnecting' };
    case 'offline':
      return { short: 'Offline', long: 'No network' };
    case 'connecting':
      return { short: 'Connecting', long: 'Connecting' };
  }
}
