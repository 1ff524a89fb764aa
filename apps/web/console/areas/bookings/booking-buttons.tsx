import type { StaffBooking } from '@deskbell/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { request } from '../../api/request.ts';
import { useChange } from '../../api/use-change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { type BookingStatus, nextStatuses, stepWords } from './booking-steps.ts';
import { bookingQuery } from './read-bookings.ts';

/** The steps that a booking may take now. What is refused is said beside them. */
export function BookingButtons(props: {
  booking: StaffBooking;
  /** The button that was pressed may be gone: the focus is to go elsewhere. */
  onChanged: () => void;
}): ReactNode {
  const { booking, onChanged } = props;
  const { number, status } = booking;
  const client = useQueryClient();
  const { queryKey } = bookingQuery(number);
  const [isCancelling, setIsCancelling] = useState(false);
  const { run, isRunning, error } = useChange<BookingStatus, StaffBooking>({
    change: (to) =>
      request<StaffBooking>(`/api/bookings/${encodeURIComponent(number)}`, {
        method: 'PATCH',
        body: { status: to },
      }),
    invalidates: [['bookings'], ['overview']],
    done: (changed) => `${changed.number} is ${changed.status} now.`,
    onDone: (changed) => client.setQueryData(queryKey, changed),
    isErrorShown: true,
  });
  const changeTo = async (to: BookingStatus): Promise<void> => {
    if (isRunning) return;
    // Somebody else may have been faster: what is shown is as it is.
    if ((await run(to)) === undefined) void client.invalidateQueries({ queryKey });
    // Nothing can take the focus while a modal dialog is open.
    flushSync(() => setIsCancelling(false));
    onChanged();
  };

  const steps = nextStatuses[status];
  return (
    <>
      {error !== undefined && (
        <p className="notice notice-problem" role="alert">
          {error}
        </p>
      )}
      {steps.length > 0 && (
        <div className="row">
          {steps.map((to, place) => (
            <button
              key={to}
              type="button"
              className={
                place === 0
                  ? 'button button-primary'
                  : to === 'cancelled'
                    ? 'button button-danger'
                    : 'button'
              }
              aria-disabled={isRunning}
              onClick={() => (to === 'cancelled' ? setIsCancelling(true) : void changeTo(to))}
            >
              {stepWords[to]}
            </button>
          ))}
        </div>
      )}
      <Dialog
        title={`Cancel ${number}?`}
        isOpen={isCancelling}
        onClose={() => setIsCancelling(false)}
      >
        <p>
          Nobody will come for it, and this cannot be taken back. The customer is not told by
          itself: call or write to them.
        </p>
        {status === 'paid' && <p>It has been paid: the money is to be sent back by you.</p>}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setIsCancelling(false)}>
            Keep it
          </button>
          <button
            type="button"
            className="button button-danger"
            aria-disabled={isRunning}
            onClick={() => void changeTo('cancelled')}
          >
            Cancel the booking
          </button>
        </div>
      </Dialog>
    </>
  );
}
