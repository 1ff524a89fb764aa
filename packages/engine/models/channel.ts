export interface Channel<Item> {
  /** For one consumer, which pulls one item at a time. */
  readonly items: AsyncIterableIterator<Item, void>;
  /** Items pushed and not yet pulled. */
  readonly size: number;
  push(item: Item): void;
  /** The consumer gets the items before, then the end. Whatever comes after is ignored. */
  end(): void;
  /** The consumer gets the items before, then the error once, then the end. */
  fail(error: unknown): void;
  /** As `fail`, but at once: what was not yet pulled is dropped. Also after `end` and `fail`. */
  abort(error: unknown): void;
}

export interface ChannelHooks {
  /** The consumer waits and nothing is there; called on every such pull. Must not throw. */
  onEmptyPull(): void;
  /** The consumer has everything, or left before that. Called once. Must not throw. */
  onDone(): void;
}

/**
 * Joins a producer that is called back with a consumer that pulls. An async generator between
 * the two costs several promises per item; this costs one.
 */
export function createChannel<Item>({ onEmptyPull, onDone }: ChannelHooks): Channel<Item> {
  const queue: Item[] = [];
  let head = 0;
  let pull: PromiseWithResolvers<IteratorResult<Item, void>> | undefined;
  let isClosed = false;
  let isDone = false;
  let failure: { error: unknown } | undefined;

  const items: AsyncIterableIterator<Item, void> = {
    next() {
      if (head < queue.length) {
        const value = queue[head] as Item;
        head += 1;
        if (head === queue.length) dropQueue();
        if (isClosed) finishIfEmpty();
        return Promise.resolve({ done: false, value });
      }
      if (isClosed) return result();
      pull = Promise.withResolvers();
      const { promise } = pull;
      onEmptyPull();
      return promise;
    },
    return() {
      dropQueue();
      failure = undefined;
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => items,
  };

  return {
    items,
    get size() {
      return queue.length - head;
    },
    push(item) {
      if (isClosed) return;
      if (pull === undefined) queue.push(item);
      else {
        pull.resolve({ done: false, value: item });
        pull = undefined;
      }
    },
    end: close,
    fail(error) {
      if (isClosed) return;
      failure = { error };
      close();
    },
    abort(error) {
      if (isDone) return;
      dropQueue();
      failure = { error };
      close();
    },
  };

  function close(): void {
    isClosed = true;
    pull?.resolve(result());
    pull = undefined;
    finishIfEmpty();
  }

  function finishIfEmpty(): void {
    if (isDone || queue.length > 0 || failure !== undefined) return;
    isDone = true;
    onDone();
  }

  function result(): Promise<IteratorResult<Item, void>> {
    if (failure === undefined) return Promise.resolve({ done: true, value: undefined });
    const { error } = failure;
    failure = undefined;
    finishIfEmpty();
    return Promise.reject(error);
  }

  function dropQueue(): void {
    queue.length = 0;
    head = 0;
  }
}
