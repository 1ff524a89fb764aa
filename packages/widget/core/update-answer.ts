import {
  type AssistantMessage,
  type AssistantMessageStatus,
  busyMessage,
  type ChatState,
} from './chat-state.ts';

/** Changes the answer that is being written; a state without one stays as it is. */
export const updateAnswer = (
  state: ChatState,
  update: (message: AssistantMessage) => AssistantMessage,
): ChatState => {
  const answer = busyMessage(state);
  if (answer === null) return state;
  return { ...state, messages: [...state.messages.slice(0, -1), update(answer)] };
};

export const withStatus = (state: ChatState, status: AssistantMessageStatus): ChatState =>
  updateAnswer(state, (message) => ({ ...message, status }));
