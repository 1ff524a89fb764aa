import { detectLanguage, type LocalTime, normalize, type Speller } from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import type { Carries } from './goals/carries.ts';
import { chooseGoals } from './goals/choose-goals.ts';
import { wishPriceOfServed, wishPriceOfTold } from './goals/price-not-area.ts';
import { readGoals } from './goals/read-goals.ts';
import type { Goal, Memory } from './memory.ts';
import { addSaidBeside } from './order/add-said-beside.ts';
import { applyDetails } from './order/apply-details.ts';
import { beginOrTurn } from './order/begin-or-turn.ts';
import { noteOpenDay } from './order/note-open-day.ts';
import { leavesOrder, settleOrder } from './order/settle-order.ts';
import { asksForBooking } from './order/starts-anew.ts';
import { rephrase } from './reading/rephrase/rephrase.ts';
import { remember, rememberWhatCame } from './remember.ts';

/** Puts a customer's message into the memory: its details, and the goals it sets. */
export function hear(options: {
  memory: Memory;
  raw: string;
  now: LocalTime;
  business: Business;
  carry: (text: string, now: LocalTime) => Readonly<Carries>;
  classify: (request: string, carries: Carries) => readonly Goal[];
  correct: Speller;
}): void {
  const { memory, raw, now, business } = options;
  const { asked } = memory;
  const said = rephrase(raw, options);
  const { text } = said;
  const { goals, areaRequests, ours } = readGoals({ ...options, text });
  if (said.refused !== undefined)
    wishWithoutRefused(goals, { memory, refused: said.refused, text });
  const before = { ...memory.order };
  const { details, isTurned } = beginOrTurn({ memory, text, ours, goals, business, now });
  addSaidBeside(details, { raw, said, memory });
  const { days } = memory;
  const changed = applyDetails(memory, details, { before, isTurned, business });
  wishPriceOfServed(goals, { memory, before, business });
  memory.heard = {
    text,
    goals: [],
    explicit: [...goals],
    asked,
    language: detectLanguage(normalize(raw)),
    zips: details.zips,
    areaZips: details.zips.filter((zip) => areaRequests.some((one) => one.includes(zip))),
    places: details.places,
    days: details.days,
    changed,
  };
  noteOpenDay(memory);
  wishPriceOfTold(goals, { text, details, before, business });
  rememberWhatCame(memory, before);
  memory.heard.goals = chooseGoals(memory, { text, explicit: [...goals], details });
  settleOrder(memory, before);
  if (leavesOrder(memory)) memory.days = days;
  remember(memory, { business, now });
}

/** The goods that were refused are left out, and the rest is what was wished before. */
function wishWithoutRefused(
  goals: Set<Goal>,
  { memory, refused, text }: { memory: Memory; refused: string; text: string },
): void {
  const isBooked = memory.topic === 'booking' || asksForBooking(`${refused} ${text}`);
  goals.clear();
  goals.add(isBooked ? 'booking' : 'price');
}
