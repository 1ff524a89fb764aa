import {
  type AnswerCase,
  bookingsIn,
  daysIn,
  estimateIn,
  isFree,
  list,
  long,
  type Results,
  short,
  slashed,
  usd,
} from './answer-case.ts';
import { BOOKINGS, ESTIMATES, HANDOFFS, HISTORY, NOTHING, PERIODS, ZIP_CODES } from './requests.ts';

type Say = (results: Results) => string;

const estimates: readonly Say[] = [
  (r) =>
    `For that you're looking at roughly nothing hidden: ${usd(estimateIn(r).estimated_total)} all in. Keep in mind that it's an estimate and that the form will show the price again before you book.`,
  (r) => {
    const { line_items, estimated_total } = estimateIn(r);
    return `Sure thing! ${line_items.map(({ label, amount }) => `${label}: ${usd(amount)}`).join('; ')}. Altogether ${usd(estimated_total)}.`;
  },
  (r) => {
    const { line_items, estimated_total } = estimateIn(r);
    return `1. ${line_items.map(({ label, amount }) => `${label} — ${usd(amount)}`).join('\n2. ')}\n\nEstimated total: *${usd(estimated_total)}*. Do you already know your pickup day?`;
  },
  (r) =>
    `With what you've told me so far, the total would be USD ${estimateIn(r).estimated_total}. A date on a weekend can raise it. Which ZIP code do we pick up in?`,
  (r) =>
    `Happy to help! The estimate I got is ${usd(estimateIn(r).estimated_total)}, which includes everything you mentioned. Just say the word and I'll open the booking form for you.`,
  (r) =>
    `Le prix estimé est de ${usd(estimateIn(r).estimated_total)}. Souhaitez-vous commencer la réservation ?`,
  (r) =>
    `El precio estimado es de ${usd(estimateIn(r).estimated_total)}. ¿Para qué día lo necesita?`,
];

const coverage: readonly Say[] = [
  (r) =>
    r[0]?.serviceable === true
      ? `We certainly do. ${r[0].message} Is that your pickup or your delivery address?`
      : `I checked, and we don't deliver there as part of our regular service. Our team can put together a custom quote: (631) 595-5100.`,
  (r) =>
    r[0]?.serviceable === true
      ? `Absolutely, that address is within our service area${r[0].surcharge === true ? ' (a $175 surcharge per address applies)' : ', and no surcharge applies'}.`
      : `That one is not in our area, I'm afraid. ${r[0]?.suggestion}`,
  (r) =>
    r[0]?.serviceable === true
      ? `Yes! ${r[0].surcharge === true ? "It's in our surcharge zone, so it adds $175." : "It's in our core zone, so there's nothing to add."}`
      : `Sorry, no: it's outside the area we serve.`,
];

const days: readonly Say[] = [
  (r) =>
    `I had a look. Open right now: ${daysIn(r)
      .filter(isFree)
      .map(({ date }) => short(date))
      .join(', ')}. Let me know which one you prefer!`,
  (r) =>
    daysIn(r)
      .filter(({ blocked }) => !blocked)
      .map((day) => `| ${short(day.date)} | ${isFree(day) ? 'available' : 'busy'} |`)
      .join('\n'),
  (r) =>
    `We have availability on ${list(
      daysIn(r)
        .filter(isFree)
        .map(({ date }) => slashed(date)),
    )}.`,
  (r) => {
    const [first, second] = daysIn(r).filter(isFree);
    return second === undefined
      ? `${long(first?.date ?? '')} works. Should I get the form ready?`
      : `How about ${long(first?.date ?? '')} or ${long(second.date)}? Both are free.`;
  },
  (r) => {
    const busy = daysIn(r).filter(({ availability }) => availability === 'busy');
    return busy.length === 0
      ? `No busy days there at all: every day that can be booked online is available.`
      : `Only ${list(busy.map(({ date }) => long(date)))} ${busy.length === 1 ? 'is' : 'are'} fully booked; the other days look good.`;
  },
];

