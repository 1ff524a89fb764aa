/** The conditions of a list, with their values as numbered parameters. */
export interface Conditions {
  /** Adds one; `?` in it stands for the value. */
  add(condition: string, value: unknown): void;
  /** Adds one of our own without a value. */
  addFixed(condition: string): void;
  /** 'where …', true when there are none. */
  readonly where: string;
  readonly values: unknown[];
}

export function createConditions(): Conditions {
  const conditions = ['true'];
  const values: unknown[] = [];
  return {
    add: (condition, value) => {
      values.push(value);
      conditions.push(condition.replaceAll('?', `$${values.length}`));
    },
    addFixed: (condition) => {
      conditions.push(condition);
    },
    get where() {
      return `where ${conditions.join(' and ')}`;
    },
    values,
  };
}
