/** How long the stream of a tab waits for what. */
export interface LiveTimes {
  /** Nothing was heard for so long: what is shown may be old. The server speaks every 5 s. */
  silentAfterMs: number;
  /** A try that has not said hello by then is given up. */
  connectWithinMs: number;
  /** Doubled after each try that failed, with up to half of it more by chance. */
  firstRetryMs: number;
  longestRetryMs: number;
  /**
   * A page that nobody sees keeps its stream for so long. A browser has six connections to a server
   * for all of its tabs together: six forgotten ones would leave none for the seventh.
   */
  restAfterMs: number;
}

export const usualTimes: LiveTimes = {
  silentAfterMs: 10_000,
  connectWithinMs: 10_000,
  firstRetryMs: 500,
  longestRetryMs: 10_000,
  restAfterMs: 15_000,
};
