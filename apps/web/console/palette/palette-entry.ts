import type { IconName } from '../ui/icon.tsx';

/** A line of the palette: choosing it closes the palette and runs it. */
export interface PaletteEntry {
  /** Of this entry alone, and made of letters, digits and dashes. */
  id: string;
  group: 'Record' | 'Go to' | 'Do' | 'Emails' | 'Executions' | 'Tasks';
  icon: IconName;
  title: string;
  /** Beside the title, smaller. */
  hint?: string;
  /** Key names, as shortcuts have them. */
  key?: string;
  run: () => void;
}
