// What is about everything at once: what went on, and what is pressing.

export const SUMMARY =
  /\b(?:summar\w+|(?:sum|wrap|summed|wrapped)(?: (?:it|this|that|things|everything|today|yesterday|(?:the|this|last) \w+))? up|wrap[- ]?up|(?:quick |short |brief )+(?:of|for|on|about)(?= )|(?:a |the )?brief(?:ing)?(?= (?:of|for|on|please|me)\b|[?.!]*$)|tl;?dr|(?:the )?highlights|in (?:short|brief|a nutshell)|(?:have|did|what'?ve) (?:i|we) miss(?:ed)?|what (?:went|has gone) on|what (?:all )?(?:went down|took place)|how (?:was|were|is|did) (?:the )?(?:november|october|september|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|business)|recap|overview|digest|rundown|run-down|briefing|brief me|catch me up|fill me in|get me up to speed|up to speed|activity|what'?s new|what is new|anything new|what did (?:i|we) miss|how (?:was|is|did|has) (?:the |my |our )?(?:day|week|weekend|morning|month|today|yesterday)(?: (?:go|been|going|look\w*))?|what happened(?: (?:today|yesterday|this|last|over|on|in|since|while).*)?$|what'?s (?:been )?(?:happening|going on)|what'?s up(?: today)?$)/;

/** "How was November?" */
export const HOW_WAS =
  /\bhow (?:was|were|did) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|day|week|weekend|month)\b/;

export const ATTENTION = new RegExp(
  [
    '\\b(?:emergenc(?:y|ies)|crisis|crises|trouble spots?|show-?stoppers?|blockers?)\\b(?! (?:exit|number|contact|call|light))',
    '\\b(?:the |any |all |our |some |only )*(?:really |very |most )*(?:critical|urgent|important|pressing|serious|alarming|worrying|severe|grave|burning) (?:stuff|things?|matters?|items?|points?|news|topics?|cases?|issues?|problems?)\\b(?!.*\\b(?:from|by|about|with|of|for (?!me|us|today|now))\\b)',
    "\\b(?:anything|something|nothing)(?: else)? (?:really |very |that is |that's )*(?:serious|alarming|worrying|critical|urgent|pressing|severe|important|disturbing|nasty)\\b(?!.*\\b(?:from|by|about|with|of)\\b)",
    "\\b(?:(?:can't|cannot|can not|cant|won't|mustn't|must not|shouldn't|should not|couldn't) wait|not wait|too late if)\\b",
    '\\b(?:what|where|which(?: \\w+)?) (?:should|must|does|do|needs? to|has to|shall|would|ought)(?: the)? (?:team|staff|crew|office|people|shift|somebody|someone|everyone|manager|dispatch|dispatcher|boss)? ?(?:have to |need to |want to )?(?:focus|look|concentrate|start|begin|deal with|take care of|prioriti[sz]e|know|worry|attend|tackle|jump on)\\b',
    '\\b(?:needs?|require)\\b.{0,20}\\b(?:attending to|intervention|(?:a|some|any)(?: \\w+)? (?:human|person|somebody|someone|body)|looking (?:at|into|after)|me|us)\\b',

    "\\b(?:anything|something|what|everything|stuff|things?)(?: else)?(?: is there| is)?(?: that)? (?:i|we|you think i|do i|do we|should i|should we|must i|else should i) ?(?:should|need to|ought to|must|have to|shall|would|better|might want to|want to|can'?t)? ?(?:know|be aware|worry|look (?:at|into|out)|keep an eye|watch|focus|care|deal with|take care|handle|prioriti[sz]e|act on|follow up|address|tackle|be worried|be concerned|miss|do (?:first|now|next))",
    '\\b(?:anything|something|what|who|anyone|everything|issues?|problems?|things?|cases?)(?: that| which| else)? needs? (?:me|us|a (?:human|person)|somebody|someone)\\b',
    "\\b(?:needs?|wants?|requires?|deserves?|calls? for|calling for|worth) (?:my|our|your|some|any|immediate|urgent|human|the team'?s)? ?(?:attention|looking|a look|action|eyes)\\b",
    "\\b(?:anything|something|what'?s|what is|what are|is there anything|are there any|any|all)(?: the| our| my)? ?(?:really |very |super |else )?(?:urgent|important|pressing|critical|on fire|burning|alarming|concerning|worrying|worrisome|noteworthy|unusual|suspicious|weird|strange|odd|out of the ordinary|off|red flags?|fires|hot|surprises|concerns|escalations?|warnings?|alerts?|high[- ]risk|risky|risks?)(?: things| stuff| matters| items| issues| right now| today| now| at the moment| going on| happening)*[?.!]*$",
    "\\b(?:heads[- ]up|red flags?|high[- ]risk|attention items?|my attention|our attention|top priorit(?:y|ies)|biggest (?:issues?|problems?|concerns?|worr\\w+)|what'?s on fire|(?:worst|most (?:urgent|important|pressing|critical)) (?:thing|issue|problem|matter)s?|what should (?:i|we) (?:do|start|begin|tackle|handle|work on|look at|focus|worry|know|prioriti[sz]e)|(?:do|should) (?:i|we) (?:need to |have to )?(?:worry|be worried|be concerned)|where (?:should|do) (?:i|we) (?:start|begin|focus|look)|what matters(?: most)?|fires to put out|should i be (?:worried|concerned)|what am i missing|keep an eye on|on (?:my|our|your) radar|worth (?:knowing|mentioning|noting|hearing|reporting|telling|a mention)|(?:must(?:n't| not)|should(?:n't| not)|don't|do not|can't|cannot) (?:i |we )?(?:forget|overlook|miss|neglect|ignore)|what (?:have|did) (?:i|we) (?:forget|forgotten|overlook\\w*))\\b",
    '^(?:the |our |my )?(?:priorities|urgent matters|urgent stuff|urgent(?: ones?| stuff| things?)?|alerts?|warnings?|important stuff|risks?)[?.!]*$',
  ].join('|'),
);

/** "What is going wrong?", of nothing in particular. */
export const WRONG =
  /^(?:(?:ok|so|and|but|right|hey) )*(?:tell me |see )?(?:what(?:'s| is| are)|is (?:there )?anything|anything|something)(?: we)?(?: currently| all| is)? ?(?:going|being|doing)? ?(?:wrong|amiss|bad)(?: right now| now| today| here| at the moment| currently| this morning| there)*[?.!]*$/;
