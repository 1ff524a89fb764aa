import type { Answer } from './answer.ts';
import type { Conversation } from './case.ts';
import { matchesValue } from './match-value.ts';
import { type ExpectedScore, scoreExpected } from './score-expected.ts';
import { failureOf } from './score-question.ts';

export interface ConversationScore extends ExpectedScore {
  /** Undefined: the hand-over does not count. */
  handoff: boolean | undefined;
  isPassed: boolean;
}

type Turn = Pick<Answer, 'text' | 'calls' | 'handoff' | 'error'>;

/**
 * Scores a conversation by where it ends, and by what its turns expect on the way; pure. `answers`
 * has one for each turn; where there are fewer, the conversation broke off and is wrong.
 */
export function scoreConversation(
  { turns, end }: Conversation,
  answers: readonly Turn[],
): ConversationScore {
  const onTheWay = turns.map((turn, index) => ({
    place: `turn ${index + 1} (${JSON.stringify(turn.say)})`,
    score: scoreTurn(turn, answers[index]),
  }));
  const last = answers[turns.length - 1];
  // Whether the last turn came to an answer at all was scored with the turns.
  const atEnd = { place: 'the end', score: scoreExpected(end, last ?? { text: '', calls: [] }) };
  const handoff = answers.findLast((answer) => answer.handoff !== null)?.handoff ?? null;
  const handoffIsRight =
    end.handoff === undefined ? undefined : matchesHandoff(handoff, end.handoff);
  const wrong = [
    ...[...onTheWay, atEnd].flatMap(({ place, score }) =>
      score.wrong.map((what) => `${place}: ${what}`),
    ),
    ...(handoffIsRight === false
      ? [`expected the hand-over ${JSON.stringify(end.handoff)}, got ${JSON.stringify(handoff)}`]
      : []),
  ];
  const scores = [...onTheWay, atEnd].map(({ score }) => score);
  return {
    calls: every(scores.map(({ calls }) => calls)),
    words: every(scores.map(({ words }) => words)),
    handoff: handoffIsRight,
    wrong: [...new Set(wrong)],
    isPassed: wrong.length === 0,
  };
}

function scoreTurn(
  expected: Parameters<typeof scoreExpected>[0],
  answer: Turn | undefined,
): ExpectedScore {
  if (answer === undefined) {
    return { calls: undefined, words: undefined, wrong: ['there is no answer'] };
  }
  const score = scoreExpected(expected, answer);
  return { ...score, wrong: [...failureOf(answer), ...score.wrong] };
}

/** All of it, or none at all. */
const matchesHandoff = (
  got: Record<string, unknown> | null,
  wanted: Record<string, unknown> | null,
): boolean => (got === null || wanted === null ? got === wanted : matchesValue(got, wanted));

/** Undefined when none counts. */
function every(values: readonly (boolean | undefined)[]): boolean | undefined {
  const counted = values.filter((value) => value !== undefined);
  return counted.length === 0 ? undefined : counted.every(Boolean);
}
