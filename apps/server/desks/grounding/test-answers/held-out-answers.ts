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
  usd,
} from './answer-case.ts';
import { BOOKINGS, ESTIMATES, HANDOFFS, HISTORY, NOTHING, PERIODS, ZIP_CODES } from './requests.ts';

type Say = (results: Results) => string;

const estimates: readonly Say[] = [
  (r) =>
    `I ran the numbers for you, and it comes out at ${usd(estimateIn(r).estimated_total)}. That already has everything in it that you told me about. Want me to set up the booking form?`,
  (r) =>
    `Based on the details you gave me, you can expect to pay ${usd(estimateIn(r).estimated_total)}.\n\nA few notes:\n- It's an estimate, not a final price.\n- Weekends and peak dates cost more.\n- Payment is by an e-mailed link after you book.`,
  (r) =>
    `${estimateIn(r)
      .line_items.map(({ label, amount }) => `${label} is ${usd(amount)}.`)
      .join(' ')} So the whole estimate is ${usd(estimateIn(r).estimated_total)}.`,
  (r) =>
    `**Estimate**\n\n\`\`\`\n${estimateIn(r)
      .line_items.map(({ label, amount }) => `${label.padEnd(50)} ${usd(amount)}`)
      .join(
        '\n',
      )}\nTotal ${usd(estimateIn(r).estimated_total)}\n\`\`\`\n\nWhat date were you thinking of?`,
  (r) => `Der geschätzte Preis beträgt ${usd(estimateIn(r).estimated_total)}. Möchten Sie buchen?`,
];
const coverage: readonly Say[] = [
  (r) =>
    r[0]?.serviceable === true
      ? `You're in luck: we pick up and deliver there. ${r[0].surcharge === true ? 'Each address in that area costs $175 more.' : 'And you pay no surcharge.'} What are we moving for you?`
      : `I looked it up and it's not one of the ZIP codes we cover. It may still be possible as a custom quote, so feel free to call (631) 595-5100.`,
  (r) =>
    r[0]?.serviceable === true
      ? `That's a yes. ${r[0].message}`
      : `${r[0]?.message} ${r[0]?.suggestion}`,
];
const days: readonly Say[] = [
  (r) =>
    `Here's how that period looks:\n${daysIn(r)
      .map(
        (day) =>
          `* ${short(day.date)}: ${day.blocked ? 'not bookable online' : isFree(day) ? 'free' : 'fully booked'}`,
      )
      .join('\n')}\nShould I pencil one of them into the form?`,
  (r) =>
    `As of now ${list(
      daysIn(r)
        .filter(isFree)
        .slice(0, 3)
        .map(({ date }) => long(date)),
    )} ${daysIn(r).filter(isFree).length === 1 ? 'is' : 'are'} open. Availability can change until you book.`,
  (r) =>
    `You could go with ${long(daysIn(r).find(isFree)?.date ?? '')}, for example. It's still available.`,
];
const bookings: readonly Say[] = [
  (r) =>
    `Here's what I see on your account:\n\n| Booking | Service | Pickup | Status | Total |\n| --- | --- | --- | --- | --- |\n${bookingsIn(
      r,
    )
      .map(
        (one) =>
          `| ${one.booking_number} | ${one.service} | ${short(one.pickup_date)} | ${one.status} | ${usd(one.total)} |`,
      )
      .join('\n')}`,
  (r) => {
    const one = bookingsIn(r)[2];
    return `Yes, your ${one?.service} on ${long(one?.pickup_date ?? '')} (${one?.booking_number}) is ${one?.status}. It cost ${usd(one?.total ?? 0)}.`;
  },
  (r) =>
    `The pickup for ${bookingsIn(r)[0]?.booking_number} is scheduled for ${long(bookingsIn(r)[0]?.pickup_date ?? '')}. If you need to change it, e-mail orders@totetaxi.com.`,
];
const history: readonly Say[] = [
  (r) =>
    `Your bookings so far add up to ${usd(Number(r[0]?.total_spent))}. ${r[0]?.upcoming} of the ${r[0]?.total_bookings} are still to come.`,
];
const handoffs: readonly Say[] = [
  () =>
    `Here you go! Your Petite Move for Wednesday, December 9, from 10001 to 11937, is ready to be booked. Check the card, then press the button to continue.`,
  () =>
    `I've prepared the form with your details. You can still change anything there. Payment isn't taken here; you'll get a link by e-mail after booking.`,
];
const facts: readonly Say[] = [
  () =>
    `Sounds like a Standard Delivery to me: $95 an item, $285 at least. If you have 8 items or more, a Mini Move is usually the better choice.`,
  () =>
    `The Full Move is made for families of 6 or more. At $3,250 it covers 50-60 pieces and comes with priority scheduling and a COI.`,
  () =>
    `Sure! What would you like to know? I can tell you about prices, the areas we serve, available dates, and your own bookings.`,
  () => `To check that I need the ZIP code. Could you send it to me?`,
  () =>
    `Yes, we bring bags to JFK and to Newark. Each bag is $75, and there's a two-bag minimum of $150.`,
  () =>
    `We can't carry that, sorry. Hazardous goods, cash, live plants and tobacco are among the things that we don't transport.`,
  () =>
    `Claims have to be reported within 24 hours and sent by certified mail within 30 days. Liability is at most $150 an item.`,
  () =>
    `For a same-day pickup please call (631) 595-5100; it can't be booked online. With a Standard Delivery it adds $360.`,
  () =>
    `I'm just the assistant on this website, so I can't cancel bookings or process payments. Please call our team for that.`,
  () =>
    `The Certificate of Insurance costs $50 with a Petite Move, and it's included with the Standard and the Full Move at no extra cost.`,
  () => `That's kind of you! Tips aren't expected, but drivers are always happy about one. 😊`,
  () =>
    `Montauk, Amagansett and Shelter Island are in our surcharge area: $175 for each address there. Southampton and East Hampton have no surcharge.`,
  () => `We don't serve Boston, I'm sorry. You can get a custom quote by phone or e-mail, though.`,
  () =>
    `Wonderful! First, which service do you need? Second, where from and where to? Third, when?`,
];
const cross = (requests: readonly Omit<AnswerCase, 'say'>[], sayings: readonly Say[]) =>
  requests.flatMap((request) => sayings.map((say): AnswerCase => ({ ...request, say })));

/** Wordings written when the rules were done, and not used to change them. */
export const HELD_OUT_ANSWERS: readonly AnswerCase[] = [
  ...cross(ESTIMATES, estimates),
  ...cross(ZIP_CODES, coverage),
  ...cross(PERIODS, days),
  ...cross(BOOKINGS, bookings),
  ...cross(HISTORY, history),
  ...cross(HANDOFFS, handoffs),
  ...cross(NOTHING, facts),
];
