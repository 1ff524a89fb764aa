-- Staff are told of a booking by the outbox that tells them of mail, and its customer gets a
-- confirmation.

alter table notifications
  alter column action_id drop not null,
  alter column execution_id drop not null,
  -- What it is about when no mail is behind it. Who deletes a booking deletes what was said of it.
  add column booking_number text references bookings (number) on delete cascade,
  -- Where an answer goes. Null: to the sender.
  add column reply_to text,
  drop constraint notifications_channel_check,
  -- A channel of its own: a server from before it sends no customer's confirmation to the staff.
  add check (channel in ('email', 'webhook', 'console', 'customer_email')),
  add check (num_nonnulls(action_id, booking_number) = 1),
  add check ((action_id is null) = (execution_id is null)),
  add check (channel <> 'customer_email' or (booking_number is not null and recipient is not null)),
  -- One of each configured channel.
  add unique (booking_number, channel);
