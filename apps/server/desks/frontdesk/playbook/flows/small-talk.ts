import { sayCount, sayDay, sayEnglishOnly, sayList } from '@deskbell/clerk';
import { BOOKABLE_DAYS_AHEAD, NEXT_DAY_CUTOFF_HOUR } from '../../../../bookings/booking-dates.ts';
import type { Business } from '../../../../bookings/business.ts';
import type { MiniMoveTier } from '../../../../bookings/catalogue.ts';
import { findSpecialtyItems } from '../../../../bookings/specialty-items.ts';
import { daysInWords } from '../../days-in-words.ts';
import { hasCardData } from '../goals/signals/refusal-signals.ts';
import type { Goal } from '../memory.ts';
import { cents, contact, sayClock, saySpecialty, sayTiers } from '../wording.ts';
import { firstBookableDay } from './booking.ts';
import type { Flow, Turn } from './flow.ts';
import { asksOfOrganizers, sayOrganizers } from './say-organizers.ts';

const TASKS =
  'check whether we serve a ZIP code, estimate a price, look up available dates, show your bookings when you are signed in, explain our policies, and prepare a booking';

function sayTier(tier: MiniMoveTier, business: Business): string {
  const coi = tier.coi.included
    ? 'a Certificate of Insurance is included'
    : `a Certificate of Insurance is ${cents(tier.coi.feeCents)} more`;
  const first = tier.priorityScheduling ? ', with priority scheduling' : '';
  return `The ${tier.name} is a Mini Move for ${tier.pieces} pieces (${tier.household}), from ${cents(tier.basePriceCents)}${first}; ${coi}. Each piece may weigh up to ${business.mini_move.maxWeightPerItemLbs} lbs. Packing is ${cents(tier.organizing.packing.priceCents)} and unpacking ${cents(tier.organizing.unpacking.priceCents)} plus tax, if you would like our team to do it.`;
}

/** Every rule's name and amount, equal amounts of one service named once. */
function saySurcharges({ surchargeRules, ...business }: Business): string {
  return sayList(
    surchargeRules.map(
      ({ kind, serviceType, amountCents }) =>
        `${cents(amountCents)} for a ${business[serviceType].label} on ${kind === 'peak' ? 'peak dates' : 'weekends'}`,
    ),
  );
}

/** " Peak dates are July 4 and ...", as the rules have them. */
function sayPeakDates({ surchargeRules }: Business): string {
  const peak = surchargeRules.find(({ kind }) => kind === 'peak');
  return peak === undefined ? '' : ` Peak dates are ${daysInWords(peak)}.`;
}

const assistantOf = (turn: Turn, name: string): string =>
  turn.vary(`I'm ${name}'s automatic assistant`, `I'm the automatic assistant of ${name}`);

const sayAhead = (days: number): string => (days === 365 ? 'a year' : sayCount(days, 'day'));

const RIDE =
  /\b(?:drive|take|bring|transport|chauffeur|drop|pick up) (?:me|us|my (?:kids?|children|family|wife|husband|mother|father|mom|dad|grand\w+))\b|\b(?:a|me) (?:ride|lift)\b|\bride (?:along|with|in)\b|\bpassengers?\b/;

