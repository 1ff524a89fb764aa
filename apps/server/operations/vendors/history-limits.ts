export const HISTORY_DAYS = 30;
/** Mails of one sender or domain that are counted at most. */
export const MOST_COUNTED = 100;
/** A vendor's events that are judged by: the latest ones. */
export const MOST_EVENTS = 500;
