/** How the parts of the service are, for monitors, staff and the assistant. */
export interface Health {
  /** 'unhealthy' when the database does not answer. */
  status: 'healthy' | 'unhealthy';
  database: 'up' | 'down';
  /** Undefined without a back office. */
  queue: 'up' | 'down' | undefined;
  /** 'off': none is configured. */
  redis: 'up' | 'down' | 'off';
  model: { provider: string; name: string; circuit: 'closed' | 'open' };
  /** Undefined: no budget is set. */
  budget: { spentUsd: number; limitUsd: number } | undefined;
  /** What an operator should know: whole sentences. */
  warnings: readonly string[];
}

/** Asks every part, with a time limit; never rejects. */
export type ReadHealth = () => Promise<Health>;
