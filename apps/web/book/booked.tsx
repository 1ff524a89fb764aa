import { dateInWords, dollars } from './in-words.ts';
import { useWizard } from './wizard-context.ts';
import type { Receipt } from './wizard-state.ts';

/** The booking is made: its number, and what happens next. */
export const Booked = ({ receipt }: { receipt: Receipt }) => {
  const { store, state, options } = useWizard();
  const { phone, email } = options.profile;
  return (
    <div class="card booked">
      <p class="booked-number">
        <span class="booked-label">Your booking number</span>
        <strong>{receipt.number}</strong>
      </p>
      {receipt.isEarlierOrder && (
        <p class="notice">
          This booking was already made by your first try, before your last changes. To change it,
          call <span class="phone">{phone}</span> and say the number.
        </p>
      )}
      <p class="booked-facts">
        {dateInWords(receipt.pickupDate)} · {dollars(receipt.totalCents)}
      </p>
      <h2>What happens next</h2>
      <ol class="booked-next">
        <li>
          We send a payment link to{' '}
          {receipt.email === '' ? 'your e‑mail address' : <strong>{receipt.email}</strong>}. Nothing
          has been charged yet.
        </li>
        <li>When it is paid, your booking is confirmed for the day.</li>
        <li>
          Anything to change or to ask? Call <span class="phone">{phone}</span> or write to {email},
          with your number.
        </li>
      </ol>
      <p class="actions">
        <button type="button" class="button" onClick={store.bookAnother}>
          Add another booking
        </button>
        {state.session.kind === 'signed_in' ? (
          <a class="button button-quiet" href="/dashboard">
            My bookings
          </a>
        ) : (
          <a class="button button-quiet" href="/">
            To the home page
          </a>
        )}
      </p>
    </div>
  );
};
