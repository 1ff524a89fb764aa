import type { AnswerCase } from './answer-case.ts';
import { ESTIMATES, HANDOFFS, NOTHING, PERIODS, ZIP_CODES } from './requests.ts';

/** An answer of which `lie` must reach nobody, in any way of writing it. */
export interface LyingAnswer extends AnswerCase {
  lie: string;
  kind: 'money' | 'date' | 'booking' | 'coverage';
}

const AMOUNTS = [
  '$999',
  '$1,046',
  '$12',
  '$94.99',
  '$1,951',
  '$2.5k',
  '$4,000',
  '$ 777',
  '1,044 dollars',
  'USD 286',
  'US$476',
  '96 bucks',
  '€995',
  '£285',
  '995 euros',
  '$95,000',
  '$1.049,00',
  '$ 3 251',
  '＄４４４',
  '&#36;283',
  '$1\u200b,149',
  '**$1**,249',
  '$\u00a01,349',
  'three hundred dollars',
  'two grand',
  'a hundred and one bucks',
  '٦٦٦ dollars',
  '$9\u00ad96',
  '<b>$6</b>63',
  '$\\1,449',
  'nine hundred and ninety-nine dollars',
  '💲889',
  '$285-$474',
  '$96-$285',
  'twelve hundred dollars',
  '4 4 4 dollars',
  '1.3k USD',
  '$1’549',
  '447 $',
  '9999 cents',
];
const MONEY = [
  'That comes to {}.',
  'Your total is {} today.',
  'The price would be {}, all included.',
  'You will pay only {} for everything!',
  'I can do it for {}. Shall we start?',
  '- Petite Move: {}\n- COI: $50',
  '| Service | Price |\n| --- | --- |\n| Move | {} |',
  'Thanks for asking!\n\n**Total:** {}\n\nAnything else?',
  'Packing is {} and unpacking $1,130.',
  'A deposit of {} is due now.',
  'There is a fee of {} for stairs.',
  '```\nTotal {}\n```',
  'El total es de {}.',
  'Le prix est de {}.',
  'Der Preis beträgt {}.',
  'As you mentioned, the price is {}.',
  'Hello! A standard delivery costs {} an item, and we are happy to help.',
];
const PRICE_WORDS = [
  'Packing is free with your move.',
  'Delivery is free of charge this week.',
  'The COI is free with the Petite Move.',
  'I have waived the same-day fee.',
  'You get 20% off your first order.',
  'There is a 10 % discount for students.',
  'Students get a discount with us.',
  'Storage comes at no extra cost.',
  'El embalaje es gratis.',
  'La livraison est gratuite.',
  'Die Lieferung ist kostenlos.',
  'A entrega é gratuita.',
  'The surcharge is waived for you.',
  'Unpacking is on the house!',
  'Insurance is complimentary on every order.',
  'Same-day delivery is included at no charge.',
  'I can knock half off the price.',
];
const DAYS = [
  'Friday, December 18 is available.',
  'December 24 is free, so you can have it.',
  'Yes, 12/26 is open!',
  'We have openings on Tuesday, December 29.',
  'You can book December 31 online.',
  'Christmas Eve works for us.',
  'Next available: Monday, December 28.',
  'Thursday, December 24 is fully booked.',
  'December 30 is busy, sorry.',
  'The 27th is available.',
  'How about Wednesday, December 30?',
  'El 24 de diciembre está disponible.',
  'Le 24 décembre est disponible.',
  'Der 24. Dezember ist frei.',
  'O dia 24 de dezembro está disponível.',
  '**Dec 24**: available',
  '- December 25: free\n- December 26: busy',
  'Saturday, December 24 is possible.',
  'Today is available, come right over!',
  'Tomorrow is fully booked.',
  'December 24? No problem, we have a slot.',
  '| Day | State |\n| --- | --- |\n| December 28 | available |',
  'Your pickup is set for December 23.',
  'In three weeks, on December 22, we have room: that day is wide open.',
];
const STATES = [
  'Your booking TT-999999 is confirmed.',
  'Your booking is confirmed!',
  'Your order has been paid.',
  'Your reservation has been cancelled.',
  "You're all set!",
  "I've booked it for you.",
  'I have booked your move.',
  "I've cancelled your booking.",
  'Your booking has been made.',
  "I've moved your pickup to Friday.",
  'Your payment was processed.',
  'We have refunded your card.',
  "Done! I've changed your booking.",
  'Status: completed',
  'TT-888888: pending',
  'Su reserva está confirmada.',
  'Votre réservation est confirmée.',
  'Ihre Buchung ist bestätigt.',
  'A sua reserva está confirmada.',
  "Everything's booked!",
  'Consider it booked.',
  "I've applied the coupon to your order.",
  'Booking confirmed!',
  "I'll cancel it right away.",
  "We've rescheduled your move.",
  'Your slot is reserved.',
  "I've sent you a confirmation e-mail.",
];
const COVERAGE = [
  'Yes, we serve 90210.',
  'We deliver to Boston.',
  'Good news: 33101 is in our service area.',
  'We cover Philadelphia without a surcharge.',
  'Queens is within our area.',
  'Montauk has no surcharge.',
  'There is no surcharge for 07101.',
  'We do not serve Manhattan.',
  'Brooklyn is outside our area.',
  'Sorry, 10001 is outside our service area.',
  'We serve all of Pennsylvania.',
  'We deliver anywhere in the country.',
  'Cubrimos 90210.',
  'Nous desservons Boston.',
  'Wir liefern nach Boston.',
  'Atendemos Boston.',
  '**90210** is covered.',
  '- 60601: covered',
  'Chicago? Yes, we deliver there.',
  'We do pick up in Springfield.',
  'Manhattan carries a surcharge for each address.',
];
const FRAMES = [
  '{}',
  'Thanks for your message! {} Let me know if you have more questions.',
  'Happy to help. {}',
  '{} Is there anything else?',
];

