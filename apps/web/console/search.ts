/** What every place of the console may have in its address. */
export interface RootSearch {
  /** The record in the drawer: `execution:<id>`. */
  peek?: string | undefined;
  /** The chat's session. */
  session?: string | undefined;
}

/** One text of a query; undefined when it is missing, empty or no text. */
export const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};

/** One of `choices`, else undefined: an address that was mistyped is no error. */
export const choiceOf = <Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
): Choice | undefined => choices.find((choice) => choice === value);

/** Leaves out what is undefined, so that it is not in the address either. */
export const present = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

export const readRootSearch = (search: Record<string, unknown>): RootSearch =>
  present({ peek: textOf(search.peek), session: textOf(search.session) });
