/** "Merry Christmas!" names no day, and "thanks in advance" asks for no notice. */
const SEASON =
  /\b(?:merry|happy|have an? (?:nice|great|good|lovely|happy|wonderful)) (?:christmas|xmas|new year'?s?|thanksgiving|easter|holidays?|hanukkah|weekend)\b(?: to (?:you|all)(?: all)?| everyone| all)?(?: in advance)?/g;
const AHEAD = /\b(thanks|thank you)((?: (?:so|very) much| a lot)?) in advance\b/g;

/** A message without what people wish each other. */
export const withoutWishes = (text: string): string =>
  text.replace(SEASON, ' ').replace(AHEAD, '$1$2');
