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
    `Your estimate comes to ${usd(estimateIn(r).estimated_total)}. This is an estimate; the booking form shows the final price.`,
  (r) => {
    const { line_items, estimated_total } = estimateIn(r);
    return `Here is the breakdown:\n\n${line_items.map(({ label, amount }) => `- **${label}**: ${usd(amount)}`).join('\n')}\n\n**Total: ${usd(estimated_total)}**\n\nWould you like to start a booking?`;
  },
  (r) => {
    const { line_items, estimated_total } = estimateIn(r);
    return `That would be ${usd(estimated_total)} in total: ${list(line_items.map(({ label, amount }) => `${label} at ${usd(amount)}`))}. Weekend and peak surcharges may apply depending on your date. When would you like to move?`;
  },
  (r) => {
    const { line_items, estimated_total } = estimateIn(r);
    return `| Item | Price |\n| --- | --- |\n${line_items.map(({ label, amount }) => `| ${label} | ${usd(amount)} |`).join('\n')}\n| Total | ${usd(estimated_total)} |\n\nPlease note that this is only an estimate.`;
  },
  (r) =>
    `Great choice! I've calculated that for you: the estimated total is **${usd(estimateIn(r).estimated_total)}**. To give you an exact price I would need your ZIP codes and your pickup date.`,
  (r) =>
    `The price is ${estimateIn(r).estimated_total.toLocaleString('en-US')} dollars. If you'd like, I can prepare the booking for you.`,
];

const coverage: readonly Say[] = [
  (r) => String(r[0]?.message),
  (r) =>
    r[0]?.serviceable === true
      ? `Yes, we serve that ZIP code${r[0].surcharge === true ? ', with a surcharge of $175 for each address there' : ' without any surcharge'}. Where would you like your things delivered?`
      : `I'm sorry, that ZIP code is outside our regular service area. For a custom quote, please call (631) 595-5100 or e-mail info@totetaxi.com.`,
  (r) =>
    r[0]?.serviceable === true
      ? `Good news! We do cover your area. ${r[0].surcharge === true ? 'Please note that a $175 surcharge applies per address there.' : 'There is no surcharge for it.'}`
      : `Unfortunately we don't serve that area at the moment. You're welcome to call us at (631) 595-5100 for a custom quote.`,
];

const days: readonly Say[] = [
  (r) => {
    const open = daysIn(r).filter(isFree);
    const busy = daysIn(r).filter(({ availability }) => availability === 'busy');
    return `These days are available:\n${open.map(({ date }) => `- ${long(date)}`).join('\n')}\n${busy.length > 0 ? `\nBusy: ${list(busy.map(({ date }) => long(date)))}.` : ''}\n\nWhich day suits you best?`;
  },
  (r) =>
    `${list(
      daysIn(r)
        .filter(isFree)
        .map(({ date }) => long(date)),
    )} ${daysIn(r).filter(isFree).length === 1 ? 'is' : 'are all'} available. Would you like me to prepare a booking?`,
  (r) =>
    daysIn(r)
      .map((day) =>
        day.blocked
          ? `${long(day.date)} can't be booked online; please call (631) 595-5100.`
          : `${long(day.date)} is ${day.availability}.`,
      )
      .join(' '),
  (r) =>
    `The first free day is ${short(daysIn(r).find(isFree)?.date ?? '')}. Shall I start the booking for that day?`,
  (r) =>
    `Yes, ${long(daysIn(r).filter(isFree).at(-1)?.date ?? '')} is still open! Saturdays and Sundays carry a weekend surcharge of $175 on Mini Moves and $50 on Standard Deliveries.`,
];

