const DAY_MS = 24 * 60 * 60 * 1000;
const TUESDAY = 2;

/** A Tuesday some weeks ahead, which can be booked online; `spoken` as in 'December 15'. */
export function pickupDay(weeks = 3): { date: string; spoken: string } {
  const day = new Date(Date.now() + weeks * 7 * DAY_MS);
  day.setUTCDate(day.getUTCDate() + ((TUESDAY - day.getUTCDay() + 7) % 7));
  return {
    date: day.toISOString().slice(0, 10),
    spoken: day.toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' }),
  };
}
