import type { Rewrite } from './roundabout-wishes.ts';

const NOW = '(?:already |now |currently )*';
const IS = 'who is responsible for';

/** Who has a matter in hand, however somebody asks for them. */
export const RESPONSIBLE: readonly Rewrite[] = [
  [
    new RegExp(
      `\\bwho(?:'s| is)? ${NOW}(?:takes care of|taking care of|looks after|looking after|sees to|seeing to)(?= )`,
      'g',
    ),
    IS,
  ],
  [
    new RegExp(
      `\\bwho(?:'s| is)? ${NOW}(?:deals with|dealing with|handles|handling|in charge of|doing|takes on|on top of)(?= )`,
      'g',
    ),
    IS,
  ],
  [/\bwho (?:owns|has (?:got )?the (?:task|job) (?:of|for|with|to do with)|is on|runs)(?= )/g, IS],
  [/\bwho(?:'s| is) (?:the )?(?:owner|one) (?:of|for|doing)(?= )/g, IS],
  [/\bwhose (?:job|task|work|turn|responsibility|baby|problem) is(?= )/g, IS],
  [
    new RegExp(
      `\\b(?:is|has) (?:any|some)(?:one|body) ${NOW}(?:on|working on|dealing with|taking care of|looking after|handling|responsible for|in charge of|assigned to) (?!(?:it|that|this|them)\\b)`,
      'g',
    ),
    `${IS} `,
  ],
];

const AGENTS = '(?:the agents?|the ai|the system|you)';
const JUDGE = '(?:decide|judge|settle|process|do)';

/** What the agents did not decide waits for a person. */
export const LEFT_TO_PEOPLE: readonly Rewrite[] = [
  [
    new RegExp(
      `\\bwhat (?:did|do) ${AGENTS} (?:refuse|decline|hesitate|leave|not dare|not want)(?: (?:for|up to) (?:us|me|a person|people))? to ${JUDGE}\\b`,
      'g',
    ),
    'which reviews are pending',
  ],
  [
    new RegExp(
      `\\b${AGENTS} (?:refused?|declined?|hesitated?|could not|couldn't|did(?: not|n't) dare|(?:was|were) not sure|left)(?: enough)?(?: for (?:us|me|a person))? to ${JUDGE}\\b`,
      'g',
    ),
    'reviews are pending',
  ],
];
