import { sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { Policy } from '../../../../bookings/catalogue.ts';
import { contact } from '../wording.ts';
import type { Flow } from './flow.ts';

/** Something that is settled in person; the customer needs to know where. */
const IN_PERSON = /\b(?:phone|call|on request|by arrangement)\b/;

/** "1, 4 and 5 at JFK; A, B and C at EWR". */
const sayTerminals = ({ blade_transfer }: Business): string =>
  blade_transfer.airports
    .map(({ code, terminals }) => `${sayList(terminals)} at ${code}`)
    .join('; ');

const namesTopic = ({ topic, text }: Policy): boolean =>
  text.toLowerCase().includes(topic.slice(0, 3).toLowerCase());

/** The words of one policy, with its topic before it. */
export const policy =
  (id: string): Flow =>
  (turn, business) => {
    const found = business.policies.find((entry) => entry.id === id);
    if (found === undefined) return { text: '' };
    const ends: Partial<Record<string, string>> = {
      areas: 'Which ZIP code shall I check?',
      airport: 'Would you like a price estimate?',
    };
    const end = ends[id];
    // A text that begins with an amount, or does not name its topic, needs it before it.
    const isPlain = /^[A-Z]/.test(found.text) && namesTopic(found);
    const how =
      id === 'cancellation' ? ` To cancel an order, e-mail ${business.profile.ordersEmail}.` : '';
    const who =
      IN_PERSON.test(found.text) && !found.text.includes(business.profile.phone)
        ? ` For that, ${contact(business)}.`
        : '';
    const terminals =
      id === 'airport' && /\bterminals?\b/.test(turn.memory.heard.text)
        ? ` The terminals are ${sayTerminals(business)}.`
        : '';
    const part = {
      text: `${isPlain ? found.text : `${found.topic}: ${found.text}`}${terminals}${how}${who}`,
    };
    if (end === undefined) {
      return {
        ...part,
        offer: turn.vary(
          'Is there anything else you would like to know?',
          'Can I help with anything else?',
        ),
      };
    }
    return { ...part, offer: end };
  };
