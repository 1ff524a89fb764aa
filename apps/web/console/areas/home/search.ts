/** What the address of this area may hold beside what every place has. */
export type HomeSearch = Record<never, never>;

export const readHomeSearch = (_search: Record<string, unknown>): HomeSearch => ({});
