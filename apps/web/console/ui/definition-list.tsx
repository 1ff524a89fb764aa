import type { ReactNode } from 'react';

export interface Fact {
  term: string;
  /** Undefined or null: the fact is left out. */
  value: ReactNode;
}

/** What is known of a record, term by term. */
export function Facts({ items }: { items: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {items
        .filter(({ value }) => value !== undefined && value !== null)
        .map(({ term, value }) => [
          <dt key={`${term}:term`}>{term}</dt>,
          <dd key={`${term}:value`}>{value}</dd>,
        ])}
    </dl>
  );
}
