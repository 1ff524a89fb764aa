import { isComposing } from '@deskbell/widget/is-composing';
import { type FocusEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { sayCount } from '../ui/figures.ts';
import { Icon } from '../ui/icon.tsx';
import { busyAnswer, codePointCount, maxCodePoints, maySend } from './chat-state.ts';
import { QuickQuestions } from './quick-questions.tsx';
import { chat, useChat } from './the-chat.ts';

const COUNTED_FROM = 3_500;

/** Says how much room there is, before anything is sent; empty while there is plenty. */
function roomWords(used: number): string {
  if (used < COUNTED_FROM) return '';
  const left = maxCodePoints - used;
  return left >= 0
    ? `${sayCount(left)} characters left`
    : `${sayCount(-left)} characters too many. Shorten the question to send it.`;
}

function QuestionsMenu({ onPick }: { onPick: (question: string) => void }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const menuId = useId();
  const leave = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes with what happens in it
    <div
      className="questions-menu"
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        setIsOpen(false);
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className="button button-quiet button-small"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setIsOpen(!isOpen)}
      >
        Quick questions
      </button>
      <div id={menuId} className="questions-menu-list" hidden={!isOpen}>
        <QuickQuestions
          onPick={(question) => {
            setIsOpen(false);
            onPick(question);
          }}
        />
      </div>
    </div>
  );
}

/** The message box. Enter sends, Shift+Enter breaks the line. */
export function Composer({ input }: { input: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const draft = useChat((state) => state.draft);
  const isBusy = useChat((state) => busyAnswer(state) !== undefined);
  const isEmpty = useChat((state) => state.messages.length === 0);
  const isAllowed = useChat((state) => maySend(state, state.draft));
  const counterId = useId();
  const room = roomWords(codePointCount(draft.trim()));

  const send = (): void => {
    if (maySend(chat.getState(), draft)) chat.ask(draft);
    input.current?.focus();
  };
  const pick = (question: string): void => {
    chat.askOrKeep(question);
    input.current?.focus();
  };

  return (
    <div className="composer">
      <textarea
        ref={input}
        className="composer-input"
        rows={1}
        dir="auto"
        autoComplete="off"
        enterKeyHint="send"
        aria-label="Ask AUBS"
        placeholder="Ask about mail, executions, tasks…"
        aria-describedby={counterId}
        aria-invalid={codePointCount(draft.trim()) > maxCodePoints || undefined}
        value={draft}
        onChange={(event) => chat.setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          send();
        }}
      />
      <p id={counterId} className="composer-room" hidden={room === ''}>
        {room}
      </p>
      <div className="composer-row">
        {isEmpty ? <span /> : <QuestionsMenu onPick={pick} />}
        {isBusy ? (
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              chat.stop();
              input.current?.focus();
            }}
          >
            <Icon name="stop" />
            Stop
          </button>
        ) : (
          <button
            type="button"
            className="button button-primary button-small"
            disabled={!isAllowed}
            onClick={send}
          >
            <Icon name="send" />
            Send
          </button>
        )}
      </div>
    </div>
  );
}
