const NAME = '(?:coi|(?<!gift )(?:insurance )?certificates?(?: of insurance)?)';
const ARTICLE = '(?:(?:a|the|an|any|that|this|our|your|its|their) )?';

/** "They won't let you in without one": who demands it, in a double no. */
const DEMANDED = [
  `\\b(?:can't|cannot|can not|won't|will not|don't|do not|doesn't|does not|not|nobody|no one|none|never|refuse\\w*|turn\\w* away|forbidden|unable)\\b[^.?!]{0,50}\\bwithout ${ARTICLE}${NAME}\\b`,
  `\\bwithout ${ARTICLE}${NAME}\\b[^.?!]{0,30}\\b(?:can't|cannot|won't|will not|don't|doesn't|not|nobody|no one|refuse\\w*|no (?:entry|access|move|entrance|delivery))\\b`,
  `\\bno ${NAME}[, ]+no\\b`,
  `\\b(?:insists? on|demands?|wants? to see|has to (?:see|have)|must (?:see|have)|ask(?:s|ed|ing)? (?:us |me )?for|expects?)\\b[^.?!]{0,12}\\b${NAME}\\b`,
].map((way) => new RegExp(way));

const DECLINED = [
  `\\b(?:take|leave|cut|keep|pull) ${ARTICLE}${NAME} (?:back )?(?:out|off|away)\\b`,
  `\\b(?:no(?! ?[,.]| longer)|not|without|skip|drop|remove|take off|take out|leave out|cancel|forget|minus|except|instead of|rather than|in place of)\\b[^,.;?!]{0,20}?\\b${NAME}\\b`,
  `\\b(?:don't|do not|doesn't|does not|didn't|won't|no longer|needn't) (?:really |actually |even )?(?:need|want|require|ask for|insist on|care about|demand|have to have)s?\\b[^,.;?!]{0,24}?\\b${NAME}\\b`,
  `\\b${NAME} (?:is|was|will be)(?:n't| not| no longer) (?:needed|necessary|required|wanted)\\b`,
  `\\b${NAME} (?:isn't|wasn't|won't be) (?:needed|necessary|required|wanted)\\b`,
].map((way) => new RegExp(way));

const WANTED = [
  `\\b(?:with|plus|and|add|adding|include|including|incl|need|needs|requires?|required|wants?|also|put)\\b(?:\\W+\\w+){0,4}?\\W+${NAME}\\b`,
  '\\bcoi (?:too|as well|included|required|needed|please)\\b',
  `\\b${NAME}\\b[^.?!]{0,12}\\b(?:necessary|required|needed|mandatory|a must|obligatory)\\b`,
  `(?:^|, ?)(?:a )?(?:coi|certificate of insurance)(?=,|$)`,
  '\\b(?:coi|certificate of insurance)$',
].map((way) => new RegExp(way));

/** Who asks for it; a certificate alone may be another one. */
const OF_BUILDING =
  /\b(?:building|landlord|management|co-?op|condo|super|superintendent|board|doorman|doormen|concierge|porter|insurance|requires?|needs?)\b/;
const IS_NAMED = /\b(?:coi|certificate of insurance|insurance certificate)\b/;
const IS_OF_ORDER =
  /\b(?:include|add|with|want|without|drop|skip|take) (?:the|a|that|no) certificates?\b/;
/** What it is, asked in general. */
const IS_RULE =
  /\b(?:do i (?:need|have)|what(?:'s| is| are) (?:an? |the |your |that |this )?(?:coi|certificate)|who (?:provides|issues)|how do(?:es)? (?:i|it|the)|is (?:a |the )?(?:coi|certificate)|tell me about|explain)\b/;

/** Whether a Certificate of Insurance is wanted; undefined where nothing says it. */
export function readCertificate(text: string): boolean | undefined {
  if (DEMANDED.some((way) => way.test(text))) return true;
  // "No packing, but a COI": the newest word holds.
  const said = text.split(/ but /).map(readClause);
  return said.findLast((wanted) => wanted !== undefined);
}

function readClause(text: string): boolean | undefined {
  const isMeant =
    IS_NAMED.test(text) ||
    IS_OF_ORDER.test(text) ||
    (/\bcertificates?\b/.test(text) && OF_BUILDING.test(text));
  if (!isMeant) return undefined;
  if (DECLINED.some((way) => way.test(text))) return false;
  return WANTED.some((way) => way.test(text)) && !IS_RULE.test(text) ? true : undefined;
}
