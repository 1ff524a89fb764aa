import { useEffect } from 'react';
import { createWidget } from '../embed/create-widget.ts';

export type ChatWidgetProps = {
  /** The Deskbell server, e.g. `https://chat.example.com`; without it the page's own origin. */
  endpoint?: string | undefined;
  /** Said in the header instead of the business's name. */
  title?: string | undefined;
  /** A regular expression of paths on which nothing is shown, e.g. `^/staff`. */
  hide?: string | undefined;
  /** A language tag; without it the page's. Unknown languages get English. */
  locale?: string | undefined;
  /** The page "Start Booking" leads to, with `handoff` in its query; else the server's own. */
  bookingUrl?: string | undefined;
  /** `light` or `dark`; else the page's `color-scheme`, else the system's. */
  theme?: string | undefined;
};

/**
 * The chat bubble of the embed, for as long as this component is mounted. Renders nothing in
 * place: the bubble is put at the end of the body. Its panel is fetched once somebody shows intent.
 * A changed prop begins the bubble anew; the conversation is restored when it is opened again.
 */
export const ChatWidget = (props: ChatWidgetProps): null => {
  const { endpoint, title, hide, locale, bookingUrl, theme } = props;
  useEffect(() => {
    const widget = createWidget({
      endpoint: new URL(endpoint || '/', location.href).origin,
      title,
      hide,
      locale,
      bookingUrl,
      theme,
      loadPanel: () => import('../panel/start-panel.ts'),
    });
    return () => widget.dispose();
  }, [endpoint, title, hide, locale, bookingUrl, theme]);
  return null;
};
