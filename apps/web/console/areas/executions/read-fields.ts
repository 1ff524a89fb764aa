/** Fields of an agent's findings as they came: anything may be missing or be something else. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for what is no text, and for an empty one. */
export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

export const numberIn = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const fieldsIn = (fields: Fields, name: string): Fields | undefined => {
  const value = fields[name];
  return isFields(value) ? value : undefined;
};

/** A list's records with their places in it; what is no record is left out. */
export const recordsIn = (fields: Fields, name: string): { index: number; record: Fields }[] => {
  const value = fields[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((record, index) => (isFields(record) ? [{ index, record }] : []));
};

export const textsIn = (fields: Fields, name: string): string[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
