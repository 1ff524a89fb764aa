import type { DoneReason } from '@deskbell/engine';
import type { TurnErrorCode } from '@deskbell/protocol';

/** How a turn went, for measurements. Holds nothing that anybody wrote. */
export interface EndedTurn {
  desk: string;
  outcome: DoneReason | TurnErrorCode;
  degraded: boolean;
  /** From its acceptance. */
  durationMs: number;
  /** Undefined: it had no text. */
  firstTokenMs: number | undefined;
  /** In the order of their results; a tool that the desk does not have is 'unknown'. */
  toolCalls: readonly { tool: string; outcome: 'worked' | 'refused' | 'failed' }[];
}

/** Told of every turn of this process, once at each end. Must not throw. */
export interface TurnObserver {
  onTurnStarted(desk: string): void;
  onTurnEnded(turn: EndedTurn): void;
}
