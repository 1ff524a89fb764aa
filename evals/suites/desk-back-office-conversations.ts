import { createConversationSuite } from '../desks/create-conversation-suite.ts';

export const suite = createConversationSuite({
  desk: 'back-office',
  bars: { passed: { bar: 0.9, aim: 0.95 } },
});
