/** What a page tells about itself that a stream has to know. */
export interface PageLife {
  isOnline: () => boolean;
  /** Whether nobody can see it: another tab is in front, or the window is put away. */
  isHidden: () => boolean;
  /** Returns what stops it. */
  listen: (listeners: {
    /** The network is back. */
    onWake: () => void;
    /** `isHidden` has changed. */
    onSeen: () => void;
    /** The page goes away, perhaps to be shown again. */
    onHide: () => void;
    /** It was kept by the browser and is shown again. */
    onReturn: () => void;
  }) => () => void;
}

/** This tab's page. */
export const browserPageLife: PageLife = {
  isOnline: () => navigator.onLine,
  isHidden: () => document.visibilityState === 'hidden',
  listen: ({ onWake, onSeen, onHide, onReturn }) => {
    const abort = new AbortController();
    const { signal } = abort;
    addEventListener('online', onWake, { signal });
    document.addEventListener('visibilitychange', onSeen, { signal });
    addEventListener('pagehide', onHide, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && onReturn(), { signal });
    return () => abort.abort();
  },
};