/** Everything that needs no tool. Goals of the other flows are not here. */
export const smallTalk: Partial<Record<Goal, Flow>> = {
  greeting: (turn, { profile }) => ({
    text: `${turn.vary('Hello and welcome!', 'Hi there, welcome!', 'Hello!')} ${assistantOf(turn, profile.name)}. I can ${TASKS}.`,
    offer: turn.vary('How can I help you today?', 'What can I do for you?'),
  }),
  thanks: (turn) => ({
    text: turn.vary("You're very welcome!", 'My pleasure!', 'Happy to help!'),
    offer: turn.vary('Is there anything else I can do for you?', 'Is there anything else?'),
  }),
  goodbye: (turn, { profile }) => ({
    text: turn.vary(
      `Goodbye, and thank you for choosing ${profile.name}!`,
      `Thank you for your visit, and take care!`,
    ),
  }),
  identity: (turn, business) => ({
    text: `${assistantOf(turn, business.profile.name)}, not a person. I can ${TASKS}. To speak with our team, ${contact(business)}.`,
  }),
  help: (turn, business) => ({
    text: `${turn.vary('Gladly.', 'Of course.')} I can ${TASKS}. For anything else, ${contact(business)}.`,
    offer: 'What would you like to know?',
  }),
  contact: ({ memory: { heard } }, { profile }) => ({
    text: `${/\bcall (?:me|us)\b/.test(heard.text) ? "I can't arrange a call from this chat. " : ''}${/\b(?:e-?mail|text|sms|send|whatsapp|fax|mail) (?:me|us)\b/.test(heard.text) ? "I can't send anything from this chat. " : ''}You can reach our team at ${profile.phone} or ${profile.email}. For an order already placed, write to ${profile.ordersEmail}. Our office is at ${profile.office}.`,
  }),
  services: (turn, business) => {
    const { heard, order } = turn.memory;
    const { tier } = order;
    if (asksOfOrganizers(heard.text)) {
      return {
        text: sayOrganizers(heard.text, order, business),
        offer: 'Shall I work out a price for you?',
      };
    }
    const isPopular = /\b(?:popular|most people)\b/.test(heard.text);
    const named = business.mini_move.tiers.find((entry) =>
      isPopular ? entry.mostPopular : entry.tier === tier,
    );
    if (isPopular && named !== undefined) {
      return {
        text: `Our most popular size is the ${named.name}. ${sayTier(named, business)}`,
        offer: 'Shall I work out a price for you?',
      };
    }
    if (named !== undefined)
      return { text: sayTier(named, business), offer: 'Shall I work out a price for you?' };
    const { standard_delivery, mini_move, specialty_item, blade_transfer, profile } = business;
    return {
      text: `${profile.name}: ${profile.tagline}. Standard Delivery is for single items (${cents(standard_delivery.pricePerItemCents)} each, minimum ${cents(standard_delivery.minimumChargeCents)}). ${mini_move.label} comes as ${sayTiers(business)}. An Airport Transfer brings bags to or from ${sayList(
        blade_transfer.airports.map(({ code }) => code),
        'or',
      )} (${cents(blade_transfer.pricePerBagCents)} a bag, ${sayCount(blade_transfer.minimumBags, 'bag')} at least), and we carry specialty items such as ${sayList(
        specialty_item.items.map(({ aliases }) => aliases[0] ?? ''),
        'or',
      )}.`,
      question: 'What would you like to send or move?',
    };
  },
  surcharges: ({ memory: { heard } }, business) => ({
    text: /\b(?:tax|vat)/.test(heard.text)
      ? `Only packing and unpacking are taxed, at ${(business.mini_move.organizingTaxRate * 100).toFixed(2)}%; nothing else is.`
      : `Some pickup dates carry a surcharge: ${saySurcharges(business)}. A peak date's surcharge takes the place of the weekend's.${/\bpeak|holiday/.test(heard.text) ? sayPeakDates(business) : ''}`,
    offer: 'Which day shall I check?',
  }),
  carry: (turn, business) => {
    const { specialty } = turn.memory.order;
    const items = findSpecialtyItems(specialty ?? '', business.specialty_item.items);
    const policies = business.policies.filter(({ id }) =>
      items.some(({ item }) => item.item === id),
    );
    return {
      text: `Yes, we carry ${specialty === undefined ? 'that' : saySpecialty(specialty)} as a specialty item.${policies.map(({ text }) => ` ${text}`).join('')}`,
    };
  },
  again: (turn, business) => {
    switch (turn.memory.heard.asked) {
      case 'terminal':
        return { text: 'Gladly.', question: 'Which terminal is it?' };
      case 'zip':
        return { text: 'Gladly.', question: 'What is the ZIP code?' };
      default:
        return {
          text: `${turn.vary('Gladly.', 'Of course.')} The earliest day you can book online is ${sayDay(firstBookableDay(turn, business), turn.now.today)}.`,
          question: 'Which day shall I put down?',
        };
    }
  },
  weight: (_turn, business) => ({
    text: `The limit is ${business.mini_move.maxWeightPerItemLbs} lbs an item for Mini Moves and ${business.standard_delivery.maxWeightPerItemLbs} lbs for Standard Delivery. For anything heavier, ${contact(business)}.`,
    offer: 'Would you like a price estimate?',
  }),
  lead_time: (turn, business) => ({
    text: `From ${sayClock(`${NEXT_DAY_CUTOFF_HOUR}:00`)} on, a pickup for the next day is arranged by phone. The earliest pickup you can book online right now is ${sayDay(firstBookableDay(turn, business), turn.now.today)}. For anything sooner, please call ${business.profile.phone}.${/\b(?:far|ahead|advance|next year)\b/.test(turn.memory.heard.text) ? ` Online you can book up to ${sayAhead(BOOKABLE_DAYS_AHEAD)} ahead.` : ''}`,
    offer: 'Shall I start a booking?',
  }),
  same_day: (_turn, business) => ({
    text: `Same-day delivery adds ${cents(business.standard_delivery.sameDayCents)} to a Standard Delivery. It can't be booked online: please call ${business.profile.phone}.`,
    offer: 'Would you like a price estimate?',
  }),
  account: ({ memory: { heard } }, business) => ({
    text: /\bguest\b|\b(?:without|need|have to|must|do i)\b.*\b(?:account|log|sign|regist)/.test(
      heard.text,
    )
      ? `I can prepare a booking here without your being signed in; its form opens on this website. Whether you need an account to finish it I can't say: please ${contact(business)}.`
      : /\b(?:delete|close|remove|deactivate|merge)\b/.test(heard.text)
        ? `I can't change accounts from this chat: please ${contact(business)}.`
        : `When you are signed in, your dashboard on this website has your account, and you change your password there. If you can't sign in, ${contact(business)}.`,
  }),
  dropped: (turn, business) => ({
    text: `Nothing is booked yet, so there is nothing to pay: I have dropped it. For a booking you have already finished in the form, e-mail ${business.profile.ordersEmail}.`,
    offer: turn.vary('Is there anything else I can help with?', 'Is there anything else?'),
  }),
  payment: ({ memory }, business) => ({
    text: `${hasCardData(memory.heard.text) ? "Please don't send card or bank details here: I can't take them, and I can't charge or save a card. " : ''}You don't pay in this chat: payment follows by an e-mailed link after the booking. For the ways to pay, ${contact(business)}.`,
  }),
  today: (turn) => ({
    text: `Today is ${sayDay(turn.now.today, turn.now.today)}.`,
    offer: 'What can I do for you?',
  }),
  instructions: (turn, business) => ({
    text: `${turn.vary("I can't share or change how I am set up,", "How I work inside isn't something I can share or change,")} but I'm glad to help with ${business.profile.name}'s services: coverage, prices, dates, policies and bookings.`,
    offer: 'What would you like to know?',
  }),
  other_customers: (_turn, business) => ({
    text: `I'm sorry, I can't give out anything about other customers. A signed-in customer can see their own bookings here; for anything else, ${contact(business)}.`,
  }),
  language: (turn, business) => {
    const own = sayEnglishOnly(turn.memory.heard.language);
    return {
      text: `${own === '' ? '' : `${own} `}I can help in English here. For another language, please ${contact(business)}.`,
    };
  },
  abuse: (_turn, business) => ({
    text: `I'm sorry this has been frustrating. I can ${TASKS}; and our team is glad to help in person: ${contact(business)}.`,
  }),
  declined: (turn) => ({
    text: turn.vary('No problem.', 'All right.', 'Of course, no problem.'),
    offer: 'Is there anything else I can help with?',
  }),
  restart: (turn) => ({
    text: turn.vary('All right, a fresh start.', 'Of course, let us start again.'),
    question: 'What would you like to send or move?',
  }),
  puzzled: (turn) => ({
    text: turn.vary("I'm sorry, I didn't catch that.", "I'm sorry, I didn't quite get that."),
  }),
  unknown: (turn, business) => ({
    text: RIDE.test(turn.memory.heard.text)
      ? `We carry luggage and belongings only, no passengers; the driver can't take people along. For anything else, ${contact(business)}.`
      : `${turn.vary("I'm not sure I understood that.", "I'm afraid I don't have an answer to that.")} I can ${TASKS}. For anything else, ${contact(business)}.`,
  }),
};
