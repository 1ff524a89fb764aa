import { createQuestionSuite } from '../desks/create-question-suite.ts';

export const suite = createQuestionSuite({
  desk: 'front-desk',
  kind: 'refusals',
  bars: { passed: { bar: 1, aim: 1 } },
});
