import { maskPersons, PERSON } from './mask-persons.ts';

const BOOKED =
  '(?:bookings?|orders?|reservations?|pick-?ups?|deliver(?:y|ies)|transfers?|(?:mini |petite |full |standard )?moves?)';
const DID =
  '(?:has |have |had |already |just )*(?:arranged|booked|ordered|scheduled|reserved|made|placed|set up)';
const ASKED = /\b(?:what|when|which|how much|where|tell me|status|confirmed|paid|number|know)\b/;
/** A change is told to us by e-mail, whoever made the booking. */
const CHANGES =
  /\b(?:change|cancel\w*|add|edit|resched\w*|for me|for us|and i|and me|i want|i need|i'd like)\b/;

const OF_SOMEBODY: readonly RegExp[] = [
  new RegExp(`\\b${BOOKED} (?:of|by) ${PERSON}(?!'|s')`),
  new RegExp(`\\b${BOOKED} (?:that |which )?${PERSON} ${DID}\\b`),
  new RegExp(`${PERSON} ${DID} (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}?${BOOKED}\\b`),
];

/** Whether a normalised request asks of a booking that somebody besides the customer made. */
export const asksOfOthersBooking = (text: string): boolean => {
  if (!/\b(?:of|by|arranged|booked|ordered|scheduled|reserved|made|placed|set up)\b/.test(text))
    return false;
  if (CHANGES.test(text) || !ASKED.test(text)) return false;
  const masked = maskPersons(text);
  return OF_SOMEBODY.some((signal) => signal.test(masked));
};
