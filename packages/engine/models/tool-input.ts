/**
 * The complete arguments of a tool call; undefined when they are not valid JSON.
 * A call without arguments has none at all, which means `{}`.
 */
export function parseToolInput(json: string): unknown {
  if (json.trim() === '') return {};
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
