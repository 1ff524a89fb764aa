import type { ConversationDetail } from '@deskbell/protocol';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../ui/states.tsx';
import { ConversationView } from './conversation-view.tsx';

/** A conversation as it was read last, and whether it cannot be read any more. */
export function PolledConversation(props: {
  query: UseQueryResult<ConversationDetail>;
}): ReactNode {
  const { query } = props;
  return (
    <Loaded query={query} skeletonRows={10}>
      {(conversation) => (
        <>
          {query.isError && (
            <p className="notice notice-problem" role="alert">
              {query.error.message} What you see was read earlier.
            </p>
          )}
          <ConversationView conversation={conversation} />
        </>
      )}
    </Loaded>
  );
}
