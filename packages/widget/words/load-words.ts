import { en } from './en.ts';
import type { HandoffWords, Words } from './words.ts';

/** `handoff` is left out in English, whose words come with the card. */
export type LoadedWords = { words: Words; handoffWords?: HandoffWords };

/** The words for a language tag. Another language than English is fetched, and may not come. */
export const loadWords = async (locale: string | undefined): Promise<LoadedWords> => {
  try {
    if (/^es\b/i.test(locale ?? '')) {
      const { es, esHandoff } = await import('./es.ts');
      return { words: es, handoffWords: esHandoff };
    }
  } catch {
    // Better in English than not at all.
  }
  return { words: en };
};
