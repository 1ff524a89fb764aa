/** What the address of this area may hold beside what every place has. */
export type NotificationsSearch = Record<never, never>;

export const readNotificationsSearch = (
  _search: Record<string, unknown>,
): NotificationsSearch => ({});
