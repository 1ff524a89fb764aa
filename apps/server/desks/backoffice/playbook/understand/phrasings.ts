import type { Topic } from '@deskbell/clerk';

/** How staff put questions beyond what the rules catch. The names are topics. */
export const PHRASINGS: readonly Topic[] = [
  {
    name: 'emails',
    phrasings: [
      'how much mail did we get',
      'what hit the inbox',
      'what landed in our mailbox',
      'volume of incoming correspondence',
      'who wrote to us',
      'who has been writing to us',
      'who contacted us',
      'what have people sent us',
      'anything in the post',
      'how busy was the mailbox',
    ],
  },
  {
    name: 'executions',
    phrasings: [
      'what blew up',
      'what got stuck',
      'which ones did not make it',
      'list the ones that fell over',
      'what could not be handled',
      'unsuccessful ones',
      'what went off the rails',
    ],
  },
  {
    name: 'tasks',
    phrasings: [
      'what is left to do',
      'what do we have to do',
      'what needs doing',
      'what work is outstanding',
      'what should be finished',
      'what is on my plate',
      'what are we supposed to get done',
      'outstanding work',
      'what is everyone working on',
    ],
  },
  {
    name: 'deadlines',
    phrasings: [
      'what is on the calendar',
      'what dates do we have to keep',
      'what comes up soon',
      'what is scheduled',
      'what do we have to pay soon',
      'payments that fall due',
    ],
  },
  {
    name: 'agents',
    phrasings: [
      'how well do the ai workers do',
      'accuracy of the ai',
      'how long do the models take',
      'how fast are mails analysed',
      'is the ai doing a good job',
      'processing speed and confidence',
    ],
  },
  {
    name: 'vendors',
    phrasings: [
      'who do we buy from most',
      'which companies are reliable',
      'which businesses let us down',
      'who delivers late',
      'partners we hear from most',
    ],
  },
  {
    name: 'health',
    phrasings: [
      'is the system healthy',
      'are we operational',
      'does everything work',
      'is anything down',
      'how is the infrastructure',
      'are there technical problems',
      'is it all working',
    ],
  },
  {
    name: 'attention',
    phrasings: [
      'what needs my attention',
      'what should i worry about',
      'anything i should know',
      'anything out of the ordinary',
      'what is the most pressing thing',
      'give me the red flags',
      'what do i need to look at first',
      'what does my day look like',
      'plan my day',
      'what is on fire',
    ],
  },
  {
    name: 'reviews',
    phrasings: [
      'what is waiting for a decision',
      'what needs my approval',
      'what do i have to sign off',
      'which mails wait for a person',
    ],
  },
  {
    name: 'summary',
    phrasings: [
      'summary of the day',
      'what has happened today',
      'how did the day go',
      'give me an overview',
      'bring me up to date',
      'end of day report',
      'how are we doing today',
      'daily report',
    ],
  },
];
