import { putQuestion } from './asked-question.ts';
import { setDockOpen } from './dock-open.ts';

function askAubs(question: string): void {
  putQuestion(question);
  setDockOpen(true);
}

/**
 * Opens the chat, asks at once and gives the message box the focus: for buttons that say so. While
 * an answer is being written the question waits for its end.
 */
export function useAskAubs(): (question: string) => void {
  return askAubs;
}
