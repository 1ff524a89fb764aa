import type { CoverageClaim } from './claim.ts';
import type { Surroundings } from './read-claims.ts';
import { splitClauses } from './split-clauses.ts';
import { ASKS, IS_OPEN, isQuestion, NEGATION, POINTS_BACK } from './words.ts';

const SERVED =
  /\b(?:serv(?:e|es|ed|ing|iced|iceable)|servicing|service (?=\d|there|that|this|your|to)|cover(?:s|ed|ing)?(?! (?:up to |about |around |between |from )?\d{1,3}\b)|deliver(?:s|ing)? (?:to|in|there|anywhere|everywhere|nation)|pick(?:s|ing)? up (?:in|from|at|there)|(?:come|go|get|drive|make it)(?: out| over| all the way)? (?:to(?! (?:the (?:form|card|page|checkout|website)|your account|an?))|there|that far)|too far|out of (?:our )?(?:range|reach)|operate in|travel to|ship(?:s|ping)? (?:to|nation\w*|any\w*|every\w*|world\w*)|reach (?=\d|that|there|your|all)|(?:within|in|inside|part of|outside(?: of)?|beyond|not in) (?:our |the |my )(?:\w+ ){0,2}(?:area|zone|region|range|territory)|cubrimos|servimos|entregamos|desservons|couvrons|livrons|atendemos|cobrimos|bedienen|liefern|beliefern|cubiert[oa]|couverte?|coberto?a?|abgedeckt)\b/i;
/** Says so only of a place that is named. */
const MAY_SERVE =
  /\b(?:(?:is|are) (?:no problem|fine|possible(?! by| on)|available(?! by| on)|doable|ok|okay)|works?|one of our|(?:is|are) included|carry|goe?s? (?:all the way )?(?:to|as far)|all the way to|reach(?:es)?)\b/i;
const IS_INSURANCE =
  /\b(?:insur\w*|liabilit\w*|pieces|famil(?:y|ies)|claims?|damag\w*|loss|up to \$|cover(?:s|ed)? up|cover the|covers? the)\b/i;
const NO_SURCHARGE =
  /\b(?:no|without(?: an?y?)?|zero|nor an?y?|free of)(?: \w+){0,2} (?:surcharges?|extra (?:charges?|costs?|fees?)|additional (?:charges?|costs?|fees?))|\bsurcharge[- ]free\b|(?:not|n't)(?: \w+){0,3} (?:surcharge|extra)\b|\b(?:sin recargo|sans supplement|ohne (?:aufpreis|zuschlag)|sem (?:taxa|sobretaxa))/i;
const SURCHARGE =
  /\b(?:surcharges?|with one|extra (?:charge|cost|fee)s?|recargo|supplement|zuschlag|aufpreis|sobretaxa)\b/i;
const OTHER_SURCHARGE = /\b(?:weekends?|peak|saturdays?|sundays?|holiday|same-day|coi|date|day)\b/i;
const ZIP = /(?<![\d$.,-])\d{5}(?:-\d{4})?(?!\d|[.,]\d)/g;
const FEW_WORDS = 5;
const YOUR_PLACE =
  /\b(?:your|the) (?:area|address|zip|place|town|location)\b|\byou(?:'re| are) (?:with)?in\b/i;
const OF_ALL = /\b(?:both|all|either|neither|they|those|these|none|each|everywhere|anywhere)\b/i;
const EXCEPT = /\b(?:but not|except(?: for)?|other than|and not|excluding)\b/i;
const PREDICATE = new RegExp(
  `${SERVED.source}|${NO_SURCHARGE.source}|${SURCHARGE.source}|\\b(?:adds?|costs?) \\$|${MAY_SERVE.source}`,
  'i',
);

/** Which places an answer says are served, or not, and where a surcharge applies. */
export function readCoverageClaims(
  text: string,
  { lead, before }: Surroundings,
): (CoverageClaim & { text: string })[] {
  const claims: (CoverageClaim & { text: string })[] = [];
  const hasQuestion = isQuestion(text);
  const earlier = [lead === '' ? before : lead];
  for (const clause of splitClauses(text, PREDICATE)) {
    const [stated = '', ...exceptions] = clause.split(EXCEPT);
    const claimed = PREDICATE.exec(stated);
    const head = claimed === null ? stated : stated.slice(0, claimed.index + claimed[0].length);
    const isOpen = IS_OPEN.test(head) || (hasQuestion && ASKS.test(clause.trim()));
    const claim = (what: CoverageClaim['what'], part = stated) => {
      const pointed =
        POINTS_BACK.test(part.replace(/both (?:directions|ways)/i, '')) ||
        YOUR_PLACE.test(part) ||
        part.split(' ').length <= FEW_WORDS;
      claims.push({
        what,
        zipCodes: zipsIn(part),
        before: pointed ? [...earlier] : [],
        isOfAll: OF_ALL.test(part),
        text: part,
      });
    };
    if (!isOpen) {
      const served = SERVED.exec(stated);
      if (served !== null && !IS_INSURANCE.test(stated)) {
        const isNot =
          NEGATION.test(stated.slice(0, served.index + served[0].length)) ||
          /^(?:too far|out of)/i.test(served[0]);
        claim(isNot ? 'not_served' : 'served');
        for (const exception of exceptions) claim(isNot ? 'served' : 'not_served', exception);
      } else if (MAY_SERVE.test(stated) && !NEGATION.test(stated.replace(/no problem/i, ''))) {
        claim('may_be_served');
      }
      if (NO_SURCHARGE.test(stated)) {
        if (!OTHER_SURCHARGE.test(stated)) claim('no_surcharge');
      } else if (SURCHARGE.test(stated) && !OTHER_SURCHARGE.test(stated)) claim('surcharge');
    }
    if (zipsIn(clause).length > 0 || /[A-Z]/.test(clause.slice(1))) earlier.push(clause);
  }
  return claims;
}

const zipsIn = (text: string): string[] => (text.match(ZIP) ?? []).map((zip) => zip.slice(0, 5));

export const asksForCoverage = (text: string): boolean =>
  SERVED.test(text) && !IS_INSURANCE.test(text);
