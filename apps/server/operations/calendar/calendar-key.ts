import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What lets a calendar program read the feed without signing in. It follows from the server's secret:
 * changing that one ends every subscription.
 */
export function calendarKey(secret: string): string {
  return createHmac('sha256', secret).update('deskbell calendar feed').digest('base64url');
}

/** Compares in constant time. */
export function isCalendarKey(given: string, key: string): boolean {
  const [one, other] = [given, key].map((text) => createHmac('sha256', key).update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
