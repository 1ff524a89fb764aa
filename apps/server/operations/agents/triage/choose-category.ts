import type { TriageFindings } from '../findings.ts';
import { asksForPayment } from '../task/payment.ts';
import { readRequest } from '../task/request-sentence.ts';
import type { ReadSentence } from './mail-parts.ts';
import type { MailStructure } from './mail-structure.ts';
import { findSides, findTypes } from './vocabulary.ts';

export type Category = TriageFindings['category'];
export type MailType = TriageFindings['type'];

export interface Choice {
  category: Category;
  type: MailType;
  confidence: number;
  reasons: string[];
  /** Words the type rests on. */
  quote: { text: string; where: 'subject' | 'body' } | null;
}

type WordType = Exclude<MailType, 'newsletter' | 'auto_reply' | 'bounce' | 'other'>;

/** Who usually writes about what: what a type says for a category. */
const sidesOfTypes: Record<WordType, Partial<Record<Category, number>>> = {
  invoice: { vendor: 1 },
  payment: { vendor: 0.4 },
  delivery: { vendor: 0.6 },
  contract: { vendor: 0.8 },
  insurance: { vendor: 1 },
  inspection: { vendor: 1 },
  schedule: { staff: 0.5 },
  call_out: { staff: 1.5 },
  booking: { customer: 1 },
  inquiry: { customer: 0.9 },
  complaint: { customer: 0.6 },
  praise: { customer: 0.6 },
  report: { system: 0.6 },
  alert: { system: 0.9 },
  phishing: { system: 0.6 },
};

/** What is left of a type where the writer is not one who has reason for it. */
const damping: Record<Category, Partial<Record<WordType, number>>> = {
  vendor: { booking: 0.3, inquiry: 0.4, complaint: 0.4, praise: 0.3, call_out: 0.2, alert: 0.7 },
  customer: {
    complaint: 1.25,
    invoice: 0.5,
    contract: 0.5,
    schedule: 0.4,
    call_out: 0.3,
    alert: 0.4,
    delivery: 0.5,
    report: 0.4,
    insurance: 0.6,
    payment: 0.7,
  },
  staff: { booking: 0.5, inquiry: 0.3, praise: 0.5, complaint: 0.6, alert: 0.6 },
  system: { booking: 0.3, inquiry: 0.2, praise: 0.2, complaint: 0.4 },
};

const mostPerType = 14;

interface Tally {
  score: number;
  best: { text: string; where: 'subject' | 'body'; weight: number } | null;
}

/**
 * Who writes, and about what. The header decides where it can; words decide the rest, and the two
 * questions answer each other: an invoice speaks for a vendor, a vendor for an invoice. Of the
 * subject of an answer little counts: it is old text.
 *
 * The confidence is the lesser of two. That of the category grows with the lead of its score over
 * the next one's: 0.62 without any, 0.9 from a lead of about 2 (two clear signs that agree, such as a
 * private person's address and a question, none against), 0.97 at most. That of the type grows with
 * its lead over the next type. What the header alone decides has a confidence of its own.
 */
