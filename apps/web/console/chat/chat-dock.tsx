import './chat.css';
import { isComposing } from '@deskbell/widget/is-composing';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PHONE } from '../ui/use-media.ts';
import { Announcements } from './announcements.tsx';
import { onQuestion, takeQuestion } from './asked-question.ts';
import { ChatLog } from './chat-log.tsx';
import { Composer } from './composer.tsx';
import { wasOpenedHere } from './dock-open.ts';
import { ProblemBar } from './problem-bar.tsx';
import { SessionList } from './session-list.tsx';
import { chat, useChat } from './the-chat.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** Where there is no room beside the page the chat lies over it. */
const isOverPage = (): boolean => matchMedia('(max-width: 1099px)').matches;

function HeadButton(props: {
  icon: IconName;
  label: string;
  onClick: () => void;
  isExpanded?: boolean;
}): ReactNode {
  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={props.label}
      title={props.label}
      aria-expanded={props.isExpanded}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** The chat with AUBS, for the shell's right column or over the page. */
export function ChatDock({ onClose }: { onClose: () => void }): ReactNode {
  // All of one moment: what the router knows of its matches changes a little later.
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const session = useRouterState({ select: ({ location }) => location.search.session });
  const peek = useRouterState({ select: ({ location }) => location.search.peek });
  const navigate = useNavigate();
  const [isListing, setIsListing] = useState(false);
  const wasListing = useRef(false);
  const lastPath = useRef<string>(undefined);
  const isUncovering = useRef(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const returnFocus = useReturnFocus(dock);
  const isNew = useChat((state) => state.sessionId === null);
  const focusInput = (): void => input.current?.focus();

  useEffect(() => {
    const isOtherPage = lastPath.current !== pathname;
    lastPath.current = pathname;
    const { sessionId } = chat.getState();
    if (session !== undefined || !isOtherPage || sessionId === null) {
      chat.open(session ?? null);
      return;
    }
    // Back at a page from before the conversation began: it goes on beside that one too.
    void navigate({
      to: '.',
      search: (search) => ({ ...search, session: sessionId }),
      replace: true,
    });
  }, [session, pathname, navigate]);

  useEffect(() => {
    const comeForward = (): void => {
      input.current?.focus();
      if (!matchMedia(PHONE).matches || !new URLSearchParams(window.location.search).has('peek'))
        return;
      isUncovering.current = true;
      void navigate({ to: '.', search: (search) => ({ ...search, peek: undefined }) });
    };
    const takeOver = (): void => {
      const question = takeQuestion();
      if (question === undefined) return;
      setIsListing(false);
      chat.askOrKeep(question);
      comeForward();
    };
    if (wasOpenedHere()) comeForward();
    takeOver();
    return onQuestion(takeOver);
  }, [navigate]);

  useEffect(() => {
    // Under a drawer nothing can take the focus.
    if (peek === undefined && isUncovering.current) input.current?.focus();
    isUncovering.current = false;
  }, [peek]);

  useEffect(() => {
    if (!isListing && wasListing.current) input.current?.focus();
    wasListing.current = isListing;
  }, [isListing]);

  const openSession = (sessionId: string | undefined): void => {
    setIsListing(false);
    void navigate({ to: '.', search: (search) => ({ ...search, session: sessionId }) });
    focusInput();
  };
  const leaveByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    if (isListing) setIsListing(false);
    else if (isOverPage()) onClose();
    else returnFocus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves it from anywhere inside
    <div className="chat-dock" ref={dock} onKeyDown={leaveByKey}>
      <header className="chat-head">
        <div className="chat-title">
          <h2>AUBS</h2>
          <p>AI assistant of this desk</p>
        </div>
        <HeadButton
          icon="history"
          label="Conversations"
          isExpanded={isListing}
          onClick={() => setIsListing(!isListing)}
        />
        {!isNew && (
          <HeadButton icon="plus" label="New conversation" onClick={() => openSession(undefined)} />
        )}
        <HeadButton icon="close" label="Close the chat" onClick={onClose} />
      </header>
      {isListing ? (
        <SessionList current={session} onOpen={openSession} />
      ) : (
        <>
          <ChatLog onAsked={focusInput} />
          <footer className="chat-foot">
            <ProblemBar onDone={focusInput} />
            <Composer input={input} />
          </footer>
        </>
      )}
      <Announcements />
    </div>
  );
}
