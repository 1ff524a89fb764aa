import type { Flow } from './flow.ts';

/** The words of one policy, with its topic before it. */
export const policy =
  (id: string): Flow =>
  (turn, business) => {
    const found = business.policies.find((entry) => entry.id === id);
    if (found === undefined) return { text: '' };
    const ends: Partial<Record<string, string>> = {
      areas: 'Which ZIP code shall I check?',
      airport: 'Would you like a price estimate?',
      choose: 'How many items is it?',
    };
    const end = ends[id];
    const part = { text: `${found.topic}: ${found.text}` };
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