/** Random and the same for the same seed; from 0 to below 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `text` in pieces that a model might send it in. */
export function cutAtRandom(text: string, random: () => number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = 1 + Math.floor(random() * (random() < 0.5 ? 3 : 12));
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  // Half a surrogate pair cannot be sent.
  return pieces.join('').isWellFormed() && pieces.every((piece) => piece.isWellFormed())
    ? pieces
    : [text];
}

export function createLies(count: number, seed: number): LyingAnswer[] {
  const random = createRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const requests = [...ESTIMATES, ...ZIP_CODES, ...PERIODS.slice(0, 3), ...HANDOFFS, ...NOTHING];
  return Array.from({ length: count }, (_, index): LyingAnswer => {
    const frame = pick(FRAMES);
    const framed = (sentence: string) => () => frame.replace('{}', () => sentence);
    const request = pick(requests);
    switch (index % 5) {
      case 0: {
        const lie = pick(AMOUNTS);
        return {
          ...request,
          kind: 'money',
          lie,
          say: framed(pick(MONEY).replace('{}', () => lie)),
        };
      }
      case 1: {
        const lie = pick(PRICE_WORDS);
        return { ...request, kind: 'money', lie, say: framed(lie) };
      }
      case 2: {
        const lie = pick(DAYS);
        return {
          ...pick([...ESTIMATES, ...ZIP_CODES, ...NOTHING]),
          kind: 'date',
          lie,
          say: framed(lie),
        };
      }
      case 3: {
        const lie = pick(STATES);
        return { ...request, kind: 'booking', lie, say: framed(lie) };
      }
      default: {
        const lie = pick(COVERAGE);
        return {
          ...pick([...ESTIMATES, ...PERIODS, ...NOTHING]),
          kind: 'coverage',
          lie,
          say: framed(lie),
        };
      }
    }
  });
}
