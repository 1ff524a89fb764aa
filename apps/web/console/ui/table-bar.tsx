import type { ReactNode } from 'react';
import { useShortcut } from '../keys/use-shortcut.ts';
import type { LiveList } from '../live/live-list.ts';
import { sayCount } from './figures.ts';
import { When } from './when.tsx';

const MOST_SAID = 100;

/** Above a table: how many rows there are, what waits, and whether it could not be read again. */
export function TableBar({ list }: { list: LiveList<unknown> }): ReactNode {
  const { rows, hasMore, waiting, readAtMs } = list;
  const count = waiting > MOST_SAID ? `${MOST_SAID}+` : String(waiting);
  useShortcut({
    key: '.',
    label: 'Show new rows',
    group: 'Lists',
    isActive: waiting > 0,
    run: list.showWaiting,
  });
  return (
    <div className="table-bar">
      {list.status === 'error' ? (
        <div className="table-bar-problem" role="alert">
          <span>
            {list.error}
            {readAtMs !== undefined && (
              <>
                {' '}
                What you see is from <When at={new Date(readAtMs).toISOString()} />.
              </>
            )}
          </span>
          <button type="button" className="button" onClick={list.retry}>
            Try again
          </button>
        </div>
      ) : (
        rows.length > 0 && (
          <p className="muted">
            {hasMore ? `First ${sayCount(rows.length)}` : `${sayCount(rows.length)} in all`}
          </p>
        )
      )}
      {waiting > 0 && (
        <button
          type="button"
          className="button button-primary table-bar-new"
          aria-keyshortcuts="."
          onClick={list.showWaiting}
        >
          {count} new
        </button>
      )}
      <span className="visually-hidden" role="status">
        {waiting > 0 ? 'New rows wait above the list.' : ''}
      </span>
    </div>
  );
}
