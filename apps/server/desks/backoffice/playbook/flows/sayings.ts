import { sayDay, sayList } from '@deskbell/clerk';
import type { Saying } from '../memory.ts';
import type { Turn } from './flow.ts';

const EXAMPLES = [
  'what mail came in on a day or in a week',
  'what failed and why',
  'which tasks and deadlines are due or overdue',
  'what waits for a review',
  'how the agents perform',
  'what happened with one mail',
  'how reliable vendors are',
  'whether everything runs',
  'what needs your attention',
];
const HELP = `I can tell you ${sayList(EXAMPLES)}.`;

const LANGUAGES = {
  es: 'Lo siento, aquí solo entiendo inglés.',
  fr: "Désolé, je ne comprends que l'anglais ici.",
  de: 'Leider verstehe ich hier nur Englisch.',
  it: 'Mi dispiace, qui capisco solo l’inglese.',
  pt: 'Desculpe, aqui só entendo inglês.',
  nl: 'Sorry, ik begrijp hier alleen Engels.',
  other: '',
} as const;

const READ_ONLY = 'I only read here and change nothing.';

/** Answers that need no tool. */
export function saySaying(what: Saying, turn: Turn): string {
  switch (what) {
    case 'greeting':
      return `${turn.vary('Hello!', 'Hi there!', 'Hello, good to see you!')} I'm AUBS, the assistant of the back office. ${HELP} What would you like to know?`;
    case 'thanks':
      return turn.vary("You're welcome!", 'Gladly!', 'Happy to help!');
    case 'goodbye':
      return turn.vary('All right. Until next time!', 'Good. Come back whenever you like.');
    case 'identity':
      return `I'm AUBS, the automatic assistant of the back office, not a person. I answer from the live state of the mail, the tasks and the system. ${HELP}`;
    case 'help':
      return `${HELP} For example: "What emails did we process today?", "Show me failed executions", "What tasks are due this week?" or "What happened with the fire inspection email?"`;
    case 'abuse':
      return `I'm sorry this is frustrating. ${HELP}`;
    case 'instructions':
      return `How I am set up isn't something I share or change. ${HELP}`;
    case 'language':
      return `${LANGUAGES[turn.memory.heard.language ?? 'other']} I read English here. ${HELP}`.trim();
    case 'today':
      return `Today is ${sayDay(turn.now.today, turn.now.today)}, ${turn.now.today.slice(0, 4)}.`;
    case 'no_more':
      return 'That was all of it.';
    case 'no_rows':
      return "I don't see such an entry in the last list. Ask for the list again, or paste a reference.";
    case 'no_such_day':
      return 'There is no such day in the calendar. Which day do you mean?';
    case 'declined':
      return 'All right.';
    case 'read_only_task':
      return `${READ_ONLY} Tasks and deadlines are changed in the console, each on its own page.`;
    case 'read_only_retry':
      return `${READ_ONLY} A failed execution can be retried in the console, on its own page.`;
    case 'read_only_review':
      return `${READ_ONLY} Reviews are approved or rejected in the console, on the page of the reviews.`;
    case 'read_only_mail':
      return `${READ_ONLY} I can't send or answer mail; that is done in your mail program.`;
    case 'read_only':
      return `${READ_ONLY} Records are changed in the console.`;
    case 'unknown':
      return `${turn.vary("I'm not sure what you mean.", "I don't have an answer to that.")} ${HELP}`;
  }
}

export const WHICH =
  'Which one do you mean? Say its number, such as "the first one", or paste its reference.';
