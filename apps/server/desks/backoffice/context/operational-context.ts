import type { OperationalContextView } from '@deskbell/protocol';

/** The state of the back office in numbers: what `GET /api/chat/context` gives, and its summary. */
export interface OperationalContext {
  /** At most 5 minutes old (agents: 15), made anew at once when an execution has failed. */
  read(): Promise<OperationalContextView>;
  /**
   * The same for the prompt, with refs of what needs attention. Our own words, numbers, dates and
   * refs only: nothing that was written in a mail. The same bytes until the next change.
   */
  summary(): Promise<string>;
  /** Stops listening for failures. */
  close(): Promise<void>;
}
