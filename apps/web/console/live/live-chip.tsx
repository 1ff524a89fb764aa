import type { ReactNode } from 'react';
import { useShortcut } from '../keys/use-shortcut.ts';
import { live } from './live.ts';
import { liveWordOf } from './live-status.ts';
import { sayLive } from './say-live.ts';
import { useLiveStatus } from './use-live-status.ts';
import { useNow } from './use-now.ts';
import './live.css';

/** What is read aloud when the word changes; coming and going for a moment is not. */
const announcements = {
  connecting: '',
  live: '',
  reconnecting: '',
  paused: 'Live changes are paused.',
  offline: 'This device has no network.',
  stale: 'No word from the server. What is shown may be old.',
} as const;

/** Whether what is shown is live, and the button that pauses it. */
export function LiveChip(): ReactNode {
  const status = useLiveStatus();
  const word = liveWordOf(status);
  const nowMs = useNow(word === 'stale');
  const { short, long } = sayLive(status, nowMs);
  const label = status.isPaused ? 'Show changes again' : 'Pause live changes';
  const toggle = () => (status.isPaused ? live.resume() : live.pause());
  useShortcut({ key: 'p', label, group: 'Everywhere', run: toggle });
  return (
    <>
      <button
        type="button"
        className={`live-chip live-chip-${word}`}
        aria-label={`${long}. ${label}`}
        aria-keyshortcuts="p"
        title={`${label} (p)`}
        onClick={toggle}
      >
        <span className="live-dot" aria-hidden="true" />
        <span className="live-words-long">{long}</span>
        <span className="live-words-short">{short}</span>
      </button>
      <span className="visually-hidden" role="status">
        {announcements[word]}
      </span>
    </>
  );
}
