import type { EmailDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { sayCount } from '../../ui/figures.ts';

/** Warns of text that a reader of the mail would not have seen; nothing when there is none. */
export function HiddenText(props: { hiddenText: EmailDetail['hidden_text'] }): ReactNode {
  const { hiddenText } = props;
  if (hiddenText === null || hiddenText.characters === 0) return null;
  const { characters, examples } = hiddenText;
  return (
    <div className="notice notice-problem hidden-text">
      <div>
        <p>
          <strong>This mail has hidden text.</strong> A reader would not have seen{' '}
          {sayCount(characters)} characters of it. They were taken out of the text that is shown and
          read.
        </p>
        {examples.length > 0 && (
          <ul>
            {examples.map((example, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice
              <li key={place} dir="auto">
                {example}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
