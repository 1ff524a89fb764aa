import type { ChatStore } from '@deskbell/widget';
import type { HandoffWords, Words } from '../words/words.ts';

/** What the views of one panel share. */
export type PanelContext = {
  readonly store: ChatStore;
  readonly words: Words;
  /** The card's words, where they are not English. */
  readonly handoffWords?: HandoffWords | undefined;
  /** The business's phone number; empty while, or if, nobody knows it. */
  phone: string;
  /** Host names that links in answers may lead to. */
  readonly allowedHosts: readonly string[];
  /** Says a sentence to those who listen instead of looking. */
  readonly say: (sentence: string) => void;
  /** Something was shown later than the state that asked for it. */
  readonly redraw: () => void;
  /** Closes the panel and goes to another page. */
  readonly leaveFor: (address: string) => void;
  /** The page of the site's own choice that takes hand-overs. */
  readonly bookingUrl: string | undefined;
  /** What is fetched later puts its styles there. */
  readonly root: ShadowRoot;
};

/** Makes a link call `phone`; without a number there is nothing to call. */
export const showPhone = (link: HTMLAnchorElement, phone: string, text: string): void => {
  link.hidden = !phone;
  link.href = `tel:${phone.replace(/[^\d+]/g, '')}`;
  link.textContent = text;
};
