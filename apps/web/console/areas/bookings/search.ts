/** What the address of this area may hold beside what every place has. */
export type BookingsSearch = Record<never, never>;

export const readBookingsSearch = (_search: Record<string, unknown>): BookingsSearch => ({});
