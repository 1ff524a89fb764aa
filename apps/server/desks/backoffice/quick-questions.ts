/** What a page offers to ask. The chat answers each of them, with and without a language model. */
export const quickQuestions: readonly string[] = [
  'What emails did we process today?',
  'Show me failed executions',
  'What tasks are due this week?',
  'How are the agents performing?',
  'What happened with the fire inspection email?',
  'Do we have patterns with vendor emails?',
  'Is everything running okay?',
  'Anything I should know about?',
];
