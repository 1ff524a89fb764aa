import type { ReactNode } from 'react';

/** What the drawer shows of a conversation. */
export function ConversationPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
