import { present, textOf } from '../../search.ts';

/** What the address of this area may hold beside what every place has. */
export interface NotificationsSearch {
  /** The id of the one whose text is shown. */
  shown?: string;
}

export const readNotificationsSearch = (search: Record<string, unknown>): NotificationsSearch =>
  present({ shown: textOf(search.shown)?.slice(0, 100) });
