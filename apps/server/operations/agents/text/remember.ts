/** Enough for the sentences of a letter; texts beyond are not worth keeping. */
const MOST_TEXTS = 200;
const LONGEST_TEXT = 1_000;

/**
 * The same pure function of a text, which works out once what several rules of one mail ask of the
 * same sentence. Bounded: the oldest results go, and long texts are never kept. What it returns is
 * shared: callers must not change it.
 */
export function remember<Result extends object | string | boolean>(
  read: (text: string) => Result,
  { mostTexts = MOST_TEXTS, longestText = LONGEST_TEXT } = {},
): (text: string) => Result {
  let recent = new Map<string, Result>();
  let older = new Map<string, Result>();
  return (text) => {
    if (text.length > longestText) return read(text);
    const known = recent.get(text) ?? older.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (recent.size >= mostTexts) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, result);
    return result;
  };
}
