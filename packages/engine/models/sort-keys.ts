/**
 * A copy with every object's keys in alphabetical order: a tool input that went through a
 * database serialises as it did in the turn that made it, so the prompt cache still hits.
 */
export function sortKeys<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortKeys) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sortKeys(entry)]);
  return Object.fromEntries(sorted) as Value;
}
