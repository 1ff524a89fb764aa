import type { ReactNode } from 'react';
import { useTabTitle } from './use-tab-title.ts';

/** The heading of an area or a record, with its filters or actions beside it; names the tab as well. */
export function AreaHead({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  useTabTitle(title);
  return (
    <header className="area-head">
      <h1 tabIndex={-1}>{title}</h1>
      {children !== undefined && <div className="area-actions">{children}</div>}
    </header>
  );
}
