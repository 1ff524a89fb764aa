/** What the core knows about the network; the page supplies it. */
export type Connectivity = {
  isOnline(): boolean;
  /** Calls `listener` after every change. The returned function ends it and may be called twice. */
  subscribe(listener: () => void): () => void;
};

/** For hosts that cannot tell: always online. */
export const alwaysOnline: Connectivity = { isOnline: () => true, subscribe: () => () => {} };

/** The browser's own opinion. */
export const browserConnectivity: Connectivity = {
  isOnline: () => navigator.onLine,
  subscribe: (listener) => {
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
};
