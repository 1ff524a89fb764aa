import type { CoverageClaim } from './claim.ts';
import type { Surroundings } from './read-claims.ts';
import { splitClauses } from './split-clauses.ts';
import { ASKS, IS_OPEN, isQuestion, NEGATION, POINTS_BACK } from './words.ts';

const SERVED =
  /\b(?:serv(?:e|es|ed|ing|iced|iceable)|servicing|service (?=\d|there|that|this|your|to)|cover(?:s|ed|ing)?|deliver(?:s|ing)? (?:to|in|there|anywhere|everywhere|nation)|pick(?:s|ing)? up (?:in|from|at|there)|come to|go to|operate in|travel to|reach (?=\d|that|there|your|all)|(?:within|in|inside|part of|outside(?: of)?|beyond|not in) (?:our |the |my )(?:\w+ ){0,2}(?:area|zone|region|range|territory)|cubrimos|servimos|entregamos|desservons|couvrons|livrons|atendemos|cobrimos|bedienen|liefern|beliefern|cubiert[oa]|couverte?|coberto?a?|abgedeckt)\b/i;
const IS_INSURANCE =
  /\b(?:insur\w*|liabilit\w*|claims?|damag\w*|loss|up to \$|cover(?:s|ed)? up|cover the|covers? the)\b/i;
const NO_SURCHARGE =
  /\b(?:no|without(?: an?y?)?|zero|nor an?y?|free of)(?: \w+){0,2} (?:surcharges?|extra (?:charges?|costs?|fees?)|additional (?:charges?|costs?|fees?))|\bsurcharge[- ]free\b|(?:not|n't)(?: \w+){0,3} (?:surcharge|extra)\b|\b(?:sin recargo|sans supplement|ohne (?:aufpreis|zuschlag)|sem (?:taxa|sobretaxa))/i;
const SURCHARGE =
  /\b(?:surcharges?|extra (?:charge|cost|fee)s?|recargo|supplement|zuschlag|aufpreis|sobretaxa)\b/i;
const OTHER_SURCHARGE = /\b(?:weekends?|peak|saturdays?|sundays?|holiday|same-day|coi|date|day)\b/i;
const ZIP = /(?<![\d$.,-])\d{5}(?:-\d{4})?(?!\d|[.,]\d)/g;
const EXCEPT = /\b(?:but not|except(?: for)?|other than|and not|excluding)\b/i;
const PREDICATE = new RegExp(`${SERVED.source}|${NO_SURCHARGE.source}|${SURCHARGE.source}`, 'i');

/** Which places an answer says are served, or not, and where a surcharge applies. */
export function readCoverageClaims(
  text: string,
  { lead, before }: Surroundings,
): (CoverageClaim & { text: string })[] {
  const claims: (CoverageClaim & { text: string })[] = [];
  const hasQuestion = isQuestion(text);
  let earlier = lead === '' ? before : lead;
  for (const clause of splitClauses(text, PREDICATE)) {
    const zipCodes = clause.match(ZIP)?.map((zip) => zip.slice(0, 5)) ?? [];
    const isOpen = IS_OPEN.test(clause) || (hasQuestion && ASKS.test(clause.trim()));
    const claim = (what: CoverageClaim['what']) => {
      const pointed =
        POINTS_BACK.test(clause) ||
        /\b(?:your|the) (?:area|address|zip|place|town|location)\b/i.test(clause);
      claims.push({ what, zipCodes, before: pointed ? earlier : '', text: clause });
    };
    if (!isOpen) {
      const served = SERVED.exec(clause);
      if (served !== null && !IS_INSURANCE.test(clause)) {
        const head = clause.slice(0, served.index + served[0].length);
        claim(NEGATION.test(head) ? 'not_served' : 'served');
      }
      if (NO_SURCHARGE.test(clause)) {
        if (!OTHER_SURCHARGE.test(clause)) claim('no_surcharge');
      } else if (SURCHARGE.test(clause) && !OTHER_SURCHARGE.test(clause)) claim('surcharge');
    }
    earlier =
      zipCodes.length > 0 || /[A-Z]/.test(clause.slice(1)) ? `${earlier} ${clause}` : earlier;
  }
  return claims;
}

export const asksForCoverage = (text: string): boolean =>
  SERVED.test(text) && !IS_INSURANCE.test(text);
