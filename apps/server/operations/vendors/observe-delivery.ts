import { splitSentences } from '../agents/text/sentences.ts';
import { createPhraseFinder, type PhraseHit, wordsOf } from '../agents/text/words.ts';

/** What a mail says about a delivery that was due. */
export type DeliveryObservation =
  /** It says itself that a promise was met or not. */
  | { kind: 'met' | 'late'; phrase: string }
  /** It only says that the goods are there: whether in time depends on what was promised. */
  | { kind: 'arrived'; phrase: string };

const findDelivery = createPhraseFinder({
  subject:
    'delivery|deliveries, shipment|shipments, order|orders, truck|trucks, driver|drivers, pallet|pallets, boxes, package|packages, parcel|parcels, supplies, goods, van|vans, installation, technician|technicians, crew',
  late: "delayed, is|are|running|be late, was|were|arrived|came|delivered late, days|hours late, back ordered, on backorder|backorder, behind schedule, missed the delivery|window|deadline, missed our|its delivery|window|deadline, never arrived|came|showed, didn't arrive|come|show, did not arrive|come|show, hasn't arrived|come|shown, has not arrived|come|shown, unable to deliver, cannot deliver, can't deliver, won't be delivered, pushed back|out",
  met: 'delivered on time|schedule, arrived on time|schedule, came on time, on time as promised, delivered as promised|scheduled|agreed, arrived as promised|scheduled|agreed, ahead of schedule',
  arrived:
    'has|have|was|were been delivered, was|were delivered, delivered today|yesterday, has|have arrived, arrived today|yesterday',
  unsure:
    'if, unless, in case, may, might, could, would, whether, when, once, will notify, let us know',
});

type Label = 'subject' | 'late' | 'met' | 'arrived' | 'unsure';

/**
 * Reads whether a promised delivery was met or late, sentence by sentence: statements only, no
 * questions and no "if". Null when nothing is said, or one thing and its opposite.
 */
export function observeDelivery(text: string): DeliveryObservation | null {
  const found: DeliveryObservation[] = [];
  for (const { text: sentence } of splitSentences(text)) {
    if (sentence.trimEnd().endsWith('?')) continue;
    const hits = findDelivery(wordsOf(sentence, 200));
    const has = (label: Label) => hits.some((hit) => hit.label === label);
    if (!has('subject') || has('unsure')) continue;
    const observation = readHits(hits);
    if (observation !== null) found.push(observation);
  }
  const told = found.filter(({ kind }) => kind !== 'arrived');
  const kinds = new Set(told.map(({ kind }) => kind));
  if (kinds.size > 1) return null;
  return told[0] ?? found[0] ?? null;
}

function readHits(hits: readonly PhraseHit<Label>[]): DeliveryObservation | null {
  const late = hits.find(({ label, isNegated }) => label === 'late' && !isNegated);
  if (late !== undefined) return { kind: 'late', phrase: late.phrase };
  const met = hits.find(({ label }) => label === 'met');
  if (met !== undefined) return { kind: met.isNegated ? 'late' : 'met', phrase: met.phrase };
  const arrived = hits.find(({ label, isNegated }) => label === 'arrived' && !isNegated);
  return arrived === undefined ? null : { kind: 'arrived', phrase: arrived.phrase };
}
