import type { Answer } from './answer.ts';
import type { Question } from './case.ts';
import { type ExpectedScore, scoreExpected } from './score-expected.ts';

export interface QuestionScore extends ExpectedScore {
  /** Undefined: the case names none, or the model cannot be asked for it. */
  intent: boolean | undefined;
  /** All but the intent, which is no part of what people get. */
  isPassed: boolean;
}

/**
 * Scores the answer to a question; pure. `understood` is what the model took it for, in the desk's
 * own names. One that failed, or that has nothing to say, is wrong whatever is expected.
 */
export function scoreQuestion(
  question: Question,
  answer: Pick<Answer, 'text' | 'calls' | 'error'>,
  understood?: readonly string[],
): QuestionScore {
  const score = scoreExpected(question, answer);
  const wrong = [...failureOf(answer), ...score.wrong];
  return {
    ...score,
    wrong,
    intent: isUnderstood(question.intent, understood),
    isPassed: wrong.length === 0,
  };
}

/** What makes any answer wrong. */
export function failureOf({ text, error }: Pick<Answer, 'text' | 'error'>): string[] {
  if (error !== null) return [`the turn failed: ${error}`];
  return text.trim() === '' ? ['says nothing'] : [];
}

/** Of several names, each is right. */
function isUnderstood(
  wanted: Question['intent'],
  understood: readonly string[] | undefined,
): boolean | undefined {
  if (wanted === undefined || understood === undefined) return undefined;
  return [wanted].flat().some((name) => understood.includes(name));
}
