import { createQuestionSuite } from '../desks/create-question-suite.ts';

export const suite = createQuestionSuite({
  desk: 'back-office',
  kind: 'questions',
  bars: { calls: { bar: 0.95, aim: 0.98 } },
});
