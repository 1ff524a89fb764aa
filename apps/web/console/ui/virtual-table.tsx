import { useSearch } from '@tanstack/react-router';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useShortcut } from '../keys/use-shortcut.ts';
import { type Column, cellClass, tracksOf } from './table-column.ts';
import { stepOf } from './table-keys.ts';
import { memoryOf } from './table-memory.ts';
import { TableRow } from './table-row.tsx';
import { useHeldRow } from './use-held-row.ts';
import { usePageRows } from './use-page-rows.ts';

export interface VirtualTableProps<Row> {
  label: string;
  rows: readonly Row[];
  hasMore: boolean;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  onPeek: ((row: Row) => void) | undefined;
  hrefOf: ((row: Row) => string) | undefined;
  isOutside: ((row: Row) => boolean) | undefined;
  /** The last row in the page, whenever it may have changed. */
  onRendered: (lastIndex: number) => void;
  /** Changes when somebody has asked for what is at the top. */
  fromTop: number;
}

/** What a click on means something of its own. */
const PRESSABLE = 'a, button, input, select, textarea, label, summary';

/** Rows of which only those near the window are in the page; j and k move among them. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>): ReactNode {
  const { label, rows, columns, idOf, onOpen, onPeek, hrefOf, onRendered, fromTop } = props;
  const hintId = useId();
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const memory = memoryOf(label);
  const [activeId, setActiveId] = useState(memory.activeId);
  const hadFocus = useRef(false);
  const lastActive = useRef(0);
  const peekedId = useSearch({ strict: false, select: ({ peek }) => peek?.replace(/^\w+:/, '') });

  const indexes = useMemo(
    () => new Map(rows.map((row, index) => [idOf(row), index])),
    [rows, idOf],
  );
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? `row ${index}` : idOf(row);
    },
    [rows, idOf],
  );
  const activeIndex = activeId === undefined ? undefined : indexes.get(activeId);
  const page = usePageRows({ count: rows.length, keyOf, keptIndex: activeIndex, body, memory });
  const held = useHeldRow({
    heldId:
      hadFocus.current && activeIndex !== undefined
        ? activeId
        : // At the top nothing has been scrolled to yet, and what is above may still be arriving.
          scrollY > 0
          ? keyOf(page.firstSeen)
          : undefined,
    startOf: (id) => {
      const index = indexes.get(id);
      return index === undefined ? undefined : page.startOf(index);
    },
  });
  useLayoutEffect(() => onRendered(page.lastRendered));
  useLayoutEffect(() => {
    memory.activeId = activeId;
  });

  const elementAt = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`) ?? null;

  function focusRow(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    // Where the focus goes has to be in the page already.
    flushSync(() => setActiveId(idOf(row)));
    const element = elementAt(index);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  // The focused row may go: the one that took its place has the focus then.
  useLayoutEffect(() => {
    if (activeIndex !== undefined) {
      lastActive.current = activeIndex;
      return;
    }
    if (activeId === undefined) return;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    const next = rows[Math.min(lastActive.current, rows.length - 1)];
    if (next === undefined) return;
    setActiveId(idOf(next));
    if (!hadFocus.current || !isLost) return;
    const index = Math.min(lastActive.current, rows.length - 1);
    queueMicrotask(() => elementAt(index)?.focus({ preventScroll: true }));
  });

  // What was asked for is at the top: the first row, and not the one that was read before.
  const seenFromTop = useRef(fromTop);
  useLayoutEffect(() => {
    const first = rows[0];
    if (seenFromTop.current === fromTop || first === undefined) return;
    seenFromTop.current = fromTop;
    held.release();
    setActiveId(idOf(first));
    queueMicrotask(() => {
      const element = elementAt(0);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    });
  });

  const isElsewhere = (): boolean => {
    const frame = document.activeElement?.closest('.data-table-frame');
    return frame != null && !frame.contains(table.current);
  };
  const step = (by: number) => (): unknown => {
    if (isElsewhere()) return false;
    if (activeIndex === undefined || !hadFocus.current) {
      focusRow(activeIndex !== undefined && isSeen(activeIndex) ? activeIndex : firstWhole());
      return;
    }
    focusRow(Math.max(0, Math.min(rows.length - 1, activeIndex + by)));
  };
  const headPx = (): number => table.current?.tHead?.getBoundingClientRect().bottom ?? 0;
  function isSeen(index: number): boolean {
    const box = elementAt(index)?.getBoundingClientRect();
    return box !== undefined && box.bottom > headPx() && box.top < window.innerHeight;
  }
  /** The first row that nothing covers. */
  function firstWhole(): number {
    const elements = [...(body.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    const seen = elements.find((element) => element.getBoundingClientRect().top >= headPx() - 1);
    return Number(seen?.dataset.index ?? 0);
  }
  const onFocusedRow = (run: (row: Row) => void) => (): unknown => {
    const focused = document.activeElement;
    const row = activeIndex === undefined ? undefined : rows[activeIndex];
    if (row === undefined || focused?.parentElement !== body.current) return false;
    run(row);
  };
  useShortcut({ key: 'j', label: 'Next row', group: 'Lists', run: step(1) });
  useShortcut({ key: 'k', label: 'Row before', group: 'Lists', run: step(-1) });
  useShortcut({ key: 'Enter', label: 'Open the row', group: 'Lists', run: onFocusedRow(onOpen) });
  useShortcut({
    key: ' ',
    label: 'Look at the row beside the list',
    group: 'Lists',
    isActive: onPeek !== undefined,
    run: onFocusedRow((row) => onPeek?.(row)),
  });

  function rowOf(event: { target: EventTarget }): Row | undefined {
    const element = (event.target as Element).closest<HTMLElement>('[data-index]');
    return element === null ? undefined : rows[Number(element.dataset.index)];
  }

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.target as Element).parentElement !== body.current) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const heightPx = elementAt(activeIndex ?? 0)?.offsetHeight ?? 1;
    const to = stepOf(event.key, {
      index: activeIndex ?? 0,
      count: rows.length,
      pageRows: Math.max(1, Math.floor((window.innerHeight * 0.7) / heightPx)),
    });
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  }

  function onClick(event: MouseEvent): void {
    const row = rowOf(event);
    if (row === undefined) return;
    const pressed = (event.target as Element).closest(PRESSABLE);
    const wantsTab = event.button === 1 || event.ctrlKey || event.metaKey;
    if (pressed !== null && !pressed.classList.contains('row-link')) return;
    if (wantsTab || event.shiftKey) {
      // The browser does it by itself for a link.
      const href = hrefOf?.(row);
      if (wantsTab && pressed === null && href !== undefined)
        window.open(href, '_blank', 'noopener');
      return;
    }
    if (event.button !== 0) return;
    event.preventDefault();
    // Somebody who marks words wants to copy them.
    if (window.getSelection()?.type === 'Range') return;
    onOpen(row);
  }

  return (
    <>
      <p id={hintId} className="visually-hidden">
        j and k or the arrow keys move through the rows, Enter opens one
        {onPeek === undefined ? '.' : ', Space shows it beside the list.'}
      </p>
      <table
        ref={table}
        className="data-table virtual-table"
        // biome-ignore lint/a11y/noRedundantRoles: laid out as a grid, a table has no role of its own in some browsers
        role="table"
        aria-label={label}
        aria-describedby={hintId}
        aria-rowcount={props.hasMore ? -1 : rows.length + 1}
        style={
          {
            '--columns': tracksOf(columns, { hasRoom: true }),
            '--columns-narrow': tracksOf(columns, { hasRoom: false }),
          } as Record<string, string>
        }
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <th key={column.id} scope="col" role="columnheader" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          // biome-ignore lint/a11y/noRedundantRoles: as above
          role="rowgroup"
          style={{ paddingBlock: `${page.abovePx}px ${page.belowPx}px` }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onAuxClick={onClick}
          onFocus={({ target }) => {
            const row = rowOf({ target });
            hadFocus.current = row !== undefined;
            if (row !== undefined) setActiveId(idOf(row));
          }}
          onBlur={({ relatedTarget }) => {
            // Without somewhere it went, the row may be gone or the window left: then it comes back.
            if (relatedTarget !== null) hadFocus.current = false;
          }}
        >
          {page.rows.map(({ index, gapPx }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <TableRow
                key={id}
                row={row}
                index={index}
                columns={columns}
                isTabStop={activeIndex === undefined ? index === 0 : index === activeIndex}
                isCurrent={id === peekedId}
                gapPx={gapPx}
                href={hrefOf?.(row)}
                isOutside={props.isOutside?.(row) ?? false}
              />
            );
          })}
        </tbody>
      </table>
    </>
  );
}
