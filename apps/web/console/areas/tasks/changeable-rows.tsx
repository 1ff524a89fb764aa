import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { setActiveRow } from './active-row.ts';

/** Around a table whose rows have fields: Tab or Right lead from a row into it, Escape back. */
export function ChangeableRows(props: {
  /** The rows as the table has them. */
  rows: readonly { id: string }[];
  children: ReactNode;
}): ReactNode {
  const { rows, children } = props;
  useEffect(() => () => setActiveRow(undefined), []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rowAround(event.target);
    if (row === null || event.defaultPrevented) return;
    if (event.key === 'ArrowRight' && event.target === row) {
      event.preventDefault();
      row.querySelector<HTMLElement>('select, input')?.focus();
    }
    if (event.key === 'Escape' && event.target !== row) {
      event.preventDefault();
      row.focus();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside it
    <div
      className="changeable-rows"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const row = rows[Number(rowAround(target)?.dataset.index ?? -1)];
        if (row !== undefined) setActiveRow(row.id);
      }}
    >
      <p className="visually-hidden">
        Right arrow, or Tab, leads from a row to what can be changed in it; Escape leads back.
      </p>
      {children}
    </div>
  );
}

const rowAround = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('tbody > [data-index]') : null;
