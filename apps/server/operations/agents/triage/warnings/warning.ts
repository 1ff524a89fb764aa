import type { TriageFindings } from '../../findings.ts';

export type Warning = TriageFindings['warnings'][number];

/** A warning with its texts cut to what the findings allow. */
export function warning(kind: Warning['kind'], detail: string, quote: string): Warning {
  return {
    kind,
    detail: detail.slice(0, 300).toWellFormed(),
    quote: quote.slice(0, 300).toWellFormed(),
  };
}
