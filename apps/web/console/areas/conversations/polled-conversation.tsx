import type { ConversationDetail } from '@deskbell/protocol';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Loaded } from '../../ui/states.tsx';
import { ConversationView } from './conversation-view.tsx';

/** A conversation as it was read last, and whether it cannot be read any more. */
export function PolledConversation(props: {
  query: UseQueryResult<ConversationDetail>;
}): ReactNode {
  const { query } = props;
  return (
    <>
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={10}>
        {(conversation) => <ConversationView conversation={conversation} />}
      </Loaded>
    </>
  );
}
