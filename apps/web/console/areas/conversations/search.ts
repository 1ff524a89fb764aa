/** What the address of this area may hold beside what every place has. */
export type ConversationsSearch = Record<never, never>;

export const readConversationsSearch = (
  _search: Record<string, unknown>,
): ConversationsSearch => ({});
