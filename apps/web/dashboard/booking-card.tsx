import type { Booking } from '@deskbell/protocol';
import { dateInWords, dollars } from '../book/in-words.ts';
import { isUpcoming, statusWords } from './booking-status.ts';
import { detailLines, routeOf, serviceInWords, timeWindowInWords } from './booking-words.ts';
import type { BusinessWords } from './business-words.ts';
import { CopyButton } from './copy-button.tsx';

interface Props {
  booking: Booking;
  /** The business's day. */
  today: string;
  business: BusinessWords;
}

const Place = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </dd>
  </div>
);

export const BookingCard = ({ booking, today, business }: Props) => {
  const { number, status, price } = booking;
  const words = statusWords(booking, today);
  const route = routeOf(booking);
  const details = detailLines(booking);
  const titleId = `booking-${number}`;
  return (
    <article class="card booking" aria-labelledby={titleId}>
      <header class="booking-head">
        <div>
          <h3 id={titleId}>{serviceInWords(booking, business)}</h3>
          <p class="booking-number">
            <span>{number}</span>
            <CopyButton text={number} label={`Copy the number ${number}`} />
          </p>
        </div>
        <span class="status-chip" data-status={status}>
          {words.chip}
        </span>
      </header>
      <p class="booking-when">
        <strong>{dateInWords(booking.pickup_date)}</strong>
        {isUpcoming(booking, today) && <span>{timeWindowInWords(booking, business.morning)}</span>}
      </p>
      <p class="booking-next">{words.next}</p>
      <dl class="booking-route">
        <Place label="From" lines={route.from} />
        <Place label="To" lines={route.to} />
      </dl>
      <details class="disclosure booking-more">
        <summary>
          <span>Details and price</span>
          <strong>{dollars(price.total_cents)}</strong>
        </summary>
        {details.length > 0 && (
          <dl class="booking-lines">
            {details.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <dl class="booking-lines booking-price">
          {price.line_items.map(({ label, amount_cents }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same, such as a surcharge for each address.
            <div key={index}>
              <dt>{label}</dt>
              <dd>{dollars(amount_cents)}</dd>
            </div>
          ))}
          <div class="is-total">
            <dt>Total</dt>
            <dd>{dollars(price.total_cents)}</dd>
          </div>
        </dl>
      </details>
      <div class="actions">
        <button
          type="button"
          class="button button-quiet button-small"
          data-deskbell-ask={`What is the status of my booking ${number}?`}
        >
          Ask about this booking
          <span class="visually-hidden"> {number}</span>
        </button>
      </div>
    </article>
  );
};