const bookings: readonly Say[] = [
  (r) =>
    `I found ${bookingsIn(r).length} bookings on your account.\n\n${bookingsIn(r)
      .map(
        (one, index) =>
          `${index + 1}. ${one.booking_number} – ${one.service}, ${short(one.pickup_date)} – ${one.status} – ${usd(one.total)}`,
      )
      .join('\n')}`,
  (r) => {
    const one = bookingsIn(r)[1] ?? bookingsIn(r)[0];
    return `${one?.booking_number} is currently marked as ${one?.status}. The pickup date is ${one?.pickup_date}.`;
  },
  (r) => {
    const one = bookingsIn(r)[0];
    return `Let me see… Booking ${one?.booking_number}:\n- Service: ${one?.service}\n- Status: ${one?.status}\n- Pickup: ${long(one?.pickup_date ?? '')}\n- Total: ${usd(one?.total ?? 0)}\n\nFor changes, please write to orders@totetaxi.com.`;
  },
];

const history: readonly Say[] = [
  (r) =>
    `So far you've made ${r[0]?.total_bookings} bookings, ${r[0]?.completed} of them completed and ${r[0]?.upcoming} upcoming. In total you've spent ${usd(Number(r[0]?.total_spent))}.`,
];

const handoffs: readonly Say[] = [
  () =>
    `All right, the form is ready with your Petite Move for December 9, picking up in 10001 and delivering to 11937. Tap Start Booking when you're ready.`,
  () =>
    `Done! I've filled in the form: Petite Move, December 9. Please review it and complete the booking there. The final price will be shown before you confirm.`,
];

const facts: readonly Say[] = [
  () =>
    `Thanks for reaching out! ToteTaxi moves luggage, deliveries and small households between New York City and the Hamptons. What can I do for you today?`,
  () =>
    `For a household your size I'd recommend the Standard Move. It's $1,950, it's our most popular package, and the COI is included.`,
  () => `A Peloton is $500, a surfboard or a foldable crib $350 each, and a wardrobe box $275.`,
  () => `Tips are never expected, but always welcome.`,
  () =>
    `You can leave the items in a safe place, as long as you say where in the booking's instructions. Please label every bag with the name on the order.`,
  () =>
    `Pickups take place between 8 and 11:30 AM, and deliveries arrive before 6 PM. I can't promise an exact time.`,
  () =>
    `Today's pickups can't be booked online, but you can arrange one by phone: (631) 595-5100. The earliest pickup you can book online is tomorrow.`,
  () =>
    `I'm afraid I can't give discounts here. If you call or e-mail us, the team can tell you about the ones for cash, bank transfer and referrals.`,
  () =>
    `Luggage storage is $20 a day at our office in Southampton. LGA and the private terminals at Westchester are possible by arrangement.`,
  () =>
    `Your budget of $1,200 is noted. The Petite Move at $995 would fit best; should I check a date for you?`,
  () => `I don't have that information, sorry. Our team at (631) 595-5100 will know.`,
  () =>
    `On Saturdays and Sundays a Mini Move costs $175 more. The same goes for peak dates such as July 4.`,
  () =>
    `No problem, take your time! Whenever you're ready, tell me your dates and addresses and I'll check everything for you.`,
  () =>
    `Great question. We never carry live plants, prescription drugs or refrigerated food, and more than 8 gallons of liquid is not possible either.`,
  () =>
    `The one chosen pickup hour is $175 extra with the Standard Move. Otherwise the driver comes between 8 and 11 AM.`,
  () => `Wir liefern auch nach Manhattan und Brooklyn. Wie viele Gepäckstücke haben Sie?`,
  () => `Claro, con gusto. ¿Cuántas maletas son y a qué aeropuerto van?`,
];

const cross = (requests: readonly Omit<AnswerCase, 'say'>[], sayings: readonly Say[]) =>
  requests.flatMap((request) => sayings.map((say): AnswerCase => ({ ...request, say })));

/** More wordings that the rules were written beside. */
export const MORE_ANSWERS: readonly AnswerCase[] = [
  ...cross(ESTIMATES, estimates),
  ...cross(ZIP_CODES, coverage),
  ...cross(PERIODS, days),
  ...cross(BOOKINGS, bookings),
  ...cross(HISTORY, history),
  ...cross(HANDOFFS, handoffs),
  ...cross(
    NOTHING.map((request) => ({ ...request, ask: 'My budget is $1,200. What can you offer?' })),
    facts,
  ),
];
