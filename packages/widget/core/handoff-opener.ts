import type { ChatClient, HandoffAnswer, HandoffReference } from './chat-client.ts';
import type { ChatAction } from './chat-reducer.ts';

/** Opens one card's hand-over at a time; a double click asks once. */
export const createHandoffOpener = (options: {
  client: ChatClient;
  dispatch: (action: ChatAction) => void;
  /** The page does not show the thread's newest hand-over. */
  onSuperseded: () => void;
}) => {
  const { client, dispatch, onSuperseded } = options;
  let current: (HandoffReference & { answer: Promise<HandoffAnswer> }) | null = null;
  let leaving = new AbortController();

  const cancel = (): void => {
    leaving.abort();
    current = null;
  };

  const ask = async (
    { turnId, callId }: HandoffReference,
    signal: AbortSignal,
  ): Promise<HandoffAnswer> => {
    const answer = await client.openHandoff({ turnId, callId }, signal);
    if (signal.aborted) return { type: 'left' };
    current = null;
    const isOver = answer.type === 'opened' || answer.type === 'left';
    dispatch({
      type: 'handoff_changed',
      opening: isOver ? null : { turnId, callId, status: answer.type },
    });
    if (answer.type === 'superseded') onSuperseded();
    return answer;
  };

  return {
    open: (reference: HandoffReference): Promise<HandoffAnswer> => {
      const { turnId, callId } = reference;
      if (current?.turnId === turnId && current.callId === callId) return current.answer;
      cancel();
      leaving = new AbortController();
      dispatch({ type: 'handoff_changed', opening: { turnId, callId, status: 'pending' } });
      const answer = ask(reference, leaving.signal);
      current = { turnId, callId, answer };
      return answer;
    },
    cancel,
  };
};
