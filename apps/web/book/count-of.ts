/**
 * The count that somebody wrote: a whole number from 0 to `max`. A fraction is rounded and what is
 * below 0 is 0, as the field shows once it is left; undefined for what is no number.
 */
export const countOf = (text: string, max: number): number | undefined => {
  const written = text.trim().replace(',', '.').replace('\u2212', '-');
  if (!/^-?\d*\.?\d*$/.test(written) || !/\d/.test(written)) return undefined;
  return Math.min(max, Math.max(0, Math.round(Number(written))));
};
