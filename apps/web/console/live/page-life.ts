/** What a page tells about itself that a stream has to know. */
export interface PageLife {
  isOnline: () => boolean;
  /** Returns what stops it. */
  listen: (listeners: {
    /** The network is back, or somebody looks at the page again. */
    onWake: () => void;
    /** The page goes away, perhaps to be shown again. */
    onHide: () => void;
    /** It was kept by the browser and is shown again. */
    onReturn: () => void;
  }) => () => void;
}

/** This tab's page. */
export const browserPageLife: PageLife = {
  isOnline: () => navigator.onLine,
  listen: ({ onWake, onHide, onReturn }) => {
    const abort = new AbortController();
    const { signal } = abort;
    addEventListener('online', onWake, { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') onWake();
      },
      { signal },
    );
    addEventListener('pagehide', onHide, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && onReturn(), { signal });
    return () => abort.abort();
  },
};
