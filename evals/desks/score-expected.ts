import type { Answer } from './answer.ts';
import type { Question } from './case.ts';
import { matchesCalls, type WantedCall } from './match-calls.ts';
import { saysOne, saysWords } from './match-words.ts';

export type Expected = Pick<Question, 'calls' | 'or_calls' | 'says' | 'says_not'>;

/** How an answer did, and in plain sentences what it did not do. */
export interface ExpectedScore {
  /** Undefined: calls do not count. */
  calls: boolean | undefined;
  /** Everything that has to be said is, and nothing that must not be; undefined: neither is given. */
  words: boolean | undefined;
  wrong: string[];
}

/** Compares an answer with what is expected of it; pure. */
export function scoreExpected(
  expected: Expected,
  { text, calls }: Pick<Answer, 'text' | 'calls'>,
): ExpectedScore {
  const lists = listsOf(expected);
  const callsAreRight = lists.length === 0 ? undefined : matchesCalls(calls, lists);
  const missing = expected.says.filter((wanted) => !saysOne(text, wanted));
  const unwanted = expected.says_not.filter((words) => saysWords(text, words));
  const hasWords = expected.says.length > 0 || expected.says_not.length > 0;
  return {
    calls: callsAreRight,
    words: hasWords ? missing.length === 0 && unwanted.length === 0 : undefined,
    wrong: [
      ...(callsAreRight === false
        ? [`expected ${lists.map(sayWanted).join(' or ')}, got ${sayCalls(calls)}`]
        : []),
      ...missing.map((wanted) => `does not say ${JSON.stringify(wanted)}`),
      ...unwanted.map((words) => `says ${JSON.stringify(words)}`),
    ],
  };
}

const listsOf = ({ calls, or_calls }: Expected): (readonly WantedCall[])[] => [
  ...(calls === undefined ? [] : [calls]),
  ...(or_calls ?? []),
];

function sayWanted(list: readonly WantedCall[]): string {
  const calls = list.flatMap((one) =>
    Object.entries(one).map(([tool, input]) => `${tool} ${JSON.stringify(input)}`),
  );
  return calls.length === 0 ? 'no call' : calls.join(' + ');
}

/** Calls in one line: 'check_zip_coverage {"zip_code":"10001"}'. */
function sayCalls(calls: Answer['calls']): string {
  if (calls.length === 0) return 'no call';
  return calls
    .map(({ tool, input, isError }) => {
      const refused = isError ? ' (refused)' : '';
      return `${tool} ${JSON.stringify(input)}${refused}`;
    })
    .join(' + ');
}
