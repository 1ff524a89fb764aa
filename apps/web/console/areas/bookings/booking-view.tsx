import type { StaffBooking } from '@deskbell/protocol';
import { type ReactNode, useRef } from 'react';
import { dateInWords } from '../../../book/in-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { mailLink, phoneLink } from '../../ui/contact-links.ts';
import { Facts } from '../../ui/definition-list.tsx';
import { sayCents } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { When } from '../../ui/when.tsx';
import { useToday } from '../tasks/use-today.ts';
import { BookingButtons } from './booking-buttons.tsx';
import { adviceOn, statusTones } from './booking-steps.ts';
import { detailFacts, placeLines, sayService, sayWindow } from './booking-words.ts';
import './bookings.css';

/** Everything about one booking, and what can become of it. */
export function BookingView({ booking }: { booking: StaffBooking }): ReactNode {
  const { number, status, contact, details, special_instructions } = booking;
  const today = useToday();
  const advice = useRef<HTMLParagraphElement>(null);
  return (
    <div className="stack">
      <div className="row row-apart">
        <h3 className="booking-title">
          {number}: {sayService(booking)}
        </h3>
        <Badge tone={statusTones[status]}>{status}</Badge>
      </div>
      <p ref={advice} tabIndex={-1}>
        {adviceOn(booking, today)}
      </p>
      <BookingButtons booking={booking} onChanged={() => advice.current?.focus()} />
      <Panel title="Customer">
        {contact === null ? (
          <p className="muted">Who it is for was not kept when this booking was made.</p>
        ) : (
          <div className="booking-contact">
            <Facts
              items={[
                { term: 'Name', value: <bdi>{contact.name}</bdi> },
                {
                  term: 'Phone',
                  value: (
                    <a className="booking-link" href={phoneLink(contact.phone)}>
                      {contact.phone}
                    </a>
                  ),
                },
                {
                  term: 'E-mail',
                  value: (
                    <a
                      className="booking-link"
                      href={mailLink(contact.email, `Your booking ${number}`)}
                    >
                      {contact.email}
                    </a>
                  ),
                },
              ]}
            />
          </div>
        )}
      </Panel>
      <Panel title="What, when and where">
        <Facts
          items={[
            { term: 'Pickup', value: dateInWords(booking.pickup_date) },
            { term: 'Time', value: sayWindow(booking) },
            {
              term: 'From',
              value: <Place lines={placeLines(booking.pickup_address, details)} />,
            },
            { term: 'To', value: <Place lines={placeLines(booking.delivery_address, details)} /> },
            ...detailFacts(booking).map(({ term, value }) => ({
              term,
              value: value === undefined ? undefined : <bdi>{value}</bdi>,
            })),
            { term: 'Booked', value: <When at={booking.created_at} /> },
          ]}
        />
        {special_instructions !== null && (
          <div className="stack-tight">
            <h3>Special instructions</h3>
            <p className="plain-text booking-words">{special_instructions}</p>
          </div>
        )}
      </Panel>
      <Panel title="Price">
        <BookingPrice booking={booking} />
      </Panel>
    </div>
  );
}

function Place({ lines }: { lines: readonly string[] }): ReactNode {
  return lines.map((line) => (
    <span key={line} className="booking-line" dir="auto">
      {line}
    </span>
  ));
}

function BookingPrice({ booking: { number, price } }: { booking: StaffBooking }): ReactNode {
  return (
    <table className="booking-price" aria-label={`Price of ${number}`}>
      <tbody>
        {price.line_items.map(({ label, amount_cents }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may come twice
          <tr key={place}>
            <th scope="row">{label}</th>
            <td>{sayCents(amount_cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{sayCents(price.total_cents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
