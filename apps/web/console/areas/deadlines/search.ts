/** What the address of this area may hold beside what every place has. */
export type DeadlinesSearch = Record<never, never>;

export const readDeadlinesSearch = (_search: Record<string, unknown>): DeadlinesSearch => ({});
