/** A wording, and how the rules know it. */
export type Rewrite = readonly [RegExp, string];

/** Somebody or something named: "evelyn", "the van 1 thing". */
const NAMED =
  "((?:the |that |this |my |our |mr\\.? |mrs\\.? |ms\\.? )?[\\p{L}\\d][\\p{L}\\d'&-]*(?: [\\p{L}\\d'&-]+){0,3}?)";

/** Wishes that begin roundabout: the verb comes to the front. */
export const WISHES: readonly Rewrite[] = [
  [
    /^(?:please )?be (?:a |an |my |so )?(?:sweetheart|dear|darling|angel|love|pal|good (?:boy|girl|bot)|sport|kind|nice|star|hero)s?(?: enough| as)? (?:and|to) /g,
    'please ',
  ],
  [
    /[,.;!-] ?(?:please |can you |could you |now |just )*(?:sort|fix|handle|arrange|change|see to|take care of|deal with|make|get) (?:it|that|this|them)(?: out| so| happen| done| sorted| please| now| for me)*[.!]*$/g,
    '. please change it',
  ],
  [
    /\b(?:let|wave|send|put) (?:it|that|this|them|the [\p{L}]+(?: (?:one|review|mail))?) (?:through|pass|go)\b/gu,
    'approve it',
  ],
  [
    /\b(?:would|could|can|will) (?:you|somebody|someone|anybody|anyone) (?:please |kindly |possibly |maybe |be (?:so (?:kind|good|nice) (?:as|and) to|able to|kind enough to|a dear and|an angel and) )+/g,
    'please ',
  ],
  [/\b(?:would|could|can|will) (?:somebody|someone|anybody|anyone) (?=[a-z])/g, 'please '],
  [
    /\b(?:i'd|i would|we'd|we would) (?:be (?:grateful|glad|happy|thankful|obliged)|appreciate it|love it|like it)(?: very much| a lot)? if (?:you|somebody|someone) (?:could |would |can )?/g,
    'please ',
  ],
  [
    /\b(?:is it possible|would it be possible|any chance|is there (?:a|any) (?:way|chance)) (?:for you )?(?:to|that you(?: could| can)?|you (?:could|can)|of you) /g,
    'please ',
  ],
  [/\b(?:would|do) you mind /g, 'please '],
  [
    /(?<=\bplease )(clos|mov|delet|assign|approv|reject|chang|schedul|cancel|send|answer|call|mark|add|creat|remov|forward|archiv|postpon|retry|updat|pay|book|writ|tell|push|put)(?:ing|ed)\b/g,
    '$1e',
  ],
  [
    new RegExp(
      `^(?:please |just |go |now |ok )*(?:shoot|drop|fire off|send) ${NAMED} (?:a |an )?(?:quick |short |little )*(?:text|line|note|mail|e-?mail|message|word|reply)\\b`,
      'gu',
    ),
    'write to $1',
  ],
  [
    new RegExp(
      `^(?:please |just |go |now |ok )*give ${NAMED} (?:a |an )?(?:quick |short )*(?:ring|call|buzz|shout|bell)\\b`,
      'gu',
    ),
    'please call $1',
  ],
  [
    new RegExp(
      `^(?:please |just |ok |then )*(?:give|hand|pass|hand over|pass on|dump) ${NAMED} (?:over |on )?to (?!(?:me|us)\\b)`,
      'gu',
    ),
    'assign $1 to ',
  ],
  [
    /^(?:please |just |ok |then )*take (?=[^?]{1,60}\b(?:tasks?|to-?dos?|job|thing|one)\b [^?]{0,10}\b(?:off|away from)\b)/g,
    'reassign ',
  ],
  [
    /^(?:please |just |ok |then |can you |could you )*(?:undo|revert|revoke|take back|reverse|withdraw|roll back|un-?do)\b/g,
    'cancel',
  ],
  [
    /^(?:please |just |ok |then |can you |could you )*(?:get rid of|throw (?:away|out)|bin|chuck(?: out)?|kill(?: off)?|nuke)\b/g,
    'delete',
  ],
  [
    /\b(?:make (?:it|them|that|this) stop|(?:i|we) (?:don't|do not|never) (?:ever )?want to (?:hear|get|see|receive)\b[^?]{0,60}\b(?:again|any ?more|ever)|no more (?:mails?|e-?mails?|messages?|letters?) from [^?]{2,40}(?=(?: please| thanks| ok| any ?more)?[.!]*$))/g,
    'block them',
  ],
  [
    /^(?:please |just |ok )*make (?:me|him|her|us|[\p{L}]+) (?:an? |the )?(?:admin\w*|owner|manager|super-?user|root|boss)\b|^(?:please |just |ok )*(?:give|grant|get) (?:me|him|her|us|[\p{L}]+) (?:full |more |some |an? )*(?:admin\w* |staff |owner |root )?(?:rights|permissions?|access|privileges)\b/gu,
    'grant access to it',
  ],
];
