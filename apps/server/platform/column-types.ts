import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** Throws rather than hand out a rounded number; the query that read it then fails. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError('A bigint column holds a value beyond 2^53; select it as text.');
  }
  return value;
}

const keepText = (text: string): string => text;

type Parser = (text: string) => unknown;

/** What `pg-types` exports; its type declaration describes another version. */
const arrays = pg.types.arrayParser as unknown as {
  create(text: string, parse: Parser): { parse(): unknown[] };
};

const arrayOf =
  (parse: Parser): Parser =>
  (text) =>
    arrays.create(text, parse).parse();

const parsers = new Map<number, Parser>([
  [INT8, parseInteger],
  [INT8_ARRAY, arrayOf(parseInteger)],
  [DATE, keepText],
  [DATE_ARRAY, arrayOf(keepText)],
]);

/**
 * How column values arrive in JavaScript: `bigint` as number, `date` as 'YYYY-MM-DD' (a calendar
 * day has no time zone, a JS Date does), `timestamptz` as Date, the rest as `pg` has it.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};
