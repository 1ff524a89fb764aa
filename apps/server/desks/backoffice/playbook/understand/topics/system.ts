// What says that the system, its agents or their runs are asked about.

export const AGENT =
  /\b(?:agents?|the (?:ai|bots?)|triage|vision|context(?= (?:run|ran|runs|fail\w*|perform\w*|take\w*)\b))\b/;

export const MODEL_UP =
  /\b(?:ai|model|claude|llm) (?:still |currently )?(?:is |be )?(?:offline|online|down|up|on|off|reachable|available|connected)\b/;

export const PROCESSING_SPEED =
  /\b(?:how (?:long|fast|quickly|quick)|quickly|fast enough)\b.*\b(?:process|handle|read|analy[sz]e)|\b(?:processed|handled|read|analy[sz]ed) (?:\w+ )?(?:quickly|fast|slowly)\b|\bprocessing (?:times?|speed)\b/;

export const EXECUTION =
  /\b(?:executions?|pipeline|runs(?! (?:well|fine|ok|smooth\w*))|jobs?(?! to do)|processing)\b/;

export const FAILURE =
  /\b(?:fail\w*|errors?|errored|crash\w*|went wrong|go wrong|gone wrong|(?:did|do)(?:n't| not) (?:work|go through|get through|make it|complete|finish|get processed)|couldn'?t be processed|could not be processed|broke|blew up|stuck)\b/;

export const WHY = /\b(?:why|reasons?|causes?|how come)\b/;

export const RATES = /\b(?:success|failure|error|completion) rates?\b/;

export const HOW_MANY_COMPLETED =
  /^how many (?:of (?:them|those|these) )?(?:\w+ )?(?:completed|succeeded)\b/;

/** "Anything queued?" */
export const IN_A_STATE =
  /^(?:how many|which|what|any|anything|are (?:there|any)|is (?:there|anything)|show|list)\b.*\b(?:pending|queued|unprocessed|in progress|running|cancell?ed)\b/;

export const HEALTH = new RegExp(
  [
    "\\b(?:everything|every thing|all|things?|it all|all (?:the )?systems?)(?:'s| is| are)? ?(?:still |all |going |running |working |looking |up and |been |being )*(?:ok|good|fine|alright|all right|smooth\\w*|well|healthy|up|running|working|operational|normal|green|in order|stable|on track|as it should|online|go)\\b",
    '\\bis (?:everything|all|it all|the whole thing)\\b(?!.*\\b(?:done|due|paid)\\b)',
    "\\b(?:system|systems|service|services|server|servers|platform|infrastructure|aubs|setup|machinery|database|db|redis|postgres|queue|imap|smtp|mail import|import|intake)(?:'s)? (?:status|health|state|check|ok|up|down|running|working|healthy|fine|online|doing|alive|stable|slow)\\b",
    '\\b(?:status|health|state|condition|shape) (?:check|report|page|update|of (?:the |our |your )?(?:system|systems|service|services|server|platform|aubs|everything|things|infrastructure|whole thing))\\b',
    '^(?:the |current |overall )?(?:status|health|uptime|health ?check|systems?)(?: (?:please|now|check|report))?[?.!]*$',
    "\\b(?:how'?s|how is|how are|how do) (?:the |our )?(?:systems?|server|servers|services?|platform|everything|infrastructure|things)(?: (?:doing|running|going|look\\w*|holding up|today|now))*\\b",
    '\\b(?:is|are|was) (?:the |our )?(?:systems?|database|db|redis|postgres\\w*|queue|server|servers|service|services|model|claude|llm|aubs|platform|(?:e-?mail|mail) (?:server|import|intake|service)|imap|smtp|import|backend|site|app)\\b(?!.*\\be-?mails?\\b)',
    '\\b(?:any|are there|having|see|seeing) (?:any )?(?:known |current |technical |system )*(?:outages?|downtime|problems|issues|trouble|hiccups|glitches)\\b(?!.*\\b(?:vendors?|suppliers?|agents?|tasks?|customers?|guests?|needs?|for me|waiting)\\b)',
    '\\b(?:up and running|outage|downtime|uptime|are we (?:up|online|live|operational|healthy|good|ok|still up)|all good|all ok|anything (?:down|broken|offline|wrong|not working)|something (?:down|broken|wrong)|working properly|(?:does|do|did|will) (?:everything|it all|things|all of it|the (?:system|systems|machinery|whole thing)) (?:still )?(?:run|work|go|look|function)|is it (?:working|running|down|up))\\b',
    '\\b(?:which|what) (?:ai |language |llm )?model\\b',
    '\\b(?:did|has|have|was|were) (?:the |our )?(?:systems?|servers?|services?|database|queue|redis|platform|aubs) (?:go|gone|went|been|ever)? ?(?:down|offline|crash\\w*|slow|running|up|ok|fine|stable|working|healthy)\\b|^(?:(?:is|are) (?:it|we|things) )?(?:all )?(?:running|working) (?:ok|fine|well|smooth\\w*|properly|normally)[?.!]*$|\\b(?:anything|something|much|how many|what) (?:is |are )?(?:in|on) the (?:queue|backlog)\\b|\\b(?:how (?:long|big|full|large|deep)|size|length|state) (?:is|of) the (?:queue|backlog)\\b|\\b(?:queue|backlog) (?:backed up|empty|full|size|length|state|status)\\b',
    '\\b(?:budget|how much (?:have|did) we (?:spend|spent)|(?:ai|model|token|claude) (?:cost|costs|spend|spending|budget)|pending queue|queue (?:length|size|depth)|how (?:long|big|full) is the queue)\\b',
  ].join('|'),
);
