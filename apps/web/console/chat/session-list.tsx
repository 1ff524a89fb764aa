import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Icon } from '../ui/icon.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';
import { deleteSession, MOST_SESSIONS, readSessions, type SessionSummary } from './chat-api.ts';
import { titleLine } from './citations.ts';

interface SessionListProps {
  /** The session that is shown. */
  current: string | undefined;
  /** Undefined: a new one. */
  onOpen: (sessionId: string | undefined) => void;
}

const countWords = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);

function SessionRow(
  props: SessionListProps & { session: SessionSummary; onDeleted: () => void },
): ReactNode {
  const { session, current, onOpen } = props;
  const [isAsking, setIsAsking] = useState(false);
  const wasAsking = useRef(false);
  const remove = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasAsking.current && !isAsking) remove.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const title = titleLine(session.metadata.title ?? 'Nothing asked yet');
  const removal = useChange({
    change: () => deleteSession(session.id),
    invalidates: [['sessions']],
    done: 'The conversation was deleted.',
    onDone: () => {
      props.onDeleted();
      if (session.id === current) onOpen(undefined);
    },
  });
  if (isAsking) {
    return (
      <li
        className="session session-asking"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setIsAsking(false);
        }}
      >
        <p>
          Delete “<span dir="auto">{title}</span>” with everything said in it?
        </p>
        <div className="row">
          <button
            type="button"
            className="button button-danger button-small"
            aria-disabled={removal.isRunning}
            onClick={() => {
              if (!removal.isRunning) void removal.run();
            }}
          >
            Delete
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
            autoFocus
            onClick={() => setIsAsking(false)}
          >
            Keep
          </button>
        </div>
      </li>
    );
  }
  return (
    <li className="session">
      <button
        type="button"
        className="session-open"
        aria-current={session.id === current ? 'true' : undefined}
        onClick={() => onOpen(session.id)}
      >
        <span className="session-title" dir="auto">
          {title}
        </span>
        <span className="session-facts">
          <When at={session.last_activity} /> · {countWords(session.message_count)}
        </span>
      </button>
      <button
        ref={remove}
        type="button"
        className="button button-quiet button-icon"
        aria-label={`Delete ${title}`}
        onClick={() => setIsAsking(true)}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}

/** Earlier conversations, in the place of the one that is shown. */
export function SessionList({ current, onOpen }: SessionListProps): ReactNode {
  const query = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => readSessions(signal),
    staleTime: 0,
  });
  const [heading, setHeading] = useState<HTMLHeadingElement | null>(null);
  return (
    <div className="session-list">
      <h3 ref={setHeading} tabIndex={-1}>
        Conversations
      </h3>
      <Loaded
        query={query}
        isEmpty={(sessions) => sessions.length === 0}
        empty={
          <EmptyState title="No conversations yet">
            What you ask is kept here, for you alone.
          </EmptyState>
        }
      >
        {(sessions) => (
          <>
            <ul className="sessions">
              {sessions.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  current={current}
                  onOpen={onOpen}
                  onDeleted={() => heading?.focus()}
                />
              ))}
            </ul>
            {sessions.length >= MOST_SESSIONS && (
              <p className="muted">The latest {MOST_SESSIONS} are listed.</p>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
