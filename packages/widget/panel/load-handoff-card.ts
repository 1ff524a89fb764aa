type CardModule = typeof import('./handoff-card.ts');

let loading: Promise<CardModule> | undefined;

/** The card is a file of its own: most conversations never come to it. Rejects when it does not come. */
export const loadHandoffCard = (): Promise<CardModule> => {
  loading ??= import('./handoff-card.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
};
