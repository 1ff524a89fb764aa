import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react';
import { setDockOpen } from '../chat/dock-open.ts';
import { Skeleton } from '../ui/states.tsx';
import { ChunkBoundary } from './chunk-boundary.tsx';
import { NARROWEST, useChatWidth, WIDEST } from './use-chat-width.ts';

const ChatDock = lazy(async () => ({ default: (await import('../chat/chat-dock.tsx')).ChatDock }));

const close = (): void => {
  const hadFocus = document.activeElement?.closest('.chat-column') != null;
  setDockOpen(false);
  if (hadFocus) document.querySelector<HTMLElement>('.chat-button')?.focus();
};

/** The chat beside the page; over it where there is no room for both. */
export function ChatColumn({ isCovered }: { isCovered: boolean }): ReactNode {
  const { width, setWidth, dragFrom } = useChatWidth();
  return (
    <aside
      className="chat-column"
      aria-label="AUBS"
      inert={isCovered}
      style={{ '--chat': `${width}px` } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a line between two areas that a person may move */}
      <div
        className="chat-edge"
        role="separator"
        tabIndex={0}
        aria-label="Width of the chat"
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        onPointerDown={dragFrom}
        onKeyDown={(event) => {
          const isRtl = document.documentElement.dir === 'rtl';
          const step = { ArrowLeft: isRtl ? -24 : 24, ArrowRight: isRtl ? 24 : -24 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setWidth(width + step);
        }}
      />
      <ChunkBoundary>
        <Suspense fallback={<Skeleton rows={6} />}>
          <ChatDock onClose={close} />
        </Suspense>
      </ChunkBoundary>
    </aside>
  );
}
