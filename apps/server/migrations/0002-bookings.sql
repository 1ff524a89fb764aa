-- What the business sells, where, and what it told customers; and what they booked.
-- Prices and rules are rows: changing one needs no new version of the program.

-- One document per section: 'profile', 'mini_move', 'standard_delivery', 'specialty_item',
-- 'blade_transfer', 'booking'. bookings/catalogue.ts says what each must contain.
create table catalogue_sections (
  section text primary key,
  content jsonb not null,
  updated_at timestamptz not null default now()
);

create table service_areas (
  area text primary key,
  state text not null,
  zone text not null check (zone in ('core', 'surcharge')),
  surcharge_cents integer not null check (surcharge_cents >= 0),
  position integer not null
);

create table service_area_zip_codes (
  zip_code text primary key check (zip_code ~ '^[0-9]{5}$'),
  area text not null references service_areas (area) on update cascade on delete cascade
);

create table surcharge_rules (
  name text primary key,
  kind text not null check (kind in ('weekend', 'peak')),
  service_type text not null
    check (service_type in ('mini_move', 'standard_delivery', 'blade_transfer')),
  amount_cents integer not null check (amount_cents >= 0),
  days jsonb not null,
  position integer not null
);

create table policies (
  id text primary key,
  topic text not null,
  text text not null,
  position integer not null
);

-- A customer with an account has the id of the account; one who booked without signing in has
-- an id of its own. No foreign key: accounts belong to sign-in.
create table customers (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null,
  phone text,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index customers_email on customers (lower(email));

create sequence booking_numbers;

-- At least six digits; lpad alone would cut the seventh off and repeat a number.
create function next_booking_number() returns text language sql volatile as $$
  select 'TT-' || lpad(number::text, greatest(6, length(number::text)), '0')
  from nextval('booking_numbers') as number
$$;

create table bookings (
  id uuid primary key default gen_random_uuid(),
  number text not null unique default next_booking_number(),
  customer_id uuid not null references customers (id),
  status text not null default 'pending'
    check (status in ('pending', 'confirmed', 'paid', 'completed', 'cancelled')),
  service_type text not null
    check (service_type in ('mini_move', 'standard_delivery', 'blade_transfer')),
  -- The choices that only this kind of service has, named like the handoff's fields.
  details jsonb not null default '{}',
  pickup_date date not null,
  pickup_time text not null default 'morning'
    check (pickup_time in ('morning', 'morning_specific', 'no_time_preference')),
  -- The first hour of the chosen one: 8 means from 8 to 9 AM.
  pickup_hour smallint check (pickup_hour between 8 and 10),
  -- {address_line_1, city, state, zip_code}. Null at an airport.
  pickup_address jsonb,
  delivery_address jsonb,
  special_instructions text,
  total_cents integer not null check (total_cents >= 0),
  -- Made for the demonstration, moved along with the calendar; never a real customer's.
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((pickup_time = 'morning_specific') = (pickup_hour is not null))
);

-- A customer's newest bookings are the first entries of their part of this index.
create index bookings_of_customer on bookings (customer_id, created_at desc, id desc);
-- Availability asks only whether a day has some number of bookings; it never reads the rows.
create index bookings_of_day on bookings (pickup_date) where status <> 'cancelled';

-- When the demonstration was last laid around a day. No row: never.
create table demo_seed (
  is_only_row boolean primary key default true check (is_only_row),
  seeded_on date not null
);
