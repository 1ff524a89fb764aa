import type { OtherLanguage } from './detect-language.ts';

const APOLOGIES: Readonly<Record<OtherLanguage, string>> = {
  es: 'Lo siento, aquí solo entiendo inglés.',
  fr: "Désolé, je ne comprends que l'anglais ici.",
  de: 'Leider verstehe ich hier nur Englisch.',
  it: 'Mi dispiace, qui capisco solo l’inglese.',
  pt: 'Desculpe, aqui só entendo inglês.',
  nl: 'Sorry, hier begrijp ik alleen Engels.',
  other: '',
};

/** That only English is spoken here, in the reader's language; '' for one that is not known. */
export const sayEnglishOnly = (language: OtherLanguage | undefined): string =>
  APOLOGIES[language ?? 'other'];
