import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';
import { PolledConversation } from './polled-conversation.tsx';
import { conversationQuery } from './read-conversations.ts';
import '../executions/mails.css';

/** One conversation of the front desk, read again while it can be seen. */
export function ConversationPage(): ReactNode {
  const { id } = useParams({ from: '/conversations/$id' });
  const query = useQuery(conversationQuery(id));
  const name = query.data?.customer?.name;
  return (
    <>
      <p className="back-link">
        <Link to="/conversations">All conversations</Link>
      </p>
      <AreaHead title={name === undefined ? 'Conversation' : `Conversation with ${name}`} />
      <PolledConversation query={query} />
    </>
  );
}
