import type { StaffUser } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { meQuery } from '../api/me.ts';
import { areaOf } from '../areas.ts';
import { useDockOpen } from '../chat/dock-open.ts';
import { KeySheet } from '../keys/key-sheet.tsx';
import { startLive } from '../live/live.ts';
import { StaleNotice } from '../live/stale-notice.tsx';
import { PeekDrawer } from '../peek/peek-drawer.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Toasts } from '../ui/toast.tsx';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { AreaKeys } from './area-keys.tsx';
import { ChatColumn } from './chat-column.tsx';
import { ChunkBoundary } from './chunk-boundary.tsx';
import { ForAdministrators } from './for-administrators.tsx';
import { NavigationColumn } from './navigation.tsx';
import { OpenModeNotice } from './open-mode-notice.tsx';
import { PendingBar } from './pending-bar.tsx';
import { ShellKeys } from './shell-keys.tsx';
import { TopBar } from './top-bar.tsx';
import { useAfterNavigation } from './use-after-navigation.ts';
import { useUncover } from './use-uncover.ts';

const importPalette = () => import('../palette/palette.tsx');
const Palette = lazy(async () => ({ default: (await importPalette()).Palette }));

/** What is around every area: navigation on the left, the chat on the right. */
export function Shell(): ReactNode {
  const me = useQuery(meQuery);
  useEffect(startLive, []);
  useEffect(() => {
    // Words typed right after its key would go to the page while its code is on its way. A failed
    // attempt is nothing: opening it tries again, and says so.
    const timer = setTimeout(() => void importPalette().catch(() => {}), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (me.data !== undefined) return <ShellFor me={me.data} />;
  return (
    <main className="starting">
      {me.isError ? (
        <ErrorState message={me.error.message} onRetry={() => void me.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </main>
  );
}

const PALETTE_AFTER_MS = 1_500;

type Overlay = 'keys' | 'palette' | undefined;

function ShellFor({ me }: { me: StaffUser }): ReactNode {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const area = areaOf(pathname);
  const peek = useRouterState({ select: ({ location }) => location.search.peek });
  const isChatOpen = useDockOpen();
  const isPhone = useMedia(PHONE);
  // There the drawer lies over everything.
  const isCovered = isPhone && peek !== undefined;
  const [overlay, setOverlay] = useState<Overlay>();
  const close = () => setOverlay(undefined);

  useAfterNavigation();
  useUncover();

  return (
    <div className="console" data-chat={isChatOpen ? 'open' : 'closed'}>
      <button
        type="button"
        className="button skip-link"
        onClick={() => document.getElementById('main')?.focus()}
      >
        Skip to the content
      </button>
      <PendingBar />
      <NavigationColumn me={me} />
      <TopBar
        me={me}
        isCovered={isCovered}
        onPalette={() => setOverlay('palette')}
        onKeys={() => setOverlay('keys')}
      />
      <div className="content" inert={isCovered || (isPhone && isChatOpen)}>
        {me.is_open_mode && <OpenModeNotice />}
        <main id="main" tabIndex={-1}>
          {area?.onlyAdmins && me.role !== 'admin' ? (
            <ForAdministrators title={area.title} />
          ) : (
            <Suspense fallback={<Skeleton rows={8} />}>
              <Outlet />
            </Suspense>
          )}
        </main>
      </div>
      <PeekDrawer />
      {isChatOpen && <ChatColumn isCovered={isCovered} />}
      <ShellKeys onKeys={() => setOverlay('keys')} onPalette={() => setOverlay('palette')} />
      <AreaKeys me={me} />
      <KeySheet isOpen={overlay === 'keys'} onClose={close} />
      {overlay === 'palette' && (
        <ChunkBoundary>
          <Suspense fallback={<PendingBar isAlways />}>
            <Palette me={me} onClose={close} onKeys={() => setOverlay('keys')} />
          </Suspense>
        </ChunkBoundary>
      )}
      <StaleNotice />
      <Toasts />
    </div>
  );
}
