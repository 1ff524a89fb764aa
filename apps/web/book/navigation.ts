import { isReceipt, type Receipt } from './receipt.ts';

/** The browser's address and history, as far as the wizard uses them. */
export interface Navigation {
  search(): string;
  /** What `replace` left with the current entry: it survives a reload. */
  receipt(): Receipt | undefined;
  push(url: string): void;
  replace(url: string, receipt?: Receipt): void;
  /** Calls on Back and Forward. Returns what ends it. */
  onPop(listener: () => void): () => void;
}

export const createNavigation = (): Navigation => ({
  search: () => location.search,
  receipt: () => {
    const state: unknown = history.state;
    const receipt =
      typeof state === 'object' && state !== null && 'receipt' in state ? state.receipt : undefined;
    return isReceipt(receipt) ? receipt : undefined;
  },
  push: (url) => history.pushState(null, '', url),
  replace: (url, receipt) =>
    history.replaceState(receipt === undefined ? null : { receipt }, '', url),
  onPop: (listener) => {
    addEventListener('popstate', listener);
    return () => removeEventListener('popstate', listener);
  },
});
