/** What the address of this area may hold beside what every place has. */
export type ExecutionsSearch = Record<never, never>;

export const readExecutionsSearch = (_search: Record<string, unknown>): ExecutionsSearch => ({});
