import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayCount } from './figures.ts';

export interface LinkTab {
  /** What the address says; undefined for the one that needs no saying. */
  value: string | undefined;
  label: string;
  /** How many are behind it, where that is known. */
  count?: number | undefined;
}

/**
 * Views of one area whose choice is in the address, under `name`: links, so that Back and a new tab
 * work. Other parts of the address stay.
 */
export function LinkTabs(props: {
  label: string;
  /** Of the search parameter. */
  name: string;
  current: string | undefined;
  tabs: readonly LinkTab[];
}): ReactNode {
  const { label, name, current, tabs } = props;
  return (
    <nav aria-label={label} className="link-tabs">
      {tabs.map((tab) => (
        <Link
          key={tab.value ?? ''}
          to="."
          search={(search) => ({ ...search, [name]: tab.value })}
          activeProps={{}}
          // Else the view that needs no saying counts as shown with each of the others.
          activeOptions={{ explicitUndefined: true }}
          {...(tab.value === current && { 'aria-current': 'page' as const })}
        >
          {tab.label}
          {tab.count !== undefined && <span className="count">{sayCount(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
