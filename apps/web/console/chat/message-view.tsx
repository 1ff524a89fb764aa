import { memo, type ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { sayCount } from '../ui/figures.ts';
import { type Answer, answerText, isBusy, type Message, type Question } from './chat-state.ts';
import { cited, RichText } from './rich-text.tsx';
import { ToolLine } from './tool-line.tsx';

const waitingWords = {
  queued: 'Waits to be sent',
  sending: '',
  sent: '',
  unsent: 'Not sent',
} as const;

function QuestionView({ question }: { question: Question }): ReactNode {
  const note = waitingWords[question.status];
  return (
    <div className={`question question-${question.status}`}>
      <span className="visually-hidden">You asked: </span>
      <p className="plain-text" dir="auto">
        {cited(question.text)}
      </p>
      {note !== '' && <p className="message-note">{note}</p>}
    </div>
  );
}

/** How an answer stands, where its text does not say it. Empty for most. */
function statusWords({ status, parts }: Answer): string {
  switch (status.kind) {
    case 'reconnecting':
      return 'The connection was lost. Connecting again…';
    case 'stopping':
      return 'Stopping…';
    case 'stopped':
      return parts.length === 0 ? 'Stopped before it said anything.' : 'Stopped.';
    case 'interrupted':
      return 'Interrupted.';
    case 'failed':
      return parts.length === 0 ? 'Not answered.' : 'Not answered to the end.';
    case 'lost':
      return 'The connection was lost.';
    case 'complete':
      switch (status.reason) {
        case 'cut_off':
          return 'Cut off: the answer became too long.';
        case 'step_limit':
        case 'repeated_calls':
          return 'Ended early: it had looked up too much. Ask about less at a time.';
        case 'refused':
          return 'The language model declined to answer this.';
        default:
          return '';
      }
    default:
      return '';
  }
}

/** The clerk is this server itself: rules that need no language model. */
const CLERK = 'clerk';

function AuthorLine({ answer }: { answer: Answer }): ReactNode {
  const { author } = answer;
  if (author === null) return null;
  const words =
    author.model === CLERK
      ? ['Answered without the language model']
      : [
          author.model,
          ...(author.isDegraded ? ['not the first model'] : []),
          ...(author.tokens > 0 ? [`${sayCount(author.tokens)} tokens`] : []),
        ];
  return <span className="answer-author">{words.join(' · ')}</span>;
}

function AnswerView({ answer }: { answer: Answer }): ReactNode {
  const isWriting = isBusy(answer.status);
  const words = statusWords(answer);
  const text = answerText(answer);
  return (
    <div className="answer">
      <span className="visually-hidden">AUBS answered: </span>
      {answer.parts.map((part, place) =>
        part.kind === 'tool' ? (
          <ToolLine key={part.callId} part={part} />
        ) : (
          <RichText
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are only added at the end
            key={place}
            text={part.text}
            isStreaming={isWriting && place === answer.parts.length - 1}
          />
        ),
      )}
      {answer.parts.length === 0 && answer.status.kind === 'waiting' && (
        <p className="typing">
          <span className="visually-hidden">AUBS is about to answer</span>
          <span aria-hidden="true" />
          <span aria-hidden="true" />
          <span aria-hidden="true" />
        </p>
      )}
      {words !== '' && <p className="message-note">{words}</p>}
      {!isWriting && (text !== '' || answer.author !== null) && (
        <div className="answer-foot">
          <AuthorLine answer={answer} />
          {text !== '' && <CopyButton text={text} label="Copy answer" />}
        </div>
      )}
    </div>
  );
}

/** One message; drawn again only when it changed. */
export const MessageView = memo(
  ({ message }: { message: Message }): ReactNode =>
    message.role === 'user' ? <QuestionView question={message} /> : <AnswerView answer={message} />,
);
