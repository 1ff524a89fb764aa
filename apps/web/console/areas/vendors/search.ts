/** What the address of this area may hold beside what every place has. */
export type VendorsSearch = Record<never, never>;

export const readVendorsSearch = (_search: Record<string, unknown>): VendorsSearch => ({});
