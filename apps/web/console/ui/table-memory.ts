/** What is kept of a table while another page is shown, so that coming back goes on where it was. */
export interface TableMemory {
  /** The row that had the focus last. */
  activeId: string | undefined;
  /** How high a row is, in pixels. */
  rowPx: number | undefined;
}

const memories = new Map<string, TableMemory>();

/** The one memory of a table, by its label, for as long as the page is there. */
export function memoryOf(label: string): TableMemory {
  const known = memories.get(label);
  if (known !== undefined) return known;
  const memory: TableMemory = { activeId: undefined, rowPx: undefined };
  memories.set(label, memory);
  return memory;
}
