/** What the address of this area may hold beside what every place has. */
export type SystemSearch = Record<never, never>;

export const readSystemSearch = (_search: Record<string, unknown>): SystemSearch => ({});
