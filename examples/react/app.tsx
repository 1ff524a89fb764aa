// The front desk in a React app, in two ways: `ChatWidget` is the whole chat bubble, ready made;
// `useChatStream` is the conversation alone, for a chat that looks like the rest of your app.
import { type ChatMessage, isBusyStatus, messageText } from '@deskbell/widget';
import { ChatWidget, useChatStream } from '@deskbell/widget/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Where Deskbell runs. '' is the page's own origin; another origin has to be in its CORS_ORIGINS. */
type Server = { endpoint?: string };

export const Bubble = ({ endpoint = '' }: Server) => (
  <ChatWidget endpoint={endpoint} title="Ask us" hide="^/staff" />
);

export const Conversation = ({ endpoint = '' }: Server) => {
  const chat = useChatStream({ endpoint });
  const isBusy = chat.status !== 'ready' && chat.status !== 'restoring';

  const startBooking = async (turnId: string, callId: string) => {
    const answer = await chat.openHandoff({ turnId, callId });
    if (answer.type === 'opened') window.location.assign(answer.bookingUrl);
  };

  return (
    <section aria-label="Chat with our assistant">
      <ol aria-label="Messages">
        {chat.messages.map((message) => (
          <li
            key={message.key}
            aria-busy={message.role === 'assistant' && isBusyStatus(message.status)}
          >
            <Message message={message} onStartBooking={startBooking} />
          </li>
        ))}
      </ol>
      {chat.isOffline && <p role="status">You are offline.</p>}
      {chat.notice && <p role="alert">{noticeText(chat.notice)}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          chat.send(chat.draft);
        }}
      >
        <label>
          Your question
          <input value={chat.draft} onChange={(event) => chat.setDraft(event.target.value)} />
        </label>
        {isBusy ? (
          <button type="button" onClick={chat.stop}>
            Stop
          </button>
        ) : (
          <button type="submit" disabled={!chat.canSend}>
            Send
          </button>
        )}
        {chat.canRetry && (
          <button type="button" onClick={chat.retry}>
            Try again
          </button>
        )}
        <button type="button" onClick={chat.newConversation}>
          New conversation
        </button>
      </form>
    </section>
  );
};

const Message = (props: {
  message: ChatMessage;
  onStartBooking: (turnId: string, callId: string) => void;
}) => {
  const { message, onStartBooking } = props;
  if (message.role === 'user') return <strong>{message.text}</strong>;
  const { turnId } = message;
  return (
    <>
      <p>{messageText(message)}</p>
      {message.parts.map((part) =>
        part.kind === 'tool' && part.card?.isArmed && turnId !== null ? (
          <button
            key={part.callId}
            type="button"
            onClick={() => onStartBooking(turnId, part.callId)}
          >
            Start Booking
          </button>
        ) : null,
      )}
    </>
  );
};

const noticeText = (notice: NonNullable<ReturnType<typeof useChatStream>['notice']>): string => {
  switch (notice.kind) {
    case 'rate_limited':
      return `That was a lot of messages. Please wait ${notice.secondsLeft} seconds.`;
    case 'turn_running':
      return 'The assistant is still answering.';
    case 'thread_gone':
      return 'That conversation has ended; this is a new one.';
    case 'refused':
      return notice.message ?? 'That did not work. Please try again in a moment.';
    case 'not_sent':
    case 'restore_failed':
      return 'The assistant could not be reached. Please try again.';
  }
};

const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Conversation />
      <Bubble />
    </StrictMode>,
  );
}
