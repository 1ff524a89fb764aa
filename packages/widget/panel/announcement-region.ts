import { element } from './element.ts';

const keptLines = 12;

/** A hidden polite live region. It stays short: what was read is of no more use. */
export const createAnnouncementRegion = () => {
  const node = element('div', 'unseen', [], { id: 'announcements', ariaLive: 'polite' });
  return {
    node,
    say: (line: string): void => {
      node.append(element('div', '', [line]));
      if (node.children.length > keptLines) node.firstChild?.remove();
    },
  };
};
