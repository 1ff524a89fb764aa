// What says that mail is asked about.

export const MAIL = /\b(?:e-?mails?|mails?|messages?|inbox|correspondence)\b/;

/** "Anything from customers?" */
export const FROM_A_KIND =
  /\b(?:from|by) (?:our |the |any )?(?:customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues|employees|leadership|management|systems?|machines)\b/;

/** "On which day do most come in?" */
export const BUSIEST =
  /\bbusiest (?:day|weekday|hour|time|week|month)\b|\b(?:which|what) (?:day|weekday|hour)s?\b.*\b(?:most|busiest)\b/;

/** "What came in?", "who wrote to us?" */
export const CAME_IN =
  /\b(?:came|come|coming|comes|arrived?) (?:in|through)\b|\bdid we (?:get|receive|process|handle)\b|\b(?:did|has|have|does) (?:any(?:thing|one|body)|something|somebody|someone) (?:new |else |already )?(?:arriv\w+|com(?:e|en) in|landed|reach(?:ed)?|sho?wn? up|show up)\b|\banything (?:arrive[ds]?|landed)\b|\b(?:customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues?|employees?|crew|team|systems) (?:\w+ )?(?:has |have |had )?(?:sent us|send us|sends us|wrote|write|written|writes|writing|e-?mail(?:s|ed)?|mail(?:s|ed)?|contact(?:s|ed)?|reached out)\b|\bhave we (?:got|gotten|received|processed|handled)\b|\bwhat (?:arrived|came)\b|\b(?:we|you|i) (?:have |had )?(?:received|got|gotten|processed)\b|\b(?:wrote|write|written|writes|writing|e-?mailed|contacted|contact|contacting|reached out) (?:to )?us\b|\bprocess(?:ed)?\b/;

export const KIND_OF_PEOPLE = /\b(?:customers?|guests?|clients?|staff)\b/;

export const ALL_BUT =
  /^(?:(?:show|list|give)(?: me)? )?(?:everything|all|anything|all mails?) except /;

/** Lists of which no kinds of people are left out. */
export const OF_A_LIST = /\b(?:tasks?|to-?dos?|deadlines?|reviews?|executions?|agents?)\b/;
