import { type Email, textOf } from '../../mail/email.ts';
import { findDates } from './dates/find-dates.ts';

const MS_PER_DAY = 86_400_000;
/** Older mail is read too (an archive is uploaded); a date before that is a clock that was never set. */
const OLDEST_DAYS = 5 * 366;
/** Clocks and time zones differ; a mail from the day after tomorrow is wrong about its date. */
const AHEAD_DAYS = 1;

/**
 * What "today" is in a mail: when it was sent, or, when its Date header is missing or not credible,
 * when it was accepted. Never the time of reading.
 */
export function baseTimeOf({ envelope, acceptedAt }: Pick<Email, 'envelope' | 'acceptedAt'>): Date {
  const { sentAt } = envelope;
  if (sentAt === null) return acceptedAt;
  const ageDays = (acceptedAt.getTime() - sentAt.getTime()) / MS_PER_DAY;
  return ageDays >= -AHEAD_DAYS && ageDays <= OLDEST_DAYS ? sentAt : acceptedAt;
}

const HEADER_LINE = /^[>*\s]{0,4}(?:date|sent|on)\s?:\*?\s{0,3}(\S.{4,80})$/i;

/**
 * What "today" is in text that was forwarded: the date its header line gives, if it is not after
 * `base`; else `base`.
 */
export function forwardedBaseTime(
  email: Pick<Email, 'segments'>,
  base: Date,
  timezone: string,
): Date {
  const lines = textOf(email, ['forwarded']).slice(0, 2_000).split('\n', 15);
  for (const line of lines) {
    const written = HEADER_LINE.exec(line.trim())?.[1];
    if (written === undefined) continue;
    const mention = findDates({ text: written, base, timezone }).find(
      ({ source, kind }) => source === 'calendar' && kind === 'day',
    );
    if (mention === undefined || mention.date === null) continue;
    // Noon UTC is the same day nearly everywhere.
    const day = new Date(`${mention.date}T12:00:00Z`);
    return day <= base ? day : base;
  }
  return base;
}
