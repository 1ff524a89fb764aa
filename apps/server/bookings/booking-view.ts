import type { Booking, StaffBooking } from '@deskbell/protocol';
import type { BookingRow } from './booking-store.ts';
import { formatPhone } from './check-contact.ts';

/** A booking as the customer who made it reads it. */
export function toBooking(row: BookingRow): Booking {
  return {
    number: row.number,
    status: row.status,
    service_type: row.service_type,
    details: row.details,
    pickup_date: row.pickup_date,
    pickup_time: row.pickup_time,
    pickup_hour: row.pickup_hour,
    pickup_address: row.pickup_address,
    delivery_address: row.delivery_address,
    special_instructions: row.special_instructions,
    price: {
      line_items: row.price_lines.map(({ label, amountCents }) => ({
        label,
        amount_cents: amountCents,
      })),
      total_cents: row.total_cents,
    },
    created_at: row.created_at.toISOString(),
  };
}

/** A booking as staff read it. */
export function toStaffBooking(row: BookingRow): StaffBooking {
  const { contact_name: name, contact_email: email, contact_phone: phone } = row;
  const isKept = name !== null && email !== null && phone !== null;
  return {
    ...toBooking(row),
    contact: isKept ? { name, email, phone: formatPhone(phone) } : null,
  };
}
