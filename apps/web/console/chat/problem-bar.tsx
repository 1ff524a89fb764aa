import { asClock, asSentence } from '@deskbell/widget/sentences';
import type { ReactNode } from 'react';
import { busyAnswer, type ChatState, failedAnswer, pendingQuestion } from './chat-state.ts';
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
function waitingSentence(state: ChatState): string {
  const isWaiting = pendingQuestion(state)?.status === 'queued';
  if (state.problem?.kind === 'answered_elsewhere') {
    return 'Another window is asking in this conversation. Your question waits for that answer.';
  }
  if (state.isOffline) {
    return isWaiting
      ? 'You are offline. The question is sent once the connection is back.'
      : 'You are offline. One question can wait here for the connection.';
  }
  return isWaiting && busyAnswer(state) !== undefined
    ? 'The question waits for the answer before it.'
    : '';
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
export function ProblemBar({ onDone }: { onDone: () => void }): ReactNode {
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
  const edit = mayEdit && (
    <button
      type="button"
      className="button button-quiet button-small"
      onClick={() => {
        chat.takeBack();
        onDone();
      }}
    >
      Edit the question
    </button>
  );
  return (
    <>
      <div className="chat-waiting" hidden={waiting === ''}>
        <p role="status">{waiting}</p>
        {sentence === '' && edit}
      </div>
      <div className="chat-problem" hidden={sentence === ''}>
        <p role="alert">{sentence}</p>
        <div className="row">
          {repeat !== undefined && (
            <button
              type="button"
              className="button button-small"
              disabled={secondsLeft > 0}
              onClick={() => {
                chat.retry();
                onDone();
              }}
            >
              {secondsLeft > 0 ? `${repeat} in ${asClock(secondsLeft)}` : repeat}
            </button>
          )}
          {edit}
        </div>
      </div>
    </>
  );
}
