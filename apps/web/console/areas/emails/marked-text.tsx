import type { ReactNode } from 'react';
import { cutAtMarks, type Part, type Quote, type Run } from './mark-evidence.ts';

/** Marks that hold each other are drawn one below the other, to this depth. */
const DEEPEST = 3;

export interface MarkedTextProps {
  text: string;
  /** Those that are to be seen. */
  parts: readonly Part[];
  /** Called with a quote's tag: it leads to what was made of the words. */
  onTag: (quote: Quote) => void;
}

/**
 * Words of a mail as text, with a `mark` around those that a finding rests on and a tag behind them
 * that names it.
 */
export function MarkedText({ text, parts, onTag }: MarkedTextProps): ReactNode {
  return cutAtMarks(text, parts).map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other name than its place
    <MarkedRun key={index} run={run} onTag={onTag} />
  ));
}

function MarkedRun({ run, onTag }: { run: Run; onTag: MarkedTextProps['onTag'] }): ReactNode {
  let marked: ReactNode = run.text;
  for (const [depth, quote] of [...run.quotes.entries()].reverse()) {
    marked = (
      <mark
        className={`evidence evidence-${quote.agent} evidence-depth-${Math.min(depth, DEEPEST)}`}
        title={`${quote.label}: ${quote.finding}`}
        {...(run.beginning.includes(quote) && { 'data-quote': quote.id, tabIndex: -1 })}
      >
        {marked}
      </mark>
    );
  }
  return (
    <>
      {marked}
      {run.ending.map((quote) => (
        <button
          key={quote.id}
          type="button"
          className={`evidence-tag evidence-tag-${quote.agent}`}
          title={quote.finding}
          aria-label={`${quote.label}: ${quote.finding}`}
          onClick={() => onTag(quote)}
        >
          {quote.label}
        </button>
      ))}
    </>
  );
}