const bookings: readonly Say[] = [
  (r) =>
    bookingsIn(r)
      .map(
        (one) =>
          `- **${one.booking_number}** (${one.service}): ${one.status}, pickup on ${long(one.pickup_date)}, ${usd(one.total)}`,
      )
      .join('\n'),
  (r) => {
    const one = bookingsIn(r)[0];
    return `Your newest booking is ${one?.booking_number}, a ${one?.service} on ${long(one?.pickup_date ?? '')}. Its status is ${one?.status}, and the total is ${usd(one?.total ?? 0)}. Is there anything else I can help you with?`;
  },
  (r) =>
    bookingsIn(r)
      .slice(0, 2)
      .map((one) => `Your booking ${one.booking_number} is ${one.status}.`)
      .join(' '),
];

const history: readonly Say[] = [
  (r) =>
    `You have spent ${usd(Number(r[0]?.total_spent))} with us over ${r[0]?.total_bookings} bookings. Thank you for moving with ToteTaxi!`,
];

const handoffs: readonly Say[] = [
  () =>
    `Your booking is prepared: a Petite Move on Wednesday, December 9. Press Start Booking to check the details and finish. Payment follows by an e-mailed link.`,
  () =>
    `I've put everything into the booking form. Please check the details in the card below and press **Start Booking**; nothing is booked until you do. Once your booking is confirmed, you'll get an e-mail.`,
];

const facts: readonly Say[] = [
  () =>
    `Hi there! I'd be happy to help. Are you planning a move, sending a few items, or do you need bags taken to an airport?`,
  () =>
    `We offer three Mini Move packages: the Petite Move at $995 (8-15 pieces), the Standard Move at $1,950 (15-30 pieces) and the Full Move at $3,250 (50-60 pieces). A COI is $50 extra with the Petite Move and included in the other two.`,
  () =>
    `Standard Delivery is $95 per item with a $285 minimum. Same-day delivery adds $360. How many items do you have?`,
  () =>
    `Airport Transfers cost $75 a bag, with two bags at least ($150). We serve JFK and EWR in both directions.`,
  () =>
    `If you cancel within 48 hours of booking you get a full refund, except for holiday weekends and sold-out dates. After that you receive a credit.`,
  () =>
    `I can't change or cancel a booking from here. Please e-mail orders@totetaxi.com or call (631) 595-5100 and our team will take care of it.`,
  () =>
    `We serve Manhattan, Brooklyn and the Hamptons without a surcharge. Parts of New Jersey and Connecticut, and Hamptons East (Amagansett, Montauk, Shelter Island), cost $175 more for each address. Outside these areas we offer custom quotes by phone or e-mail.`,
  () =>
    `The driver waits for up to 10 minutes, and a missed delivery costs $20. You'll get a tracking link when the driver sets off.`,
  () =>
    `Liability is limited to half the purchase price, at most $150 an item. For $100 an order is covered up to $1,000.`,
  () =>
    `There are discounts for bank transfer, cash and referrals: please call (631) 595-5100 to get one. Promo codes are entered at checkout.`,
  () =>
    `Which ZIP codes are you moving from and to? With these I can check whether we serve both addresses and give you an exact price.`,
  () =>
    `Of course! Could you tell me how many pieces you have and when you would like us to pick them up? I'll check which days are available.`,
  () =>
    `I'm not able to see bookings unless you're signed in. Please sign in on our website, and I'll look it up for you.`,
  () =>
    `Packing and unpacking are taxed at 8.25%. For the Petite Move, packing is $1,400 and unpacking $1,130, each with two organizers for four hours.`,
];

const cross = (requests: readonly Omit<AnswerCase, 'say'>[], sayings: readonly Say[]) =>
  requests.flatMap((request) => sayings.map((say): AnswerCase => ({ ...request, say })));

/** Wordings that the rules were written beside. */
export const HONEST_ANSWERS: readonly AnswerCase[] = [
  ...cross(ESTIMATES, estimates),
  ...cross(ZIP_CODES, coverage),
  ...cross(PERIODS, days),
  ...cross(BOOKINGS, bookings),
  ...cross(HISTORY, history),
  ...cross(HANDOFFS, handoffs),
  ...cross(NOTHING, facts),
];
