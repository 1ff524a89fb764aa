import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Address, BookingStatus, PickupTime, ServiceType } from './booking.ts';
import type { SurchargeDay } from './catalogue.ts';
import type { PriceLine } from './estimate-price.ts';

type Json<Value extends object | null> = JSONColumnType<Value, string, string>;

/** The tables of migrations 0002 and 0007 that bookings are in, as Kysely sees them. `date` columns are 'YYYY-MM-DD'. */
export interface BookingTables {
  catalogue_sections: {
    section: string;
    content: ColumnType<unknown, string, string>;
    updated_at: Generated<Date>;
  };
  service_areas: {
    area: string;
    state: string;
    zone: 'core' | 'surcharge';
    surcharge_cents: number;
    position: number;
  };
  service_area_zip_codes: { zip_code: string; area: string };
  surcharge_rules: {
    name: string;
    kind: 'weekend' | 'peak';
    service_type: ServiceType;
    amount_cents: number;
    days: Json<SurchargeDay[]>;
    position: number;
  };
  policies: { id: string; topic: string; text: string; position: number };
  customers: {
    id: Generated<string>;
    name: string;
    email: string;
    phone: string | null;
    is_demo: Generated<boolean>;
    created_at: Generated<Date>;
  };
  bookings: {
    id: Generated<string>;
    number: Generated<string>;
    customer_id: string;
    status: Generated<BookingStatus>;
    service_type: ServiceType;
    details: Json<Record<string, unknown>>;
    pickup_date: CalendarDate;
    pickup_time: Generated<PickupTime>;
    pickup_hour: number | null;
    pickup_address: ColumnType<Address | null, string | null, string | null>;
    delivery_address: ColumnType<Address | null, string | null, string | null>;
    special_instructions: string | null;
    total_cents: number;
    price_lines: ColumnType<PriceLine[], string | undefined, string>;
    contact_name: string | null;
    contact_email: string | null;
    contact_phone: string | null;
    idempotency_key: string | null;
    request_hash: string | null;
    is_demo: Generated<boolean>;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  demo_seed: { is_only_row: Generated<boolean>; seeded_on: CalendarDate };
}
