import type { Canary } from './find-canaries.ts';
import { findCanaries } from './find-canaries.ts';
import { linksOnOurPages, liveMarkupIn } from './find-live-markup.ts';
import type { Finding } from './finding.ts';
import type { WireTurn } from './wire-turn.ts';

export interface TurnCheck {
  wire: WireTurn;
  /** What was stored of it, and what a page reads of the conversation afterwards. */
  stored: string;
  reread: string;
  canaries: readonly Canary[];
  /** Hosts that our own pages may link to. */
  ownHosts: readonly string[];
  /** Whether the text must be harmless in any program that shows Markdown or HTML. */
  isDisarmed: boolean;
  /** Undefined: this model may say what it was told, since its words are not its own. */
  promptIn: ((text: string) => string | undefined) | undefined;
}

/** Whatever one turn gave away. */
export function checkTurn(check: TurnCheck): Finding[] {
  const { wire, canaries, promptIn } = check;
  const places = {
    'on the wire': `${wire.raw}\n${wire.text}`,
    stored: check.stored,
    'read again': check.reread,
  };
  const leaks = Object.entries(places).flatMap(([where, text]) =>
    findCanaries(text, canaries).map(({ what }) => `${what}, ${where}`),
  );
  const words = promptIn?.(wire.text);
  if (words !== undefined) leaks.push(`words of the instructions, in the answer: ${words}`);
  for (const href of linksOnOurPages(wire.text, { ownHosts: check.ownHosts })) {
    leaks.push(`a link on our pages to ${href}`);
  }
  if (check.isDisarmed) {
    leaks.push(...liveMarkupIn(wire.text).map((markup) => `markup that is followed: ${markup}`));
  }
  return leaks.map((what) => ({ kind: 'leak', what }));
}
