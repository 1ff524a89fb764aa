const OWN =
  /\b(?:your|our) (?:[a-z-]{2,15} ){0,3}(?:account|domain|contract|agreement|lease|policy|subscription|plan|membership|certificate|licen[cs]e|permit|registration|payment|card|invoice|bill|balance|statement|order|delivery|shipment|booking|reservation|appointment|trial|warranty|filing|return)\b|\b(?:was|were|been|is) disputed\b|\bchargeback\b|\bauto(?:matic)?[- ]?renew/;

/** Whether a plain sentence of a mail to many is about something the business has or owes. */
export function concernsOwn(sentence: string): boolean {
  return OWN.test(sentence);
}
