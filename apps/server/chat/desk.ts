import type { Model, Tool, TurnLimits, TurnWording } from '@deskbell/engine';
import type { TurnErrorCode } from '@deskbell/protocol';

/** What an assistant is at one place of a business. The chat module knows nothing else of it. */
export interface Desk<Principal> {
  /** Stored with every thread; a thread never moves to another desk. */
  readonly name: string;
  /** In order of preference; the last one should never fail. */
  readonly models: readonly [Model, ...Model[]];
  readonly limits: TurnLimits;
  /** How many earlier turns of a thread a model is told of, as far as `limits` let it. */
  readonly historyTurns: number;
  readonly wording: TurnWording;
  /** The public sentence for a turn that failed. */
  errorMessage(code: TurnErrorCode): string;
  /** Asked once a turn. Should not reject: the turn would fail. */
  system(
    principal: Principal,
    now: Date,
  ): { stable: string; varying: string } | Promise<{ stable: string; varying: string }>;
  tools(principal: Principal): readonly Tool<Principal>[];
  /** The page's words for a tool of this desk, whether or not the principal has it. */
  toolLabel(tool: string): string;
}
