import type { AgentSettings } from './agents/agent.ts';

/** What the configuration says about the back office. */
export interface OperationsSettings extends AgentSettings {
  /** The site's own origin, for links to records. */
  publicUrl: string;
  /** Addresses or domains ('example.com'), lower case. Empty: everybody. */
  allowedSenders: readonly string[];
  /** Wins over `allowedSenders`. */
  blockedSenders: readonly string[];
  /** Below it a person looks first; 0 to 1. */
  reviewBelowConfidence: number;
  /** Whom notifications reach; both undefined: they show in the console only. */
  notifications: {
    email: { smtpUrl: string; from: string; recipients: readonly string[] } | undefined;
    webhook: { url: string; secret: string | undefined } | undefined;
  };
}
