import { queryClient } from '../api/query-client.ts';
import { goToSignIn } from '../api/request.ts';
import { applyChanges } from './apply-changes.ts';
import { createLiveSource } from './live-source.ts';
import { liveWordOf } from './live-status.ts';
import { browserPageLife } from './page-life.ts';

/** The one stream of this tab. */
export const live = createLiveSource({
  url: '/api/live',
  page: browserPageLife,
  onSignedOut: goToSignIn,
});

/**
 * Opens the stream, keeps what was read fresh by it, and says on the page's root how it stands, as
 * `data-live`. Returns what ends all of it.
 */
export function startLive(): () => void {
  const showWord = () => {
    document.documentElement.dataset.live = liveWordOf(live.getStatus());
  };
  const unsubscribe = live.subscribe(showWord);
  const stopApplying = applyChanges({ source: live, client: queryClient });
  showWord();
  const stop = live.start();
  return () => {
    stop();
    stopApplying();
    unsubscribe();
    delete document.documentElement.dataset.live;
  };
}
