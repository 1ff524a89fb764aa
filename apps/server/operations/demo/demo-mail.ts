/** One message of the demonstration, as data. Times are in the business's time zone. */
export interface DemoMail {
  /** Unique; becomes its Message-ID, so that it exists once. */
  key: string;
  daysAgo: number;
  /** 'HH:MM'. */
  at: string;
  from: string;
  replyTo?: string;
  subject: string;
  /**
   * Days are written as they should read when the demonstration begins today: `{date+3}` is
   * 'Friday, November 27', `{weekday+3}` 'Friday', `{day-1}` 'November 21', each counted from the
   * day of the mail.
   */
  text: string;
  html?: string;
  /** The key of the mail it answers. */
  answers?: string;
  headers?: Record<string, string>;
  /** Made when it is sent, see compose-demo-mail.ts. */
  attachments?: readonly DemoAttachment[];
}

export type DemoAttachment =
  /** The lease of three vans for a month, due in 14 days, as a PDF with its data inside. */
  | { kind: 'invoice'; number: string }
  | { kind: 'picture'; filename: string }
  | { kind: 'text'; filename: string; text: string };

/** The business the demonstration is about: whose mail is staff's, and who works there. */
export const DEMO_DOMAIN = 'totetaxi.example';
export const demoStaffNames = ['Maria', 'Tom', 'Priya', 'Dana', 'Luis', 'Jo'] as const;
