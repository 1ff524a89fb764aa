import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statusesBefore } from '../../../../server/bookings/booking-status.ts';
import { mailLink, phoneLink } from '../../ui/contact-links.ts';
import { adviceOn, type BookingStatus, nextStatuses } from './booking-steps.ts';
import { bookingStatuses, pickupDayOf } from './search.ts';

describe('the steps of a booking', () => {
  it('are those that the server takes, and all of them', () => {
    for (const to of bookingStatuses) {
      const from = bookingStatuses.filter((status) => nextStatuses[status].includes(to));
      assert.deepEqual(from, statusesBefore(to), to);
    }
  });

  it('are advised on by the day as well', () => {
    const on = (status: BookingStatus, pickup_date: string) =>
      adviceOn({ status, pickup_date }, '2026-11-22');
    assert.match(on('pending', '2026-11-22'), /send the payment link/);
    assert.match(on('confirmed', '2026-11-21'), /has passed and nothing has been paid/);
    assert.match(on('paid', '2026-11-21'), /has passed. Mark it as completed/);
    assert.doesNotMatch(on('cancelled', '2026-11-21'), /has passed/);
  });
});

describe('links to a customer', () => {
  it('dial what was written, an American number where there is no country', () => {
    assert.equal(phoneLink('(631) 555-0123'), 'tel:+16315550123');
    assert.equal(phoneLink('+44 20 7946 0958'), 'tel:+442079460958');
    assert.equal(phoneLink('631-555-0123 ext. 12'), 'tel:+16315550123');
    assert.equal(phoneLink('631-555-0123x5'), 'tel:+16315550123');
  });

  it('cannot add recipients or words to a mail', () => {
    assert.equal(
      mailLink('a?cc=eve@example.com&body=x@example.com', 'Your booking'),
      'mailto:a%3Fcc%3Deve@example.com%26body%3Dx%40example.com?subject=Your%20booking',
    );
  });
});

describe('a pickup day of an address', () => {
  it('is one of the calendar, in years that the server takes', () => {
    for (const text of ['0002-12-04', '2026-02-30', '2026-1-1', 'tomorrow', '', 20261204]) {
      assert.equal(pickupDayOf(text), undefined, String(text));
    }
    assert.equal(pickupDayOf('2026-12-04'), '2026-12-04');
  });
});
