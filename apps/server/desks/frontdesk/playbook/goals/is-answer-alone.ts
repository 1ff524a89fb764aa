const ANSWER_WORDS = new RegExp(
  `\\b(?:${[
    'yes|yeah|yep|yup|sure|no|nope|ok(?:ay)?|fine|great|good|perfect|cool|please|pls|thanks|thank|right|correct|sorry',
    "you|i|we|me|us|it|it'?s|is|that'?s?|this|those|these|them|be|will|would|not|now|works?|english",
    'and|or|but|so|then|what about|how about|the|an?|ones?|on|at|for|in|of|to|from|by|go|with|around|until',
    "take|let'?s|want|prefer|book|reserve|only|just|instead|actually|maybe|sometime|better|best|other|same",
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latter|former|later|earlier|next',
    'tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|days?|weeks?|weekend|months?',
    'morning|afternoon|evening|early|mid|middle|end|beginning|start|rest|twenty|thirtieth|twentieth',
    'january|february|march|april|may|june|july|august|september|october|november|december',
    'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec',
  ].join('|')})\\b`,
  'g',
);

/** "Tomorrow?", "the second", "yes, reserve": an answer or a detail, and no question about a rule. */
export const isAnswerAlone = (text: string): boolean =>
  !/[a-z]{2}/.test(text.replace(ANSWER_WORDS, ' '));
