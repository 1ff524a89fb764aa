/** How hard both are driven. */
export interface Load {
  /** Mails or jobs that arrive at the same time. */
  senders: number;
  /** Mails or jobs that are worked on at the same time. */
  workers: number;
}
