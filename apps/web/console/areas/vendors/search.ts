import { present, textOf } from '../../search.ts';

/** What the address of this area may hold beside what every place has. */
export interface VendorsSearch {
  /** How a name or a domain begins. */
  q?: string;
}

export const readVendorsSearch = (search: Record<string, unknown>): VendorsSearch =>
  present({ q: textOf(search.q)?.trim().slice(0, 200) });
