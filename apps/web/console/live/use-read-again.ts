import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from './live.ts';
import type { LiveKind } from './live-list.ts';
import { repeatAtMost } from './repeat-at-most.ts';

/**
 * Reads what is shown again when records of these kinds change, at most every `everyMs`: for figures
 * and records that the stream does not carry. `name` is what their query keys begin with. A list of
 * which somebody has read more than its first page stays as it is.
 */
export function useReadAgain(name: string, kinds: readonly LiveKind[], everyMs: number): void {
  const client = useQueryClient();
  // A text is the same from one rendering to the next.
  const kindsText = kinds.join(' ');
  useEffect(() => {
    const reading = repeatAtMost(everyMs, () =>
      client.invalidateQueries({
        queryKey: [name],
        predicate: ({ state }) => !isPagedThrough(state.data),
      }),
    );
    const stopListening = live.listen({
      onChanges: (changes) => {
        const isConcerned = kindsText.split(' ').some((kind) => changes[kind as LiveKind].length);
        if (isConcerned) reading.ask();
      },
      onCatchUp: reading.ask,
    });
    return () => {
      stopListening();
      reading.stop();
    };
  }, [client, name, kindsText, everyMs]);
}

const isPagedThrough = (data: unknown): boolean => {
  const pages = (data as { pages?: unknown } | undefined)?.pages;
  return Array.isArray(pages) && pages.length > 1;
};
