/** Who may be given a task. */
export interface NamedPeople {
  /** The mail comes from the business's own people. */
  isStaffMail: boolean;
  /** The settings name the staff: nobody else is given anything. */
  isClosed: boolean;
  /** The name to store for a name somebody is asked by; null when it is nobody of ours. */
  accept(name: string | null): string | null;
  /** Like `accept`, for a mere salutation: only names that the settings hold. */
  known(name: string | null): string | null;
}

/** Capitalised words that start sentences or name days, months and groups. */
const noNames = new Set(
  'i a an the this that these those it he she they we you your our my his her their there here what when where who why how which if in on at by for from to of with and or but so as please kindly also just now then thanks thank hi hello dear hey all everyone everybody team folks guys sir madam monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow tonight yes no not ok okay sorry invoice order payment delivery re fwd note important urgent reminder attention customer client tenant office someone somebody anyone nobody people staff crew driver drivers management accounting billing dispatch'.split(
    ' ',
  ),
);

export function isNameLike(word: string): boolean {
  return (
    /^\p{Lu}\p{L}+(?:['-]\p{L}+)?$/u.test(word) &&
    word !== word.toUpperCase() &&
    !noNames.has(word.toLowerCase())
  );
}

export function readPeople(staffNames: readonly string[], isStaffMail: boolean): NamedPeople {
  const byName = new Map<string, string>();
  for (const staff of staffNames) {
    const lower = staff.toLowerCase().trim();
    const first = lower.split(/\s+/)[0] ?? '';
    byName.set(lower, staff);
    if (first !== '' && !byName.has(first)) byName.set(first, staff);
  }
  const known = (name: string | null) => byName.get(name?.toLowerCase() ?? '') ?? null;
  return {
    isStaffMail,
    isClosed: staffNames.length > 0,
    known,
    accept: (name) => (staffNames.length > 0 ? known(name) : name),
  };
}