export function chooseCategory(input: {
  sentences: readonly ReadSentence[];
  structure: MailStructure;
  attachmentNames: readonly string[];
  isStaffName: boolean;
}): Choice {
  const { sentences, structure, isStaffName } = input;
  const { machineKind } = structure;
  if (machineKind === 'bounce' || machineKind === 'auto_reply') {
    return { category: 'system', type: machineKind, confidence: 0.98, reasons: [], quote: null };
  }
  const types = tallyTypes(input);
  const sides = tallySides(sentences);
  // What concerns an order or an account comes with an unsubscribe link as well.
  const isTransaction =
    sides.vendor + sides.customer >= 1 &&
    (['invoice', 'payment', 'delivery', 'contract', 'insurance', 'inspection'] as const).some(
      (type) => types[type].score >= 5,
    );
  if (machineKind === 'newsletter' && !structure.isOwn && !isTransaction) {
    return {
      category: 'system',
      type: 'newsletter',
      confidence: 0.95,
      reasons: ['It was sent to a list.'],
      quote: null,
    };
  }
  if (types.phishing.score >= 6) {
    types.phishing.score *= 1.5;
  } else {
    types.phishing.score *= 0.3;
  }
  if (structure.isOwn && !structure.isForm) {
    // What colleagues write of damage and loss is a report: nobody has to answer a complaint.
    types.report = sumOf(types.report, types.complaint);
    types.complaint = { score: 0, best: null };
    const { type, quote, confidence } = chooseType(types, 'staff');
    return { category: 'staff', type, quote, confidence: Math.min(0.98, confidence), reasons: [] };
  }

  const body = sentences.filter(({ where }) => where === 'body');
  const isQuestion = body.some(({ text }) => text.includes('?'));
  const asks = isQuestion || body.some(({ text }) => readRequest(text).score > 1);
  // A private person who asks about invoices or insurance is no vendor of them.
  // Who wants to be paid sells something, however privately he writes; "pay it back" is no demand.
  const isCreditor = body.some(
    ({ text }) => asksForPayment(text) && !/\b(?:back|refund|your invoice)\b/i.test(text),
  );
  const isStranger =
    asks &&
    !isCreditor &&
    sides.vendor <= sides.customer &&
    types.invoice.score < 6 &&
    (structure.isPublicMailbox || structure.sign === 'person' || structure.sign === 'first name');
  const scores: Record<Category, number> = { vendor: 0, customer: 0, staff: 0, system: 0 };
  for (const type of Object.keys(sidesOfTypes) as WordType[]) {
    const share = Math.min(types[type].score, 6) / 3;
    for (const [category, weight] of Object.entries(sidesOfTypes[type])) {
      const isAskedOf = isStranger && category === 'vendor';
      scores[category as Category] += weight * share * (isAskedOf ? 0.3 : 1);
    }
  }
  scores.vendor += Math.min(sides.vendor, 5);
  scores.customer += Math.min(sides.customer, 5);
  scores.staff += Math.min(sides.staff, 3) * 0.5;
  const isBusiness =
    sides.vendor > 0 &&
    Math.max(
      types.invoice.score,
      types.payment.score,
      types.insurance.score,
      types.delivery.score,
    ) >= 3;
  const reasons: string[] = [];
  if (isCreditor) scores.vendor += 1.5;
  if (structure.vendorMailbox !== null) {
    scores.vendor += 2;
    reasons.push(`It comes from a mailbox named "${structure.vendorMailbox}".`);
  }
  if (structure.isForm) {
    scores.customer += 4;
    reasons.push('It was sent through a form, and answers go to the visitor.');
  } else if (structure.isPublicMailbox) {
    scores.customer += types.invoice.score >= 6 ? 0.3 : 1.5;
    if (asks && sides.vendor === 0) scores.customer += 0.8;
    reasons.push('It comes from a private mailbox.');
  } else if (structure.isNoReply) {
    // Bills and receipts come from such addresses as well as what machines say of themselves.
    scores.system += isBusiness ? 0.3 : 2;
    scores.vendor += isBusiness ? 1.5 : 0.3;
    scores.customer -= 2;
    if (structure.isAutomatic && !isBusiness) scores.system += 0.8;
  } else if (structure.sign === 'person' && !isCreditor && sides.vendor <= sides.customer) {
    scores.customer += sides.vendor === 0 ? 1.6 : 0.6;
    if (asks && sides.vendor === 0) scores.customer += 0.8;
    reasons.push("It comes from a person's own address.");
  } else if (structure.sign === 'first name' && sides.vendor <= sides.customer) {
    scores.customer += sides.vendor === 0 ? 0.8 : 0.2;
    if (asks && sides.vendor === 0) scores.customer += 0.8;
    scores.vendor += 0.3;
  } else if (structure.sign === 'company') {
    scores.vendor += sides.customer > sides.vendor ? 0.8 : 2.2;
    if (sides.customer <= sides.vendor) reasons.push('The sender bears a name of a business.');
  } else {
    scores.vendor += sides.vendor > sides.customer ? 1.5 : 0.8;
  }
  if (isStaffName && types.call_out.score + types.schedule.score >= 3) {
    scores.staff += 3;
    reasons.push("The sender bears a staff member's name.");
  }
  if (structure.isAutomatic) scores.customer -= 1;
  const ranked = (Object.entries(scores) as [Category, number][]).sort((a, b) => b[1] - a[1]);
  const [category, best] = ranked[0] ?? ['customer', 0];
  const margin = best - Math.max(0, ranked[1]?.[1] ?? 0);
  const ofType = chooseType(types, category);
  // A stranger's question about nothing in particular is one about the service.
  if (
    ofType.type === 'other' &&
    category === 'customer' &&
    (isQuestion || (asks && types.praise.score === 0))
  ) {
    ofType.type = 'inquiry';
  }
  const sure = 0.62 + 0.35 * (1 - Math.exp(-Math.max(0, margin) / 1.3));
  reasons.push(`Its words read like a ${category}'s.`);
  return {
    category,
    type: ofType.type,
    quote: ofType.quote,
    confidence: Math.min(sure, ofType.confidence),
    reasons,
  };
}

