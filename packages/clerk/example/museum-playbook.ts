import {
  createRetriever,
  createSpeller,
  detectLanguage,
  isGreeting,
  normalize,
  type Playbook,
  readDays,
  readNumbers,
  sayCount,
  sayDay,
  sayEnglishOnly,
  sayMoney,
  tokenize,
} from '@deskbell/clerk';

interface Memory {
  topic: string | undefined;
  visitors: number | undefined;
  day: string | undefined;
  /** Of the newest message. */
  heard: 'greeting' | 'another language' | 'something' | 'nothing';
  apology: string;
}

const CALL = 'please call 555-0100';

/** What people ask, and how they put it. */
const topics = createRetriever([
  {
    name: 'tickets',
    phrasings: ['how much is a ticket', 'tickets for two people', 'what does it cost'],
  },
  { name: 'parking', phrasings: ['where can I park', 'is there a car park', 'parking'] },
]);
/** What is known without a tool. */
const FACTS = new Map([['parking', 'Parking behind the museum is free.']]);
const correct = createSpeller({ words: ['ticket', 'tickets', 'parking'] });

export const museumPlaybook: Playbook<Memory> = {
  fallback: `I'm sorry, I can't answer that here; ${CALL}.`,
  remember: () => ({
    topic: undefined,
    visitors: undefined,
    day: undefined,
    heard: 'nothing',
    apology: '',
  }),

  hear(memory, raw, now) {
    const text = correct(normalize(raw));
    const language = detectLanguage(text);
    const [match] = topics.search(text);
    const [number] = readNumbers(tokenize(text));
    const day = readDays(text, now).find(({ first }) => first >= now.today);
    memory.topic = match?.name ?? memory.topic;
    memory.day = day?.first ?? memory.day;
    // The 5 of "December 5" is no number of visitors.
    if (day === undefined) memory.visitors = number?.value ?? memory.visitors;
    const isSomething = match ?? number ?? day;
    memory.heard = isSomething === undefined ? 'nothing' : 'something';
    if (isGreeting(text)) memory.heard = 'greeting';
    if (language !== undefined) memory.heard = 'another language';
    memory.apology = sayEnglishOnly(language);
  },

  // Everything this desk remembers was said by the visitor.
  see() {},

  answer({ memory, now, use, vary }) {
    if (memory.heard === 'another language') return `${memory.apology} I read English.`.trim();
    if (memory.heard === 'greeting') return `${vary('Hello!', 'Welcome!')} How can I help you?`;
    const fact = FACTS.get(memory.topic ?? '');
    if (memory.heard === 'nothing' || memory.topic === undefined) {
      return `I don't know that. I can tell you about tickets and parking; else ${CALL}.`;
    }
    if (fact !== undefined) return fact;

    const { visitors, day } = memory;
    if (visitors === undefined) return 'How many of you are coming?';
    if (day === undefined) return 'Which day would you like to come?';
    const price = use('ticket_price', { visitors, day });
    if (price === undefined) return undefined;
    if (!price.ok) {
      return price.reason === 'refused' ? price.error : `I couldn't look that up; ${CALL}.`;
    }
    const dollars = Number(price.value.dollars);
    return `${sayCount(visitors, 'ticket')} for ${sayDay(day, now.today)} ${vary('cost', 'come to')} ${sayMoney(dollars)}.`;
  },
};
