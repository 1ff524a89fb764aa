import { createScrollPolicy } from '@deskbell/widget/scroll-policy';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/states.tsx';
import { HISTORY_LENGTH } from './chat-api.ts';
import { MessageView } from './message-view.tsx';
import { QuickQuestions } from './quick-questions.tsx';
import { chat, useChat } from './the-chat.ts';

function Greeting({ onAsked }: { onAsked: () => void }): ReactNode {
  return (
    <div className="chat-greeting">
      <h3>What would you like to know?</h3>
      <p>
        AUBS is an AI assistant. It answers from the mail of this desk and what became of it, and
        names the records it rests on. It changes nothing.
      </p>
      <QuickQuestions
        onPick={(question) => {
          chat.askOrKeep(question);
          onAsked();
        }}
      />
    </div>
  );
}

/** What was said. It follows the answer until the reader scrolls up. */
export function ChatLog({ onAsked }: { onAsked: () => void }): ReactNode {
  const messages = useChat((state) => state.messages);
  const isLoading = useChat((state) => state.isLoading);
  const hasEarlier = useChat((state) => state.hasEarlier);
  const log = useRef<HTMLDivElement>(null);
  const policy = useRef<ReturnType<typeof createScrollPolicy>>(undefined);
  const [isAttached, setIsAttached] = useState(true);
  const questions = messages.filter(({ role }) => role === 'user').length;
  const lastQuestions = useRef(questions);

  useEffect(() => {
    if (log.current === null) return;
    const created = createScrollPolicy({
      log: log.current,
      hasContent: () => chat.getState().messages.length > 0,
      onChange: setIsAttached,
    });
    policy.current = created;
    created.keepUp();
    return () => created.dispose();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of what is shown
  useLayoutEffect(() => {
    // Whoever asks wants to see it.
    if (questions > lastQuestions.current) policy.current?.attach();
    else policy.current?.keepUp();
    lastQuestions.current = questions;
  }, [messages, questions]);

  return (
    <div className="chat-log-frame">
      <div
        ref={log}
        className="chat-log"
        role="log"
        aria-live="off"
        aria-label="Conversation"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {hasEarlier && (
          <p className="chat-earlier">
            Only the latest {HISTORY_LENGTH} messages of this conversation are shown.
          </p>
        )}
        {messages.map((message) => (
          <MessageView key={message.key} message={message} />
        ))}
        {messages.length === 0 &&
          (isLoading ? <Skeleton rows={5} /> : <Greeting onAsked={onAsked} />)}
      </div>
      {!isAttached && (
        <button
          type="button"
          className="button button-small chat-jump"
          onClick={() => policy.current?.attach()}
        >
          <Icon name="down" />
          Jump to latest
        </button>
      )}
    </div>
  );
}
