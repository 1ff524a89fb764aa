import type { OtherLanguage } from './detect-language.ts';

const APOLOGIES: Readonly<Record<OtherLanguage, string>> = {
  es: 'Lo siento, solo puedo ayudar en inglés.',
  fr: "Désolé, je ne peux aider qu'en anglais.",
  de: 'Leider kann ich nur auf Englisch helfen.',
  it: 'Mi dispiace, posso aiutare solo in inglese.',
  pt: 'Desculpe, só posso ajudar em inglês.',
  nl: 'Sorry, ik kan alleen in het Engels helpen.',
  other: '',
};

/** That only English is spoken here, in the reader's language; '' for one that is not known. */
export const sayEnglishOnly = (language: OtherLanguage | undefined): string =>
  APOLOGIES[language ?? 'other'];
