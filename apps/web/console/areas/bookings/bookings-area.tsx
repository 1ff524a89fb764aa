import type { StaffBooking } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '../../../book/calendar-month.ts';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Badge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayCents } from '../../ui/figures.ts';
import { FilterBar, SearchFilter, SelectFilter } from '../../ui/filter-bar.tsx';
import { When } from '../../ui/when.tsx';
import { sayDate, sayName } from '../executions/finding.ts';
import { useToday } from '../tasks/use-today.ts';
import { statusTones } from './booking-steps.ts';
import { routeOf, sayService, saySize, sayWindow } from './booking-words.ts';
import { DayFilter } from './day-filter.tsx';
import { isByPickup, isPickedUpBefore, matchesFilters, readBookings } from './read-bookings.ts';
import { type BookingsSearch, bookingStatuses, readBookingsSearch } from './search.ts';
import '../executions/mails.css';
import './bookings.css';

const columns: readonly Column<StaffBooking>[] = [
  {
    id: 'number',
    header: 'Number',
    width: '9rem',
    isPrimary: true,
    cell: ({ number, created_at }) => <TwoLines first={number} second={<When at={created_at} />} />,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(0, 1.1fr)',
    cell: ({ contact }) =>
      contact === null ? (
        <span className="muted">not kept</span>
      ) : (
        <TwoLines first={contact.name} second={contact.email} />
      ),
  },
  {
    id: 'service',
    header: 'Service',
    width: '9.75rem',
    cell: (booking) => <TwoLines first={sayService(booking)} second={saySize(booking)} />,
    isSecondary: true,
  },
  {
    id: 'pickup',
    header: 'Pickup',
    width: '9.5rem',
    cell: (booking) => (
      <span className="mail-cell booking-pickup">
        <span>{sayDate(booking.pickup_date)}</span>
        <span className="mail-sender">{sayWindow(booking)}</span>
      </span>
    ),
  },
  {
    id: 'route',
    header: 'From and to',
    width: 'minmax(0, 1fr)',
    cell: RouteCell,
    isSecondary: true,
  },
  {
    id: 'total',
    header: 'Total',
    width: '6.25rem',
    align: 'end',
    cell: ({ price }) => sayCents(price.total_cents),
  },
  {
    id: 'status',
    header: 'Status',
    width: '6.75rem',
    cell: ({ status }) => <Badge tone={statusTones[status]}>{status}</Badge>,
  },
];

/** What customers have booked; newest first, or by pickup day. */
export function BookingsArea(): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const { status, pickup_from, pickup_to, q } = useSearch({ from: '/bookings' });
  const filters: BookingsSearch = present({ status, pickup_from, pickup_to, q });
  const peek = usePeek();
  const list = useLiveList<StaffBooking>({
    queryKey: ['bookings', filters],
    kind: 'bookings',
    read: (page) => readBookings(filters, page),
    idOf,
    matches: matchesFilters(filters),
    ...(isByPickup(filters) && { comesBefore: isPickedUpBefore }),
  });
  const filterBy = (change: Partial<Record<keyof BookingsSearch, string | undefined>>): void =>
    void navigate({
      to: '/bookings',
      search: ({ session, peek }) =>
        present({ session, peek, ...readBookingsSearch({ ...filters, ...change }) }),
      replace: true,
    });
  const open = ({ number }: StaffBooking): void => peek.open({ kind: 'booking', id: number });
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <>
      <AreaHead title="Bookings">
        <a className="button" href="/book">
          Booking form
        </a>
      </AreaHead>
      <FilterBar>
        <SearchFilter
          label="Number, or start of a name or e-mail"
          value={q}
          onChange={(words) => filterBy({ q: words })}
        />
        <SelectFilter
          label="Status"
          value={status}
          options={bookingStatuses.map((value) => ({ value, label: sayName(value) }))}
          onChange={(value) => filterBy({ status: value })}
        />
        <DayFilter
          label="Pickup from"
          value={pickup_from}
          onChange={(day) => filterBy({ pickup_from: day })}
        />
        <DayFilter
          label="Pickup until"
          value={pickup_to}
          onChange={(day) => filterBy({ pickup_to: day })}
        />
        <button
          type="button"
          className="button"
          onClick={() => filterBy({ pickup_from: today, pickup_to: addDays(today, 6) })}
        >
          Next 7 days
        </button>
        {isFiltered && (
          <button type="button" className="button button-quiet" onClick={() => filterBy(noFilters)}>
            Clear
          </button>
        )}
      </FilterBar>
      <DataTable
        label={isByPickup(filters) ? 'Bookings, earliest pickup first' : 'Bookings, newest first'}
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={open}
        onPeek={open}
        hrefOf={({ number }) => `/staff/bookings?peek=booking:${number}`}
        empty={
          isFiltered
            ? {
                title: 'No booking like that',
                next: (
                  <button type="button" className="button" onClick={() => filterBy(noFilters)}>
                    Show all bookings
                  </button>
                ),
              }
            : {
                title: 'No bookings yet',
                next: (
                  <p>
                    Customers book on the website’s <a href="/book">booking form</a>, or through the
                    chat. Try it yourself to see one arrive here.
                  </p>
                ),
              }
        }
      />
    </>
  );
}

const noFilters: Record<keyof BookingsSearch, undefined> = {
  status: undefined,
  pickup_from: undefined,
  pickup_to: undefined,
  q: undefined,
};

const idOf = ({ number }: StaffBooking): string => number;

function TwoLines({ first, second }: { first: string; second: ReactNode }): ReactNode {
  return (
    <span className="mail-cell">
      <span className="mail-subject">{first}</span>
      {second !== undefined && <span className="mail-sender">{second}</span>}
    </span>
  );
}

function RouteCell(booking: StaffBooking): ReactNode {
  const { from, to } = routeOf(booking);
  return (
    <span className="mail-cell">
      <span>{from}</span>
      <span className="mail-sender">to {to}</span>
    </span>
  );
}
