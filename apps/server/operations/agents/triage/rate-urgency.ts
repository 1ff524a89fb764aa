import type { TriageFindings } from '../findings.ts';
import { isNotMeant } from '../task/not-meant.ts';
import { readRequest } from '../task/request-sentence.ts';
import type { PhraseHit } from '../text/words.ts';
import type { ReadSentence } from './mail-parts.ts';
import { findUrgency } from './vocabulary.ts';

/** The anchors: everything from one up to the next bears its name. */
export const urgencyAnchors = { critical: 90, high: 70, medium: 40, low: 20 } as const;

const { critical, high, medium, low } = urgencyAnchors;

const byType: Record<TriageFindings['type'], number> = {
  invoice: medium,
  payment: medium,
  delivery: medium,
  contract: medium,
  insurance: medium,
  inspection: 50,
  schedule: medium,
  call_out: high,
  booking: medium,
  inquiry: medium,
  complaint: high,
  praise: low,
  report: low,
  alert: medium,
  newsletter: 10,
  auto_reply: 10,
  bounce: medium,
  // What a swindler calls urgent is not.
  phishing: medium,
  other: low,
};

export interface UrgencyRating {
  urgency: number;
  reasons: string[];
  quote: { text: string; where: 'subject' | 'body' } | null;
}

/** How soon somebody must act, 0 to 100, from the type and the sender's own words. */
export function rateUrgency(
  sentences: readonly ReadSentence[],
  { type, category }: Pick<TriageFindings, 'type' | 'category'>,
): UrgencyRating {
  if (type === 'newsletter' || type === 'auto_reply' || type === 'phishing') {
    return { urgency: byType[type], reasons: [], quote: null };
  }
  const found = { critical: 0, high: 0, low: 0 };
  const reasons: string[] = [];
  let quote: UrgencyRating['quote'] = null;
  let quoted: 'critical' | 'high' | null = null;
  let asks = false;
  let isAsked = false;
  for (const { text, words, where, weight } of sentences) {
    // The subject of an answer: what was pressing then.
    if (where === 'subject' && weight < 1) continue;
    const hits = withoutNeutral(findUrgency(words));
    const isRequest = readRequest(text).score > 0.5 && !isNotMeant(text);
    isAsked ||= where === 'body' && text.includes('?');
    asks ||= isRequest && where === 'body';
    for (const { label, phrase, isNegated } of hits) {
      if (label === 'low') {
        found.low += 1;
        continue;
      }
      const grade = label === 'soon' ? 'high' : label;
      if (grade === 'neutral' || isNegated || (label === 'soon' && !isRequest)) continue;
      found[grade] += 1;
      if (found[grade] === 1) reasons.push(`It says "${phrase}".`);
      if (quoted === null || (quoted === 'high' && grade === 'critical')) {
        quote = { text, where };
        quoted = grade;
      }
    }
  }
  // A colleague's report is of what has happened, a program's of figures.
  const isStatistics = type === 'report' && category !== 'staff';
  const base =
    (byType[type] === low && asks && type === 'other') ||
    (isAsked && type === 'report' && !isStatistics)
      ? medium
      : byType[type];
  let urgency = base;
  if (found.critical > 0 && type !== 'praise' && !isStatistics) {
    urgency = Math.min(100, critical + 4 * (found.critical - 1));
  } else if (found.low > 0) {
    urgency = base >= high ? medium : low;
    reasons.push('It says there is no hurry.');
  } else if (found.high > 0 && type !== 'praise') {
    urgency = Math.min(85, Math.max(base, high) + 5 * (found.high - 1));
  }
  return { urgency, reasons, quote };
}

function withoutNeutral<Label extends string>(
  hits: readonly PhraseHit<Label | 'neutral'>[],
): PhraseHit<Label | 'neutral'>[] {
  const neutral = hits.filter(({ label }) => label === 'neutral');
  if (neutral.length === 0) return [...hits];
  let index = 0;
  return hits.filter((hit) => {
    if (hit.label === 'neutral') return false;
    // Hits come in the order of the text.
    while ((neutral[index]?.end ?? Number.POSITIVE_INFINITY) <= hit.start) index += 1;
    const cover = neutral[index];
    return cover === undefined || hit.end <= cover.start || hit.start >= cover.end;
  });
}
