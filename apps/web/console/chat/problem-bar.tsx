import { asClock, asSentence } from '@deskbell/widget/sentences';
import type { ReactNode } from 'react';
import { type ChatState, failedAnswer, pendingQuestion } from './chat-state.ts';
import { chat, useChat } from './the-chat.ts';

/** What is in the way, as a sentence; empty when nothing is. */
export function problemSentence(state: ChatState): string {
  const { problem } = state;
  switch (problem?.kind) {
    case 'refused':
    case 'rate_limited':
    case 'unreadable':
      return asSentence(problem.message || 'the server could not do this');
    case 'unreachable':
      return 'The server cannot be reached. Your question is kept here.';
    case 'session_gone':
      return 'This conversation was deleted, or is somebody else’s. Ask to begin a new one.';
    default:
  }
  const failed = failedAnswer(state);
  if (failed === undefined) return '';
  if (failed.status.kind === 'lost') {
    return 'The answer could not be followed to its end. It may be there by now.';
  }
  const message = 'message' in failed.status ? failed.status.message : null;
  return asSentence(message || 'this question was not answered to the end');
}

/** What waits, as a sentence; empty when nothing does. */
function waitingSentence({ problem, isOffline, messages }: ChatState): string {
  if (problem?.kind === 'answered_elsewhere') {
    return 'Another window is asking in this conversation. Your question waits for that answer.';
  }
  if (!isOffline) return '';
  const isWaiting = messages.some(({ status }) => status === 'queued');
  return isWaiting
    ? 'You are offline. The question is sent once the connection is back.'
    : 'You are offline. One question can wait here for the connection.';
}

function repeatLabel(state: ChatState): string | undefined {
  const { problem } = state;
  if (problem?.kind === 'session_gone') return undefined;
  if (problem?.kind === 'unreadable') return 'Try again';
  if (pendingQuestion(state)?.status === 'unsent') return 'Try again';
  const failed = failedAnswer(state);
  if (failed === undefined) return undefined;
  return failed.status.kind === 'lost' ? 'Look again' : 'Try again';
}

/** Above the message box: what went wrong and what to do about it. */
export function ProblemBar({ onTakenBack }: { onTakenBack: () => void }): ReactNode {
  const sentence = useChat(problemSentence);
  const waiting = useChat(waitingSentence);
  const repeat = useChat(repeatLabel);
  const mayEdit = useChat((state) => {
    const status = pendingQuestion(state)?.status;
    return status === 'unsent' || status === 'queued';
  });
  const secondsLeft = useChat(({ problem }) =>
    problem?.kind === 'rate_limited' ? problem.secondsLeft : 0,
  );
  const hasActions = repeat !== undefined || mayEdit;
  return (
    <>
      <div className="chat-waiting" hidden={waiting === ''}>
        <p role="status">{waiting}</p>
      </div>
      <div className="chat-problem" hidden={sentence === '' && !hasActions}>
        <p role="alert">{sentence}</p>
        {hasActions && (
          <div className="row">
            {repeat !== undefined && (
              <button
                type="button"
                className="button button-small"
                disabled={secondsLeft > 0}
                onClick={() => {
                  chat.retry();
                  onTakenBack();
                }}
              >
                {secondsLeft > 0 ? `${repeat} in ${asClock(secondsLeft)}` : repeat}
              </button>
            )}
            {mayEdit && (
              <button
                type="button"
                className="button button-quiet button-small"
                onClick={() => {
                  chat.takeBack();
                  onTakenBack();
                }}
              >
                Edit the question
              </button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
