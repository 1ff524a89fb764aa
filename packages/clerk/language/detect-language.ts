export type OtherLanguage = 'es' | 'fr' | 'de' | 'it' | 'pt' | 'other';

/** Common words that English does not share. Three of them, or half of a short text, decide. */
const WORDS: readonly [OtherLanguage, ReadonlySet<string>][] = (
  [
    [
      'es',
      'hola cuánto cuanto cuesta puedo puede pueden ustedes entregan recoger maletas quiero necesito gracias dónde donde está cuál qué para mañana buenos buenas días tardes el los las una por favor mi equipaje enviar reservar español habla hablan',
    ],
    [
      'fr',
      'bonjour bonsoir combien coûte coute est-ce puis-je je vous pouvez livrez livrer bagages valises voudrais merci où quand pour demain les des une mon mes aéroport réserver français parlez',
    ],
    [
      'de',
      'hallo guten wieviel wie viel kostet kostete ich können sie liefern gepäck koffer möchte brauche danke bitte wo wann für morgen der die das ein eine mein nach deutsch sprechen',
    ],
    [
      'it',
      'ciao buongiorno quanto costa posso potete consegnate bagagli valigie vorrei grazie dove quando per domani gli una il mio italiano parlate',
    ],
    [
      'pt',
      'olá ola quanto custa posso vocês entregam bagagem malas quero preciso obrigado obrigada onde quando para amanhã uma meu minha português falam',
    ],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

/** The language of a normalised text when it is plainly not English, else undefined. */
export function detectLanguage(text: string): OtherLanguage | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return undefined;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return 'other';
  const words = text.match(/[\p{L}][\p{L}'-]*/gu) ?? [];
  let best: OtherLanguage | undefined;
  let bestCount = 0;
  for (const [language, known] of WORDS) {
    const count = words.filter((word) => known.has(word)).length;
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return bestCount >= 3 || (bestCount >= 1 && bestCount * 2 >= words.length) ? best : undefined;
}
