import { dateInWords, dollars } from './in-words.ts';
import type { Receipt } from './receipt.ts';
import { useWizard } from './wizard-context.ts';

/** Such as 'tel:6315955100'; letters and punctuation are for people. */
const phoneHref = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;

/** The booking is made: its number, and what happens next. */
export const Booked = ({ receipt }: { receipt: Receipt }) => {
  const { store, state, options } = useWizard();
  const { phone, email } = options.profile;
  const call = (
    <a class="phone" href={phoneHref(phone)}>
      {phone}
    </a>
  );
  return (
    <div class="card booked">
      <p class="booked-number">
        <span class="booked-label">Your booking number</span>
        <strong>{receipt.number}</strong>
      </p>
      {receipt.isEarlierOrder && (
        <p class="notice">
          This booking was already made by your first try, before your last changes. To change it,
          call {call} and say the number.
        </p>
      )}
      <p class="booked-facts">
        {dateInWords(receipt.pickupDate)} · {dollars(receipt.totalCents)}
      </p>
      <dl class="booked-order">
        {[...receipt.facts, ...receipt.personalFacts].map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <h2>What happens next</h2>
      <ol class="booked-next">
        <li>
          We send a payment link to{' '}
          {receipt.email === '' ? 'your e‑mail address' : <strong>{receipt.email}</strong>}.
        </li>
        <li>Once it is paid, your booking is confirmed for the day.</li>
        <li>
          Anything to change or to ask? Call {call} or write to{' '}
          <a href={`mailto:${email}`}>{email}</a>, with your number.
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
        <button type="button" class="button button-quiet" onClick={() => print()}>
          Print this page
        </button>
      </p>
    </div>
  );
};
