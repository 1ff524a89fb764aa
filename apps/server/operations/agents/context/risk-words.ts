import { splitSentences } from '../text/sentences.ts';
import { createPhraseFinder, type PhraseHit, wordsOf } from '../text/words.ts';

/** What words alone may show. A whole word only: "fired" is not "fire". */
export type RiskWord = 'danger' | 'authority' | 'legal' | 'escalation' | 'leadership' | 'soon';

export interface RiskWordHit {
  label: RiskWord;
  phrase: string;
  /** The sentence it stands in, exactly as the text has it, at most 300 characters of it. */
  quote: string;
  where: 'subject' | 'body';
}

type Found = RiskWord | 'neutral' | 'unsure';

// What a "neutral" phrase covers is not read as anything else; "unsure" ones make a sentence one
// about what may happen, not about what has.
const find = createPhraseFinder<Found>({
  neutral:
    'fire inspection|inspections|inspector|inspectors|marshal|marshals|safety|drill|drills|extinguisher|extinguishers|alarm|alarms|code|department|dept|lane|lanes|exit|exits|pit|sale|prevention|suppression|sprinkler|sprinklers|watch|door|doors|escape|hydrant|hydrants|test, flood insurance|zone|light|lights|map, injury claim|report|form|prevention|law, accident report|form|insurance|free, emergency exit|exits|contact|contacts|lighting|kit|fund|number|plan, power of attorney, court street|road|avenue|lane, food|basketball|tennis court, board room, owner occupied|operator|operators, small business owner, president street|avenue, closing sale',
  unsure:
    'if, unless, in case, in the event, should|would anyone|anybody|somebody|someone|you, avoid|avoids|avoiding, prevent|prevents|preventing|prevention, covers|covered, coverage for, protects|protection, training|trainings, drill|drills, policy|procedure for, example|hypothetical',
  danger:
    "on fire, caught fire, there is|was|were|has been a fire, there's a fire, fire broke out, fire started, fire in the|our|your|unit|building|warehouse, small|big|electrical|kitchen|truck|warehouse fire, gas leak, carbon monoxide, smoke in|coming|everywhere, flooding|flooded, burst pipe, pipe burst, was|were|got|is|are|been|badly|seriously injured|hurt, injured, ambulance, in|to the hospital|er, hospitalized, call|called 911|police, in an accident, car|truck|van accident|crash, crashed, collision, assaulted|assault, threatened|threatening, weapon, robbed|robbery, break in, broken into, stolen, chemical spill, electrocuted, collapsed, unsafe|dangerous conditions|condition, safety incident|hazard|hazards",
  authority:
    'failed inspection|the inspection|its inspection|our inspection|your inspection, violation|violations, notice of violation, citation, stop work order, shut down order, cease and desist, cease operations, license|permit suspended|revoked|expired, out of service order, osha, condemned, red tagged, re inspection required, eviction, notice to quit, notice of cancellation, coverage will lapse|end|be cancelled|be canceled, policy will lapse|end|be cancelled|be canceled',
  legal:
    'lawsuit|lawsuits, sue|suing|sued, legal action|proceedings|counsel, lawyer|lawyers, attorney|attorneys, subpoena|subpoenaed, summons, small claims, court, litigation, chargeback, was|were|been disputed, collections agency, collection agency, better business bureau, attorney general, data breach, discrimination, harassment|harassed',
  escalation:
    'unacceptable, never again, demand a|my|full|an, full refund, want a|my refund, refund immediately, manager|supervisor immediately, speak to|with your|the|a manager|supervisor|owner, bad|negative|one star review, social media, news station, report you, dispute the|this charge|charges, third time, second time, worst',
  leadership:
    'ceo, coo, cfo, founder|founders, chief executive|operating|financial officer, managing director, general manager, vice president, president, board of directors, the owner|owners, leadership team, head office, headquarters',
  soon: "today, tonight, this morning|afternoon|evening, tomorrow, right now, tomorrow's shift, my shift starts, in an hour, in two hours, on my way",
});

const MOST_SENTENCES = 200;

/** The words of a mail that may be a risk, negated ones left out ("no injuries", "not a lawsuit"). */
export function findRiskWords({ subject, body }: { subject: string; body: string }): RiskWordHit[] {
  const hits: RiskWordHit[] = [];
  for (const { text, where } of [
    { text: subject.slice(0, 500), where: 'subject' as const },
    { text: body, where: 'body' as const },
  ]) {
    for (const sentence of splitSentences(text).slice(0, MOST_SENTENCES)) {
      for (const hit of tellingHits(find(wordsOf(sentence.text, 300)))) {
        hits.push({
          label: hit.label,
          phrase: hit.phrase,
          quote: around(sentence.text, hit),
          where,
        });
      }
    }
  }
  return hits;
}

/** Words by which something has happened, not may happen. */
const factual: ReadonlySet<Found> = new Set(['danger', 'authority', 'legal']);

function tellingHits(hits: readonly PhraseHit<Found>[]): PhraseHit<RiskWord>[] {
  const neutral = hits.filter(({ label }) => label === 'neutral');
  const isUnsure = hits.some(({ label }) => label === 'unsure');
  return hits.filter(
    (hit): hit is PhraseHit<RiskWord> =>
      hit.label !== 'neutral' &&
      hit.label !== 'unsure' &&
      !hit.isNegated &&
      !(isUnsure && factual.has(hit.label)) &&
      !neutral.some(({ start, end }) => hit.start < end && start < hit.end),
  );
}

/** At most 300 characters of a sentence, with the hit among them. */
function around(sentence: string, { start }: { start: number }): string {
  if (sentence.length <= 300) return sentence;
  const from = Math.max(0, Math.min(start - 100, sentence.length - 300));
  return sentence.slice(from, from + 300).toWellFormed();
}
