import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PolledConversation } from './polled-conversation.tsx';
import { conversationQuery } from './read-conversations.ts';

/** What the drawer shows of a conversation. */
export function ConversationPeek({ id }: { id: string }): ReactNode {
  return <PolledConversation query={useQuery(conversationQuery(id))} />;
}
