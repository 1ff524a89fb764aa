/** What the address of this area may hold beside what every place has. */
export type EmailsSearch = Record<never, never>;

export const readEmailsSearch = (_search: Record<string, unknown>): EmailsSearch => ({});
