import type { ReactNode } from 'react';

/** The mail's own words that a record rests on. */
export function MailWords({ quote }: { quote: string }): ReactNode {
  if (quote.trim() === '') return null;
  return (
    <figure className="mail-words">
      <figcaption>In the mail</figcaption>
      <blockquote dir="auto">{quote}</blockquote>
    </figure>
  );
}
