import type { Measure } from '../suite.ts';
import type { Classification, Classified } from './classify-utterances.ts';

/** A share without a bar: for comparison only. Of nothing it is NaN. */
export const share = (name: string, right: number, n: number): Measure => ({
  name,
  value: right / n,
  unit: 'share',
  n,
  bar: null,
  aim: null,
  better: 'higher',
});

/** What building the retrieval and one question took. */
export function timesOf({ buildMs, perQuestionMs, classified }: Classification): Measure[] {
  const time = (name: string, value: number, n: number): Measure => ({
    name,
    value,
    unit: 'milliseconds',
    n,
    bar: null,
    aim: null,
    better: 'lower',
  });
  return [
    time('CPU per question, mean', perQuestionMs, classified.length),
    time('CPU to build', buildMs, 1),
  ];
}

/** One line for a question that was given another intent than it has. */
export const sayMistake = ({ utterance: { text, intent }, found }: Classified): string =>
  `${intent} → ${found ?? 'nothing'}: ${text}`;
