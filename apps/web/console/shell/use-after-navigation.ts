import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Where the focus is left when the page around it changes. */
const STAYS = '#main, .chat-column';
const MOST_KEPT = 50;

/**
 * After another page has been shown: the focus goes to its heading, unless it is in the page or the
 * chat already, and the page is read from its top; gone back to, from where it was left.
 */
export function useAfterNavigation(): void {
  const router = useRouter();
  useEffect(() => {
    const scrolledTo = new Map<string, number>();
    let isBack = false;
    history.scrollRestoration = 'manual';

    const endHistory = router.history.subscribe(({ action }) => {
      isBack = action.type === 'BACK' || action.type === 'FORWARD' || action.type === 'GO';
    });
    const endBefore = router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
      const key = fromLocation?.state.__TSR_key;
      if (key === undefined) return;
      scrolledTo.delete(key);
      scrolledTo.set(key, scrollY);
      const [oldest] = scrolledTo.keys();
      if (scrolledTo.size > MOST_KEPT && oldest !== undefined) scrolledTo.delete(oldest);
    });
    const endRendered = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
      if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return;
      const left = scrolledTo.get(toLocation.state.__TSR_key ?? '');
      scrollTo(0, isBack && left !== undefined ? left : 0);
      if (document.activeElement?.closest(STAYS)) return;
      const main = document.getElementById('main');
      (main?.querySelector('h1') ?? main)?.focus({ preventScroll: true });
    });
    return () => {
      endHistory();
      endBefore();
      endRendered();
    };
  }, [router]);
}