const sumOf = (one: Tally, other: Tally): Tally => ({
  score: Math.min(mostPerType, one.score + other.score),
  best: one.best ?? other.best,
});

function tallyTypes({
  sentences,
  attachmentNames,
}: Pick<Parameters<typeof chooseCategory>[0], 'sentences' | 'attachmentNames'>): Record<
  WordType,
  Tally
> {
  const tallies = Object.fromEntries(
    (Object.keys(sidesOfTypes) as WordType[]).map((type) => [type, { score: 0, best: null }]),
  ) as unknown as Record<WordType, Tally>;
  const seen = new Map<string, number>();
  const count = (label: string, phrase: string, weight: number): Tally | null => {
    // A phrase said often says little more than said once.
    const times = seen.get(`${label} ${phrase}`) ?? 0;
    seen.set(`${label} ${phrase}`, times + 1);
    if (times > 1) return null;
    const [type, strength] = label.split(' ') as [WordType, string];
    const tally = tallies[type];
    const gain = weight * (strength === 'strong' ? 3 : 1) * (times === 0 ? 1 : 0.3);
    tally.score = Math.min(mostPerType, tally.score + gain);
    return tally;
  };
  for (const { text, words, where, weight } of sentences) {
    for (const { label, phrase, isNegated } of findTypes(words)) {
      // "We have not received the invoice" is about an invoice; "not great" is no praise.
      if (isNegated && /^(?:praise|phishing)/.test(label)) continue;
      const tally = count(label, phrase, weight);
      if (tally && label.endsWith('strong') && (tally.best?.weight ?? 0) < weight) {
        tally.best = { text, where, weight };
      }
    }
  }
  for (const name of attachmentNames) {
    for (const type of typesOfFilename(name)) count(`${type} strong`, 'attachment', 1.3);
  }
  return tallies;
}

const filenameTypes: readonly [WordType, RegExp][] = [
  ['invoice', /invoice|\binv[-_ #\d]|statement|\bbill\b/],
  ['payment', /receipt|remittance|payment/],
  ['insurance', /\bcoi\b|certificate[-_ ]of[-_ ]insurance|policy|insurance/],
  ['contract', /lease|contract|agreement|quote|proposal|addendum|estimate/],
  ['inspection', /inspection|violation|permit/],
  ['delivery', /packing|delivery|bill[-_ ]of[-_ ]lading|\bbol\b|\bpod\b/],
  ['schedule', /schedule|roster|rota/],
  ['report', /report|summary/],
];

function typesOfFilename(name: string): WordType[] {
  const lower = name.slice(0, 200).toLowerCase().replaceAll('_', ' ');
  return filenameTypes.filter(([, pattern]) => pattern.test(lower)).map(([type]) => type);
}

/** Customers name their booking; of what they sell, vendors say "order" or "invoice". */
const bookingNumber =
  /\b(?:booking|reservation)(?: (?:no\.?|number|id|ref))? ?#?[A-Z]{0,5}-?\d{3,10}\b/i;

function tallySides(
  sentences: readonly ReadSentence[],
): Record<'vendor' | 'customer' | 'staff', number> {
  const sides = { vendor: 0, customer: 0, staff: 0 };
  const seen = new Set<string>();
  for (const { text, words, weight } of sentences) {
    const reference = bookingNumber.exec(text)?.[0];
    if (reference !== undefined && !seen.has(reference)) {
      seen.add(reference);
      sides.customer += Math.min(weight, 1.5);
    }
    for (const { label, phrase } of findSides(words)) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      sides[label] += Math.min(weight, 1.5);
    }
  }
  return sides;
}

function chooseType(
  tallies: Record<WordType, Tally>,
  category: Category,
): Pick<Choice, 'type' | 'confidence' | 'quote'> {
  const ranked = (Object.entries(tallies) as [WordType, Tally][])
    .map(([type, { score, best }]) => ({
      type,
      score: score * (damping[category][type] ?? 1),
      best,
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score < 2) {
    return { type: 'other', confidence: 0.92, quote: null };
  }
  const lead = first.score - (second?.score ?? 0);
  return {
    type: first.type,
    confidence: lead >= 2 ? 0.97 : lead >= 0.5 ? 0.93 : 0.9,
    quote: first.best,
  };
}
