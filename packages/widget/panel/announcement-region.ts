import { element } from './element.ts';

const keptLines = 12;

/** Writes lines into a polite live region, and keeps it short: what was read is of no more use. */
export const createAnnouncementRegion = (region: HTMLElement) => ({
  say: (line: string): void => {
    region.append(element('div', {}, line));
    while (region.children.length > keptLines) region.firstElementChild?.remove();
  },
});
