import type { ReactNode } from 'react';
import { usePeek } from '../peek/use-peek.ts';
import { Icon } from '../ui/icon.tsx';
import { type Citation, citedWords } from './citations.ts';

/** A record that an answer rests on; opens in the drawer. */
export function CitationChip({ citation }: { citation: Citation }): ReactNode {
  const peek = usePeek();
  const { kind, id } = citation;
  const short = id.slice(-12);
  return (
    <button
      type="button"
      className="citation"
      title={`Open ${kind} ${short}`}
      onClick={() => peek.open({ kind, id })}
    >
      <Icon name={kind} />
      {citedWords[kind]} <span className="mono">{short.slice(0, 4)}</span>
    </button>
  );
}
