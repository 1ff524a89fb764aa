import type { AssistantProfile } from '@deskbell/protocol';
import { button, element } from './element.ts';
import type { PanelContext } from './panel-context.ts';

/** What an empty conversation shows: a greeting, and the business's own questions to begin with. */
export const createWelcome = ({ words }: PanelContext, ask: (text: string) => void) => {
  const node = element('div', 'welcome', [element('h3', '', [words.welcome])]);
  return {
    node,
    fill: ({ tagline, suggestions }: AssistantProfile): void =>
      node.append(
        element('p', '', [tagline]),
        ...suggestions.map((text) => button('suggestion', text, () => ask(text))),
      ),
  };
};
