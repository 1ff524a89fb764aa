import type { PriceLine } from './check-price-of.ts';
import type { BookingStatus } from './claim.ts';

/** One tool result of the turn. `content` is what the model was given, usually JSON. */
export interface GroundingResult {
  tool: string;
  /** What the model had asked with; what it wrote itself proves nothing. */
  input?: unknown;
  content: string;
  isError: boolean;
}

export interface KnownDay {
  isBusy: boolean;
  isBlocked: boolean;
}

export interface KnownBooking {
  number: string;
  status: BookingStatus;
  day: string;
  service: string;
}

/** What the results of a turn say, by the shape of their fields. */
export interface ReadResults {
  days: Map<string, KnownDay>;
  bookings: KnownBooking[];
  hasBookings: boolean;
  hasHandover: boolean;
  /** ISO days that a hand-over was prepared with. */
  preparedDays: Set<string>;
  zipCodes: Map<string, { isServed: boolean; hasSurcharge: boolean }>;
  /** Whether an estimate has a line for a surcharge of an address; undefined: no estimate. */
  hasAreaSurcharge: boolean | undefined;
  /** Numbers in fields of money, in cents. */
  cents: Set<number>;
  /** Those of them that are the whole of something, and the lines of computed prices. */
  totals: Set<number>;
  lines: PriceLine[];
  /** Numbers of bookings, by what is counted: 'completed'. */
  counts: Map<string, number>;
  /** Numbers in fields of shares, 0 to 1, as whole percentages. */
  percents: Set<number>;
  /** Texts in them that the model did not write itself. */
  texts: string[];
}

const IS_MONEY_FIELD = /amount|total|price|cost|fee|charge|spent|paid|balance|due/i;
const IS_COUNT_FIELD = /bookings|count|items/i;
const IS_SHARE_FIELD = /confidence|share|reliability/i;
const IS_CENTS_FIELD = /cents$/i;
const ECHO_MIN_CHARACTERS = 2;

type Fields = Record<string, unknown>;

export function readResults(results: readonly GroundingResult[]): ReadResults {
  const read: ReadResults = {
    days: new Map(),
    bookings: [],
    hasBookings: false,
    hasHandover: false,
    preparedDays: new Set(),
    zipCodes: new Map(),
    hasAreaSurcharge: undefined,
    cents: new Set(),
    totals: new Set(),
    lines: [],
    counts: new Map(),
    percents: new Set(),
    texts: [],
  };
  for (const result of results) {
    const content = parse(result.content);
    const said = leavesOf(result.input).filter(({ length }) => length >= ECHO_MIN_CHARACTERS);
    walk(content, (fields) => readFields(fields, result, read));
    for (const text of leavesOf(content)) {
      // Whatever of it the model wrote itself is not from the tool.
      const own = said.reduce((rest, echo) => rest.replaceAll(echo, ' '), text);
      if (own.trim() !== '') read.texts.push(own);
    }
  }
  return read;
}

function readFields(fields: Fields, { input }: GroundingResult, read: ReadResults): void {
  const { date, availability, blocked, booking_number, status, pickup_date } = fields;
  if (typeof date === 'string' && typeof availability === 'string') {
    read.days.set(date, { isBusy: availability === 'busy', isBlocked: blocked === true });
  }
  if (Array.isArray(fields.bookings)) read.hasBookings = true;
  if (typeof booking_number === 'string' && typeof status === 'string') {
    read.hasBookings = true;
    const day = typeof pickup_date === 'string' ? pickup_date : '';
    const service = String(fields.service ?? '');
    read.bookings.push({ number: booking_number, status: status as BookingStatus, day, service });
  }
  if (isFields(fields.prefill_data)) {
    read.hasHandover = true;
    for (const value of Object.values(fields.prefill_data)) {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
        read.preparedDays.add(value);
    }
  }
  if (typeof fields.serviceable === 'boolean') {
    const asked = isFields(input) ? String(input.zip_code ?? '') : '';
    const zip = /\d{5}/.exec(asked)?.[0] ?? /\d{5}/.exec(String(fields.message ?? ''))?.[0];
    const hasSurcharge = fields.surcharge === true;
    if (zip !== undefined) read.zipCodes.set(zip, { isServed: fields.serviceable, hasSurcharge });
  }
  if (Array.isArray(fields.line_items)) {
    const isSurcharged = fields.line_items.some(
      (line) => isFields(line) && /surcharge/i.test(String(line.label)),
    );
    read.hasAreaSurcharge = isSurcharged || read.hasAreaSurcharge === true;
  }
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'number' && IS_SHARE_FIELD.test(key))
      read.percents.add(Math.round(value * 100));
    if (typeof value === 'number' && 'total_bookings' in fields && !/spent/.test(key))
      read.counts.set(key, value);
    if (typeof value !== 'number' || !IS_MONEY_FIELD.test(key) || IS_COUNT_FIELD.test(key))
      continue;
    const cents = Math.round(IS_CENTS_FIELD.test(key) ? value : value * 100);
    read.cents.add(cents);
    if (/total/i.test(key)) read.totals.add(cents);
    if (typeof fields.label === 'string') read.lines.push({ label: fields.label, cents });
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** Without recursion: how deep a result is nested is up to its tool. */
function walk(
  root: unknown,
  onFields: (fields: Fields) => void,
  onText?: (text: string) => void,
): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') onText?.(value);
    if (typeof value !== 'object' || value === null) continue;
    if (isFields(value)) onFields(value);
    for (const inner of Object.values(value).toReversed()) waiting.push(inner);
  }
}

function leavesOf(value: unknown): string[] {
  const texts: string[] = [];
  walk(
    value,
    () => {},
    (text) => texts.push(text),
  );
  return texts;
}
