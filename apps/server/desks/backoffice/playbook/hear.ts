import { detectLanguage, type LocalTime, normalize } from '@deskbell/clerk';
import type { Goal, Memory } from './memory.ts';
import { correctSpelling } from './understand/spelling.ts';
import { splitMessage } from './understand/split-message.ts';
import { understand } from './understand/understand.ts';

const MOST_GOALS = 4;

/** Puts a message of staff into the memory, as the goals it sets. */
export function hear(memory: Memory, raw: string, now: LocalTime): void {
  const plain = normalize(raw);
  const text = correctSpelling(plain);
  const goals: Goal[] = [];
  const language = detectLanguage(plain);
  if (language === undefined) {
    for (const request of splitMessage(text)) {
      const understood = understand(request, { memory, now, raw });
      for (const goal of understood) {
        if (!goals.some((known) => JSON.stringify(known) === JSON.stringify(goal)))
          goals.push(goal);
        // What follows in the same message may go on with it: "… today, and yesterday?"
        if (goal.kind === 'query' && goal.query.topic !== 'record') memory.query = goal.query;
      }
    }
  }
  memory.heard = {
    text,
    raw,
    goals: chooseGoals(goals, language !== undefined),
    ...(language === undefined ? {} : { language }),
  };
}

/** Questions come before small talk; a message nobody understands is told what can be asked. */
function chooseGoals(goals: readonly Goal[], isForeign: boolean): Goal[] {
  if (isForeign) return [{ kind: 'say', what: 'language' }];
  const asked = goals.filter(
    (goal) => goal.kind !== 'say' || /^(?:read_only|instructions|no_)/.test(goal.what),
  );
  if (asked.length > 0) return asked.slice(0, MOST_GOALS);
  const [first] = goals;
  return [first ?? { kind: 'say', what: 'unknown' }];
}
