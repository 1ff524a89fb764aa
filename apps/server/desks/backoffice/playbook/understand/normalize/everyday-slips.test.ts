import { inEachOf } from '../../conversations/test-goals.ts';

inEachOf('slips in everyday words', [
  ['serch for the linen mail', 'find facet=story words=linen'],
  ['wich tasks are overdeu', 'tasks isOverdue'],
]);

inEachOf('nothing of an adverb at the end is a name', [
  ['how reliable is Peconic Storage, honestly?', 'vendors vendor=Peconic Storage'],
  ['how reliable is Peconic Storage, to be honest', 'vendors vendor=Peconic Storage'],
  ['how reliable is Peconic Storage, in your opinion?', 'vendors vendor=Peconic Storage'],
  ['is Peconic Storage reliable, really?', 'vendors vendor=Peconic Storage'],
  ['how reliable is Peconic Storage tbh', 'vendors vendor=Peconic Storage'],
]);

inEachOf('what leads to a question is no search', [
  [
    'Hi! Three questions: how many mails came in yesterday, and which tasks are overdue?',
    'emails 11-30..11-30 + tasks isOverdue',
  ],
  ['A couple of things: how many tasks are open, and how are the agents doing?', 'tasks + agents'],
  [
    "I'm back from my holidays and the sand is still in my shoes. Which tasks are overdue?",
    'tasks isOverdue',
  ],
  ['I was off yesterday and I am still tired. Which tasks are overdue?', 'tasks isOverdue'],
  ["I'm back from lunch. what failed today?", 'executions status=failed 12-01..12-01'],
]);
