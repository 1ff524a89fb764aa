import type { ChatClient } from './chat-client.ts';
import type { ChatAction } from './chat-reducer.ts';
import type { TurnNews, TurnOutcome } from './follow-turn.ts';

/** A message on its way. Its key is the idempotency key, and the message's on the page. */
export type Exchange = { key: string; text: string; threadId: string };

/** Follows one turn at a time and puts its news into the state. */
export type TurnFollower = {
  /** Leaves whatever is followed, which runs on; the signal ends with the next thing that is begun. */
  begin(): AbortSignal;
  send(exchange: Exchange): void;
  resume(turnId: string): void;
  /** Forgets how far a turn was read: the next `resume` is from its first event. */
  rewind(): void;
  /** Ends the turn on the server; a turn without a name yet, as soon as it has one. */
  stop(turnId: string | null): void;
  /** Whether the turn that is followed was begun by this page. */
  isOwn(): boolean;
  dispose(): void;
};

export const createTurnFollower = (options: {
  client: ChatClient;
  dispatch: (action: ChatAction) => void;
  /** A message of this page was accepted. */
  onAccepted: (exchange: Exchange, turnId: string) => void;
  /** Something new was heard. */
  onEvent: () => void;
  onSettled: (outcome: TurnOutcome) => void;
}): TurnFollower => {
  const { client, dispatch, onAccepted, onEvent, onSettled } = options;
  let leaving = new AbortController();
  let lastSequence = 0;
  let isStopWanted = false;
  let own: Exchange | null = null;

  const begin = (): AbortSignal => {
    leaving.abort();
    leaving = new AbortController();
    isStopWanted = false;
    own = null;
    return leaving.signal;
  };

  const sendStop = (turnId: string): void => {
    const { signal } = leaving;
    void client.stop(turnId, signal).then((isAccepted) => {
      if (!isAccepted && !signal.aborted) dispatch({ type: 'stop_failed' });
    });
  };

  const takeNews = (news: TurnNews): void => {
    if (news.type === 'named') {
      dispatch({ type: 'turn_named', turnId: news.turnId });
      if (own) onAccepted(own, news.turnId);
      if (!isStopWanted) return;
      isStopWanted = false;
      sendStop(news.turnId);
    } else if (news.type === 'event') {
      lastSequence = news.sequence ?? lastSequence;
      onEvent();
      dispatch({ type: 'wire_event', event: news.event });
    } else {
      dispatch({ type: 'reconnecting' });
    }
  };

  const follow = async (
    signal: AbortSignal,
    start: (onNews: (news: TurnNews) => void) => Promise<TurnOutcome>,
  ): Promise<void> => {
    const outcome = await start((news) => {
      if (!signal.aborted) takeNews(news);
    });
    if (signal.aborted) return;
    own = null;
    onSettled(outcome);
  };

  return {
    begin,
    send: (exchange) => {
      const signal = begin();
      own = exchange;
      lastSequence = 0;
      const request = { message: exchange.text, thread_id: exchange.threadId };
      void follow(signal, (onNews) =>
        client.send({ request, idempotencyKey: exchange.key, signal, onNews }),
      );
    },
    resume: (turnId) => {
      const signal = begin();
      const after = lastSequence;
      void follow(signal, (onNews) => client.resume({ turnId, after, signal, onNews }));
    },
    rewind: () => {
      lastSequence = 0;
    },
    stop: (turnId) => {
      if (turnId === null) isStopWanted = true;
      else sendStop(turnId);
    },
    isOwn: () => own !== null,
    dispose: () => leaving.abort(),
  };
};
