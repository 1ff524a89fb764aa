/** How the panel is opened and closed by the launcher, the page and the reader. */
export type Panel = {
  /** Shows the panel; a text is sent, or put into the message box where it cannot be sent now. */
  open(text?: string, takeFocus?: boolean): void;
  /** Hides the panel. A running answer goes on. Focus that was inside goes to the launcher. */
  close(): void;
  /** Closes everything and takes the panel out of the page. Idempotent. */
  dispose(): void;
};

/** What the page that embeds the chat may choose. */
export type PanelSettings = {
  /** Said in the header instead of the business's name. */
  title?: string | undefined;
  /** A language tag; unknown languages get English. */
  locale?: string | undefined;
  /** The page "Start Booking" leads to, with `handoff` in its query; else the server's own. */
  bookingUrl?: string | undefined;
  /** `light` or `dark`; else the page's `color-scheme`, else the system's. */
  theme?: string | undefined;
};

export type PanelOptions = PanelSettings & {
  /** The shadow root that holds the launcher; the panel is put beside it. */
  root: ShadowRoot;
  /** Hidden while the panel is open; gets the focus back when it closes. */
  launcher: HTMLElement;
  /** The origin of the Deskbell server, without a slash at the end. */
  endpoint: string;
};

/** What the module that is fetched on intent gives. */
export type PanelModule = { startPanel(options: PanelOptions): Promise<Panel> };
