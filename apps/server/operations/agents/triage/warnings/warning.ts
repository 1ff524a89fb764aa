import type { TriageFindings } from '../../findings.ts';
import { cutText } from '../../text/cut-text.ts';

export type Warning = TriageFindings['warnings'][number];

/** A warning with its texts cut to what the findings allow. */
export function warning(kind: Warning['kind'], detail: string, quote: string): Warning {
  return { kind, detail: cutText(detail, 300), quote: cutText(quote, 300) };
}
