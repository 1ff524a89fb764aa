const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const longDate = formatter({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
const monthAndYear = formatter({ month: 'long', year: 'numeric' });

/** '$1,234' or '$1,234.50'. */
export const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  });

const asDate = (date: string): Date | undefined => {
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) ? undefined : read;
};

/** 'Thursday, December 24, 2026'; what is no date is given back as it is. */
export const dateInWords = (date: string): string => {
  const read = asDate(date);
  return read === undefined ? date : longDate.format(read);
};

/** 'December 2026', of a month as '2026-12'. */
export const monthInWords = (month: string): string => {
  const read = asDate(`${month}-01`);
  return read === undefined ? month : monthAndYear.format(read);
};

/** '2:30 PM', of '14:30'. */
export const timeInWords = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour < 12 ? 'AM' : 'PM';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`;
};

/** '8 to 9 AM', of 8. */
export const hourInWords = (hour: number): string => {
  const half = (at: number) => (at < 12 ? 'AM' : 'PM');
  const clock = (at: number) => (at % 12 === 0 ? 12 : at % 12);
  const start = half(hour) === half(hour + 1) ? '' : ` ${half(hour)}`;
  return `${clock(hour)}${start} to ${clock(hour + 1)} ${half(hour + 1)}`;
};
