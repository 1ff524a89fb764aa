type LauncherWords = readonly [label: string, failed: string];

/** What the launcher says before the panel and its own words are there. */
export const english: LauncherWords = [
  'Chat with our AI assistant',
  'The chat did not load. Try again.',
];

export const spanish: LauncherWords = [
  'Chatear con el asistente de IA',
  'El chat no se cargó. Reintente.',
];
