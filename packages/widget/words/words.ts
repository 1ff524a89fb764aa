import type { Handoff } from '@deskbell/protocol';

type Prefill = Handoff['prefill_data'];

/** Everything the panel says in one language. A word left out does not compile. */
export type Words = {
  /** For dates and numbers. */
  readonly locale: string;
  /** Whether the server's own sentences (English) may be shown as they are. */
  readonly showsServerSentences: boolean;
  readonly assistant: string;
  readonly note: string;
  readonly newConversation: string;
  readonly close: string;
  readonly conversation: string;
  readonly welcome: string;
  readonly you: string;
  readonly thinking: string;
  readonly queued: string;
  readonly reconnecting: string;
  readonly stopping: string;
  readonly stopped: string;
  readonly unfinished: string;
  readonly cutShort: string;
  readonly toolStates: { readonly [State in 'running' | 'done' | 'failed']: string };
  /** The server's labels of tools in this language, by their English wording. */
  readonly toolLabels: { readonly [label: string]: string };
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly stop: string;
  readonly left: (count: number) => string;
  readonly tooLong: (count: number) => string;
  readonly escapeAgain: string;
  readonly disclaimer: string;
  readonly person: string;
  readonly jump: string;
  readonly retry: string;
  readonly callUs: string;
  readonly orCall: (phone: string) => string;
  readonly sendAgainIn: (clock: string) => string;
  readonly offline: string;
  readonly offlineQueued: string;
  readonly problems: {
    readonly [Kind in
      | 'refused'
      | 'rate_limited'
      | 'turn_running'
      | 'thread_gone'
      | 'thread_renewed'
      | 'not_sent'
      | 'restore_failed'
      | 'interrupted'
      | 'connection_lost'
      | 'failed']: string;
  };
};

/** What a booking's card says; fetched with the card. */
export type HandoffWords = {
  readonly title: string;
  readonly replaced: string;
  readonly nothingBooked: string;
  readonly start: string;
  readonly starting: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly superseded: string;
  readonly gone: string;
  readonly unreachable: string;
  readonly yes: string;
  readonly no: string;
  readonly terminal: (terminal: string) => string;
  readonly labels: {
    readonly [Key in Exclude<keyof Prefill, 'blade_terminal'>]-?: string;
  };
  /** Values that are names, by the wire's own word. */
  readonly values: {
    readonly [Value in
      | NonNullable<Prefill['service_type']>
      | NonNullable<Prefill['package_type']>
      | NonNullable<Prefill['transfer_direction']>]: string;
  };
};
