import { plainText, splitRequests } from '@deskbell/clerk';
import { DOES_WITHOUT } from '../goals/read-goals.ts';
import type { Memory } from '../memory.ts';
import { correctInstructions, mergeInstructions } from '../reading/extras/merge-instructions.ts';
import { type Extra, readWantedExtras } from '../reading/extras/read-extras.ts';
import type { Details } from '../reading/read-details.ts';
import type { Rephrased } from '../reading/rephrase/rephrase.ts';
import { serviceOf } from './order.ts';

/** Adds to the details of a message what it says beside them: no airport, a note for the driver, an extra. */
export function addSaidBeside(
  details: Details,
  { raw, said, memory }: { raw: string; said: Rephrased; memory: Memory },
): void {
  if (said.isNoAirport && serviceOf(memory.order) === 'blade_transfer') {
    details.dropped.push('service', 'direction', 'airport', 'terminal');
  }
  addInstructions(details, said.forDriver, { message: plainText(raw), memory });
  if (splitRequests(said.text).some((request) => DOES_WITHOUT.test(request))) {
    details.dropped.push('pickupHour');
  }
  const wanted = readWantedExtras(said.text, memory.mentioned);
  for (const [extra, value] of Object.entries(wanted) as [Extra, boolean][]) {
    details.order[extra] ??= value;
  }
}

function addInstructions(
  details: Details,
  forDriver: Rephrased['forDriver'],
  { message, memory }: { message: string; memory: Memory },
): void {
  const { instructions: note } = memory.order;
  if (forDriver.isDropped) details.dropped.push('instructions');
  else if (forDriver.sentences.length > 0) {
    details.order.instructions = mergeInstructions(note, forDriver.sentences, message);
  } else if (note !== undefined) {
    const corrected = correctInstructions(note, message);
    if (corrected !== undefined) details.order.instructions = corrected;
  }
}
