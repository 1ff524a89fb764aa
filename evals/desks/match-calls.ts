import type { AnswerCall } from './answer.ts';
import { isPaired, matchesInput } from './match-value.ts';

/** A tool's name to the wanted arguments; see `case.ts`. */
export type WantedCall = Readonly<Record<string, Record<string, unknown>>>;

interface Wanted {
  tool: string;
  input: Record<string, unknown>;
}

/**
 * Whether the calls are the wanted ones, or those of another list: each is made, and nothing else.
 * The same call made twice is one. A call that the tool refused does not count where it is not wanted
 * and its tool is: the model has read why and asked again.
 */
export function matchesCalls(
  calls: readonly AnswerCall[],
  lists: readonly (readonly WantedCall[])[],
): boolean {
  const made = withoutRepeats(calls);
  return lists.some((list) => {
    const wanted = list.flatMap((one) =>
      Object.entries(one).map(([tool, input]): Wanted => ({ tool, input })),
    );
    const counted = made.filter(
      (call) =>
        !call.isError ||
        wanted.some((one) => fits(call, one)) ||
        !wanted.some(({ tool }) => tool === call.tool),
    );
    return counted.length === wanted.length && isPaired(counted, wanted, fits);
  });
}

const fits = (call: AnswerCall, { tool, input }: Wanted): boolean =>
  call.tool === tool && matchesInput(call.input, input);

function withoutRepeats(calls: readonly AnswerCall[]): AnswerCall[] {
  return calls.filter(
    (call, index) =>
      !calls
        .slice(0, index)
        .some(({ tool, input }) => tool === call.tool && matchesInput(input, call.input)),
  );
}
