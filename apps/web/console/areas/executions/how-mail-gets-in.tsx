import type { ReactNode } from 'react';

/** What to do when there is no mail at all. */
export function HowMailGetsIn(): ReactNode {
  return (
    <p>
      Mail comes in over SMTP or IMAP, or by <code>POST /api/emails</code>: the operations guide
      says how to set each up. Started with <code>SEED_DEMO=yes</code>, an empty server sends itself
      demonstration mail.
    </p>
  );
}
