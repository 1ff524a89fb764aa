// What nobody at a company that carries luggage should answer: law, health, money and idle talk.

const BODY =
  '(?:back|neck|shoulders?|knees?|head|arms?|elbows?|legs?|ankles?|feet|foot|toes?|fingers?|thumbs?|hands?|wrists?|hips?|ribs?|muscles?|hamstring|tendon|spine|chest|stomach|skin|eyes?)';
const HURT =
  '(?:hurt\\w*|aches?|aching|sore|killing me|swollen|swelling|numb|stiff|bleed\\w*|bruised?|sprain\\w*|twist\\w*|pulled|strain\\w*|tor[en]|broken?|fractured|dislocated|thrown out|threw out|out of place|cut|burn\\w*|scraped|smashed|jammed|crushed|pinched|tweaked)';

const HEALTH: readonly RegExp[] = [
  new RegExp(
    `\\b(?:my|his|her|their) (?:left |right |lower |upper |poor |whole )?${BODY} (?:\\w+ )?${HURT}\\b`,
  ),
  new RegExp(`\\b${HURT} (?:a|my|his|her|their) (?:\\w+ )?${BODY}\\b`),
  new RegExp(
    `\\b(?:my|his|her) ${BODY} (?:is|was|got|feels?) (?:\\w+ )?(?:bad|off|funny|weird)\\b`,
  ),
  /\b(?:painkillers?|ibuprofen|aspirin|tylenol|advil|diagnos\w+|symptoms?|pregnan\w+|dosage|doctor|hospital|urgent care|stitches|bandages?|physiotherap\w+|chiropract\w+|x-?ray|concussion|fever|nausea|dizzy|rash|allerg\w+|back ?ache|headache|migraine|ice or heat|heat or ice|medical(?:ly)? advice)\b/,
  /\b(?:pulled|strained|tore) (?:a|my) muscle\b|\bthrew (?:out )?my back\b/,
];

const LAW_AND_MONEY: readonly RegExp[] = [
  /\b(?:falls?|slips?|trips?|gets? (?:hurt|injured)|is injured)\b[^.?!]{0,25}\b(?:stairs|ice|sidewalk|driveway|steps|property|house|floor|home|my place|job)\b|\b(?:liable|liability|negligen\w+)\b[^.?!]{0,15}\b(?:in new york|under|law|state|new jersey|connecticut|injur\w*)\b/,
  /\b(?:under|by|according to|what does the) (?:new york |state |federal |ny |the )?law\b|\bmy (?:legal )?rights\b|\bsmall claims\b/,
  /\b(?:sue|suing|lawsuit|lawyers?|attorney|legal(?:ly)?|illegal|lawful|against the law|small claims|tenant rights|custody|divorce|evict\w*|sublet\w*|prenup)\b/,
  /\b(?:break|get out of|end|terminate|breaking) (?:my|the|our|a) lease\b|\b(?:keep|return|give back|withhold|get back) (?:my|the|our) (?:security )?deposit\b/,
  /\btax (?:advice|deduct\w*|write-?off|return)|\btax-?deductible\b|\b(?:deduct|write off)\b[^.?!]{0,25}\b(?:tax(?:es)?|move|moving|expenses?|it)\b/,
  /\b(?:customs (?:duty|duties|declaration)|immigration|visa application|invest(?:ing|ment)?|stocks?|crypto|bitcoin|mortgage|interest rates?|401k|ira\b|home loan)\b/,
  /\b(?:which|what) (?:stock|fund|shares)\b|\bwhere should i (?:buy|rent|live|move|invest)\b|\b(?:buy|sell|rent) (?:a|my|the) (?:house|apartment|home|condo) (?:now|this year|or)\b/,
];

const IDLE: readonly RegExp[] = [
  /\b(?:weather|forecast|(?:going to|will it|gonna|chance of) (?:rain|snow)\b(?! on)|rain(?:y|ing)? (?:on )?(?:saturday|sunday|monday|tuesday|wednesday|thursday|friday|tomorrow|today)|temperature outside|how (?:hot|cold) (?:is|will))\b/,
  /\b\b(?:best|good|nice|favorite) (?:restaurants?|pizza|sushi|brunch|coffee|bagels?|place to (?:eat|stay|drink|swim))\b|\brestaurants?\b/,
  /\b(?:recipe|poem|haiku|lyrics|jokes?|limerick|riddle|homework|essay|python|javascript|html|sql query)\b/,
  /\bwrite (?:me )?(?:a |an |some |my )?(?:\w+ )?(?:code|script|program|song|story|essay|letter|speech|toast|review|resume|cover letter)\b/,
  /\b(?:capital of|president of|vote|election|politic\w*|religio\w*|horoscope|zodiac|football|soccer|baseball|basketball|who won|who(?:'s| is| will)(?: be)? (?:going to )?win\w*|movie|netflix|translate|meaning of life|dating|girlfriend should|boyfriend should)\b/,
  /\b(?:break up with|be my (?:girl|boy)friend|marry me|propose to|go out with (?:me|him|her))\b/,
  /\btraffic (?:like|on|is|report|now|today)\b|\bhow(?:'s| is) (?:the )?traffic\b|\btrain (?:schedule|times)\b|\bjitney\b/,
  /\b(?:square root|\d+ ?[x*×] ?\d+|\d+ times \d+|\d+ plus \d+)\b/,
];

/** Work and people, which the company does not offer and does not carry. */
const NOT_OURS: readonly RegExp[] = [
  /\b(?:passengers?|hitch\w*|hiring|job openings?|vacancy for|careers?|salary|wages|helicopters?|drones?)\b/,
  /\b(?:drive|chauffeur|take|carry|transport|bring|pick up|drop|move) (?:me|us|my (?:kids?|children|family|wife|husband|mother|father|mom|dad|grand(?:ma|pa|mother|father)|son|daughter))(?: (?:home|along|too|as well|up|off))?(?: (?:to|from|at|along|in|with)\b|[?.!]*$)/,
  /\b(?:a|me) (?:ride|lift)\b|\bride (?:along|with)\b/,
  /\bbook (?:me |us )?(?:a |an |the )?(?:flight|hotel|room|taxi|cab|uber|limo\w*|train|ferry|table|restaurant|rental car|massage)\b(?! (?:transfer|pickup))/,
];

/** Whether a normalised request is nothing a company that carries luggage should answer. */
export const isOffTopic = (text: string): boolean =>
  [...HEALTH, ...LAW_AND_MONEY, ...IDLE, ...NOT_OURS].some((signal) => signal.test(text));
