/** What the address of this area may hold beside what every place has. */
export type SettingsSearch = Record<never, never>;

export const readSettingsSearch = (_search: Record<string, unknown>): SettingsSearch => ({});
