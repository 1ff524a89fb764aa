import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/states.tsx';
import { calendarLinkQuery } from './read-deadlines.ts';

/** The address of the deadlines for calendar programs, and what to do with it. */
export function SubscribeDialog(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="Deadlines in your calendar" {...props}>
      <CalendarLink />
    </Dialog>
  );
}

function CalendarLink(): ReactNode {
  const id = useId();
  const query = useQuery(calendarLinkQuery);
  return (
    <Loaded query={query} skeletonRows={3}>
      {(url) => (
        <>
          <div className="field">
            <label htmlFor={id}>Address</label>
            <div className="address-line">
              <input
                id={id}
                className="input mono"
                readOnly
                value={url}
                aria-describedby={`${id}-warning`}
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <CopyButton text={url} label="Copy the address" />
            </div>
          </div>
          <div className="notice notice-problem" id={`${id}-warning`}>
            <p>
              <strong>Whoever has this address can read all deadlines</strong>, without signing in.
              Give it to nobody outside the business.
            </p>
          </div>
          <dl className="calendar-steps">
            <dt>Google Calendar</dt>
            <dd>Other calendars, +, From URL: paste the address.</dd>
            <dt>Apple Calendar</dt>
            <dd>File, New Calendar Subscription: paste the address.</dd>
            <dt>Outlook</dt>
            <dd>Add calendar, Subscribe from web: paste the address.</dd>
          </dl>
          <p className="muted">
            The calendar follows by itself, as often as the program asks. It cannot be changed from
            there.
          </p>
        </>
      )}
    </Loaded>
  );
}
