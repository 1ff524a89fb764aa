/** What the address of this area may hold beside what every place has. */
export type AgentsSearch = Record<never, never>;

export const readAgentsSearch = (_search: Record<string, unknown>): AgentsSearch => ({});
