import type { Usage } from '@deskbell/engine';

/** The parts of the service that ask language models; 'mail' are the agents. */
export type ModelUser = 'frontdesk' | 'backoffice' | 'mail';

/** One model call that was made. */
export interface ModelCall {
  /** Undefined: not told apart. */
  desk?: ModelUser | undefined;
  model: string;
  usage: Usage;
  /** Null: the model's price is unknown. */
  costNanoUsd: number | null;
}

/** What language models cost the whole service in one business day. */
export interface DailyBudget {
  /** Undefined: no limit. */
  readonly limitUsd: number | undefined;
  /** Costs nothing: the sum is kept in memory and corrected from the database every few seconds. */
  isSpent(): boolean;
  spentTodayUsd(): number;
  /** Counts a call, here at once and in the database soon. Never fails. */
  record(call: ModelCall): void;
  /** Resolves when it was read what was spent before this process started, or that failed. */
  ready(): Promise<void>;
  /** Stores what is not stored yet. */
  close(): Promise<void>;
}
