/** One mail's place in the queue, as this process holds it. */
export interface Job {
  executionId: string;
  /**
   * Which claim of the job this is: it grows with every one. Whoever has an older one has lost the
   * job, whatever it still does.
   */
  claim: number;
  /** Tries before this one that ended with an error; an interrupted try is not one of them. */
  failures: number;
}

/** Another worker has the job by now, or nobody: what this one did must not be stored. */
export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';

  constructor() {
    super('The job is no longer held by this worker');
  }
}
