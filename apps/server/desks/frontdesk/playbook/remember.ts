import { type LocalTime, readDays } from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { isBookingQuestion } from './goals/is-booking-question.ts';
import { asksPerPiece } from './goals/signals/asks-per-piece.ts';
import { namesOwnBooking } from './goals/signals/existing-booking-signals.ts';
import { type Heard, isTopic, type Memory } from './memory.ts';
import type { Order } from './order/order.ts';
import { mentionedExtras } from './reading/extras/read-extras.ts';
import { readHomes } from './reading/places/named-homes.ts';
import { lastToCome } from './reading/rephrase/with-goods-named.ts';
import { optionsToCome } from './reading/rephrase/with-option-named.ts';
import { readChoices } from './reading/services/read-choice.ts';

/** What came to the order last, so that "remove it again" takes it back. */
export function rememberWhatCame(memory: Memory, before: Order): void {
  const options = optionsToCome(before, memory.order);
  if (options.length > 0 || memory.heard.changed.size > 0) memory.optionsLast = options;
  memory.cameLast = lastToCome(before, memory.order) ?? memory.cameLast;
}

/** What a message leaves for the next one, once its goals are chosen. */
export function remember(
  memory: Memory,
  { business, now }: { business: Business; now: LocalTime },
): void {
  const { heard } = memory;
  const { text, zips, days, goals } = heard;
  const topic = goals.findLast(isTopic);
  // A side question in the middle of a booking does not end the booking.
  if (topic !== undefined && !(memory.topic === 'booking' && isBookingQuestion(memory))) {
    memory.topic = topic;
  }
  memory.lastPlace = lastPlaceOf(heard) ?? memory.lastPlace;
  memory.homes = { ...memory.homes, ...readHomes(text, placedZips(heard)) };
  memory.zipsNamed = [...new Set([...memory.zipsNamed, ...zips])].slice(-2);
  if (goals.includes('coverage') && zips.length > 1) memory.zipsAsked = [...new Set(zips)];
  memory.daysNamed = withDaysNamed(memory);
  memory.choices = readChoices(text, days) ?? memory.choices;
  // "How much per bag is that?" stays with what was told.
  const staysTold = asksPerPiece(text) || isOfOwnGoods(memory);
  memory.policy = toldPolicy(heard, business) ?? (staysTold ? memory.policy : undefined);
  if (topic !== undefined) memory.meant = undefined;
  else if (namesOwnBooking(text) || goals.includes('history')) {
    // "From the 7th to the 9th": the day it has comes before the one it shall have.
    memory.meant = { text, days: [...readDays(text.replace(/ to /g, ' . '), now), ...days] };
  }
  memory.mentioned = mentionedExtras(text);
  memory.asked = undefined;
}

const MOST_DAYS = 8;

/** The newest last; of own bookings none. */
function withDaysNamed({ daysNamed, heard: { days, goals }, order }: Memory): readonly string[] {
  if (goals.includes('bookings') || goals.includes('history')) return daysNamed;
  const single = days.flatMap(({ first, last }) => (first !== '' && first === last ? first : []));
  const named = [...single, ...(order.day === undefined ? [] : [order.day])];
  return [...daysNamed.filter((day) => !named.includes(day)), ...new Set(named)].slice(-MOST_DAYS);
}

function lastPlaceOf({ text, zips, places }: Heard): Memory['lastPlace'] {
  const [zip, place] = [zips.at(-1), places.at(-1)];
  if (zip === undefined && place === undefined) return undefined;
  const isPlaceLast = zip === undefined || (place?.index ?? -1) > text.indexOf(zip);
  return { zip: isPlaceLast ? place?.zip : zip, place: place?.name };
}

/** The ZIP codes of a message where they stand, and those of its towns. */
const placedZips = ({ text, zips, places }: Heard): { zip: string; index: number }[] =>
  [
    ...zips.map((zip) => ({ zip, index: text.indexOf(zip) })),
    ...places.flatMap(({ zip, index }) => (zip === undefined ? [] : { zip, index })),
  ].sort((a, b) => a.index - b.index);

/** A policy about the very item that is ordered is spoken about as long as the item is. */
const isOfOwnGoods = ({ policy, order: { specialty } }: Memory): boolean =>
  specialty !== undefined && specialty === policy?.goal.slice('policy:'.length);

function toldPolicy({ goals }: Heard, { policies }: Business): Memory['policy'] {
  const goal = goals.findLast((one) => one.startsWith('policy:'));
  const text = policies.find(({ id }) => `policy:${id}` === goal)?.text.toLowerCase();
  return goal === undefined || text === undefined ? undefined : { goal, text };
}
