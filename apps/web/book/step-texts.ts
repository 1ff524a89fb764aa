import type { Draft } from './draft.ts';
import type { PlaceName } from './steps.ts';

export interface StepText {
  title: string;
  lead: string;
}

const detailTexts: Record<NonNullable<Draft['order']['service_type']>, StepText> = {
  mini_move: {
    title: 'How big is your move?',
    lead: 'One fixed price for each size; add helping hands if you like.',
  },
  standard_delivery: {
    title: 'What are we carrying?',
    lead: 'Count the ordinary pieces, then the special ones.',
  },
  blade_transfer: {
    title: 'Which airport, which flight?',
    lead: 'You travel light; your bags go from door to terminal, or back.',
  },
};

const texts: Record<Exclude<PlaceName, 'details'>, StepText> = {
  service: {
    title: 'What can we carry for you?',
    lead: 'Three ways to travel light. You can change everything until you book.',
  },
  date: {
    title: 'When shall we come?',
    lead: 'Choose a day; surcharges, if any, are shown on it.',
  },
  addresses: {
    title: 'From where, to where?',
    lead: 'The ZIP code tells us whether we drive there and what it costs.',
  },
  contact: {
    title: 'How do we reach you?',
    lead: 'For the payment link and for the driver, and for nothing else.',
  },
  review: {
    title: 'Is everything right?',
    lead: 'Check the order and its price. You can still change each part.',
  },
  booked: {
    title: 'Thank you, we have your booking',
    lead: 'It is pending until it is paid; nothing has been charged yet.',
  },
};

/** What stands above a place of the wizard. The first step's is also in the page before it starts. */
export const textOf = (place: PlaceName, { order }: Draft): StepText =>
  place === 'details' ? detailTexts[order.service_type ?? 'standard_delivery'] : texts[place];
