import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { live } from '../live/live.ts';
import { isFollowed } from '../live/live-lists.ts';
import { showToast } from '../ui/toast.tsx';

export interface ChangeOptions<Input, Answer> {
  change: (input: Input) => Promise<Answer>;
  /** What is read again afterwards: every query whose key begins with one of these. */
  invalidates: readonly QueryKey[];
  /** A sentence for the toast; without it success is silent. */
  done?: string | ((answer: Answer, input: Input) => string);
  /** Before the toast; for what has to change at once. */
  onDone?: (answer: Answer, input: Input) => void;
  /** The failure is shown beside the form, and by no toast. */
  isErrorShown?: true;
}

export interface Change<Input, Answer> {
  /**
   * Resolves to the answer; undefined when it failed, which has been said then, and when another run
   * is under way: then nothing is sent. Never rejects.
   */
  run: (input: Input) => Promise<Answer | undefined>;
  isRunning: boolean;
  /** A sentence, of the last try. */
  error: string | undefined;
  /** Forgets the error. */
  reset: () => void;
}

/** Changes something on the server, once per call and never again by itself. */
export function useChange<Input = void, Answer = unknown>(
  options: ChangeOptions<Input, Answer>,
): Change<Input, Answer> {
  const client = useQueryClient();
  const isUnderWay = useRef(false);
  const mutation = useMutation<Answer, Error, Input>({
    mutationFn: options.change,
    onSuccess: (answer, input) => {
      const { done, onDone, invalidates } = options;
      onDone?.(answer, input);
      const isLive = live.getStatus().link === 'open' && !live.getStatus().isPaused;
      for (const queryKey of invalidates) {
        void client.invalidateQueries({
          queryKey,
          // The stream tells of the change; reading every page again that somebody has scrolled through
          // would be one request for each.
          predicate: (query) => !(isLive && isFollowed(query)),
        });
      }
      if (done === undefined) return;
      showToast({ tone: 'good', text: typeof done === 'string' ? done : done(answer, input) });
    },
    onError: (error) => {
      if (!options.isErrorShown) showToast({ tone: 'bad', text: error.message });
    },
  });
  return {
    run: async (input) => {
      // Two clicks may come before what says that one is under way has been drawn.
      if (isUnderWay.current) return undefined;
      isUnderWay.current = true;
      try {
        return await mutation.mutateAsync(input);
      } catch {
        return undefined;
      } finally {
        isUnderWay.current = false;
      }
    },
    isRunning: mutation.isPending,
    error: mutation.error?.message,
    reset: mutation.reset,
  };
}
