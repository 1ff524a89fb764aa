/** What can be booked. A specialty item is booked inside a Standard Delivery. */
export type ServiceType = 'mini_move' | 'standard_delivery' | 'blade_transfer';

export type BookingStatus = 'pending' | 'confirmed' | 'paid' | 'completed' | 'cancelled';

export type PickupTime = 'morning' | 'morning_specific' | 'no_time_preference';

export interface Address {
  address_line_1: string;
  city: string;
  state: string;
  zip_code: string;
}
