import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';

/** The questions that the chat is sure to answer. */
export function QuickQuestions({ onPick }: { onPick: (question: string) => void }): ReactNode {
  const { quick_questions: questions } = useMe();
  return (
    <ul className="quick-questions">
      {questions.map((question) => (
        <li key={question}>
          <button type="button" onClick={() => onPick(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
