/** Changes text as it streams. However the text is cut into pieces, the whole comes out the same. */
export interface TextFilter {
  /** What is decided by now; the rest is held back. */
  push(text: string): string;
  /** What was held back. The filter is as new afterwards. */
  end(): string;
}

/**
 * Reads as much of `text` as can be decided without knowing what follows, or all of it at the end;
 * `rest` is what it could not.
 */
export type ReadText = (text: string, isEnd: boolean) => { output: string; rest: string };

export function createTextFilter(read: ReadText): TextFilter {
  let held = '';
  return {
    push: (text) => {
      const { output, rest } = read(held + text, false);
      held = rest;
      return output;
    },
    end: () => {
      const { output } = read(held, true);
      held = '';
      return output;
    },
  };
}

/** One filter after the other. */
export function chainFilters(filters: readonly TextFilter[]): TextFilter {
  return {
    push: (text) => filters.reduce((changed, filter) => filter.push(changed), text),
    end: () => filters.reduce((changed, filter) => filter.push(changed) + filter.end(), ''),
  };
}
