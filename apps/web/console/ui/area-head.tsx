import type { ReactNode } from 'react';

/** The heading of an area, with its filters or actions beside it. */
export function AreaHead({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <header className="area-head">
      <h1 tabIndex={-1}>{title}</h1>
      {children !== undefined && <div className="area-actions">{children}</div>}
    </header>
  );
}
