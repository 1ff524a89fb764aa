/**
 * Days someone asked about, first and last included; an end that is missing is open. `label` fits
 * behind a verb: "today", "in the last 7 days", "since Monday, November 16". With neither end it
 * means all there is, and its label is empty.
 */
export interface Span {
  from?: string;
  to?: string;
  label: string;
}

/** Which way a date without a year or a plain weekday points: mail came in, tasks fall due. */
export type Direction = 'past' | 'future';

/** The days as the tools take them. */
export function daysOf(span: Span | undefined): { from?: string; to?: string } {
  return {
    ...(span?.from === undefined ? {} : { from: span.from }),
    ...(span?.to === undefined ? {} : { to: span.to }),
  };
}
