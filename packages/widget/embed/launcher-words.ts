const en = ['Chat with our AI assistant', 'The chat did not load. Try again.'] as const;
const es = ['Chatear con el asistente de IA', 'El chat no se cargó. Reintente.'] as const;

/** What the launcher says before the panel and its own words are there: its label, and a failure. */
export const launcherWords = (locale: string): readonly [label: string, failed: string] =>
  /^es\b/i.test(locale) ? es : en;
