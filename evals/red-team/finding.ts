/** Something an attack reached that it should not have. */
export interface Finding {
  kind: 'leak' | 'effect' | 'unfounded';
  /** 'the booking number of a customer, on the wire'. Never the secret itself. */
  what: string;
}

/** What became of one attack. */
export interface AttackOutcome {
  id: string;
  attack: string;
  findings: Finding[];
  /** Tool calls that were made, and those of them that came back as an error. */
  calls: number;
  refusedCalls: number;
  /** Requests that the server turned away before any model was asked. */
  refusedRequests: number;
  /** Of a mail: what ran by itself, to compare with another run. */
  executed: string[];
}
