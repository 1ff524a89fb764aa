import { asksForInstructions } from '@deskbell/clerk';
import { asksOfCustomers } from '../../others/asks-of-customers.ts';
import { asksOfOthers } from '../../others/asks-of-others.ts';
import { isAboutOtherCustomers } from './other-customers-signals.ts';

// What the front desk answers with no more than where to turn to.

/** "The rules" of a desk with customers are those of the assistant. */
const THE_INSTRUCTIONS =
  /\b(?:the|these|those) (?:system )?(?:prompt|instructions?|guidelines|rules|programming)\b(?! (?:for|of|about|on|when|to|if|around|with|regarding)\b)/;

/** What the assistant was told, runs on or may not say, in other words than "instructions". */
const INNER_LIFE =
  /\b(?:what|which) (?:rules|instructions|guidelines|orders|prompts?|functions?|tools|apis?|parameters|commands|(?:language|ai) models?)\b[^.?!]{0,30}\b(?:you|your|running|call|have|follow|get|got|given|behind)\b|\b(?:list|show|name|describe|print|reveal) (?:me )?(?:all )?(?:of )?your (?:\w+ )?(?:tools|functions|commands|apis?|rules|parameters|settings|secrets|context|memory)\b|\byour (?:context|context window|training|temperature|backend|code|prompt|settings|internal \w+|tools|functions)\b|\bwhat (?:were|are|have) you (?:been )?(?:told|instructed|trained|programmed|configured|forbidden|not (?:allowed|supposed|permitted) to (?:say|tell|reveal|share|talk|discuss))\b|\b(?:text|message|words|lines?|everything|content|written|said)\b[^.?!]{0,20}\b(?:above|before|preceding) (?:this|my|the (?:first|user)|our|that|it)\b|\b(?:first|previous|hidden|opening) (?:message|line|words?|sentence) (?:in|of|you|that you)\b[^.?!]{0,30}\b(?:conversation|chat|context|got|received|were)\b|\b(?:hidden|secret|internal|developer|debug|admin|root|god|maintenance|unrestricted|sudo) (?:rules?|mode|override|info\w*|prompt|access|console|settings|instructions?|notes?|commands?)\b|\bdebug(?:ging)? (?:info|output|mode|log)\b|\b(?:you are|you're) (?:dan|now (?:a|an|in|free|my)\b)|\bfrom now on,? (?:you|act|answer|reply|respond|speak|talk)\b|\b(?:answer|reply|respond|speak|talk|write) (?:only )?(?:like|as) (?:a |an )?(?:pirate|cowboy|villain|shakespeare|robot|hacker|evil|\w+ character)\b|\b(?:forget|ignore|disregard|override|bypass|drop) (?:everything|anything|all|what(?:ever)?) (?:that )?(?:you (?:were|was|have been|know|'ve been)|(?:was|came|is) (?:said|written|before|above))\b|\b(?:no|without) (?:any )?(?:rules|restrictions|filters?|limits|guardrails)\b|\b(?:my|your) (?:instructions|rules|prompt) (?:say|says|are|is|state)\b|\b(?:make|grant|give) me (?:an? |the )?(?:admin\w*|root|superuser|manager rights|full access)\b|\bwhat model (?:are you|is (?:this|it|behind)|do you run|runs)\b|\b(?:which|what) (?:llm|gpt|ai)\b|\bsystem ?prompt\b|\b(?:begin|start) your (?:answer|reply|response) with\b|\bprompt (?:injection|leak)\b|^(?:\W*)(?:system|assistant|developer)\s?:/;

/** Whether a normalised request is after what the assistant was told, or wants it changed. */
export const isAfterInstructions = (text: string): boolean =>
  asksForInstructions(text) || THE_INSTRUCTIONS.test(text) || INNER_LIFE.test(text);

const OTHER_CUSTOMERS =
  /\b(?:her|his|their) (?:\w+ )?(?:bookings?|orders?|reservations?|delivery|pick-?up|transfer)\b|\b(?!another (?:booking|order|reservation)\b|(?<=^(?:(?:and|so|ok|or|but|what about|how about|what is|is|was|when is|how much is),? )*(?:the|my) )other (?:booking|order|reservation)(?: (?:paid|confirmed|pending|cancelled|too|as well|then|again))*[?.! ]*$)(?:other|another|all(?: the| your)?|every|someone else'?s?|somebody else'?s?|else'?s|neighbou?r'?s?|friend'?s|husband'?s|wife'?s|boss'?s?|mother'?s|sister'?s|brother'?s|roommate'?s|ex'?s) (?:customers?|clients?|people|users?|person|guests?|bookings?|orders?|reservations?|address|account|phone|data)(?:'s?)?\b|\bcustomer (?:id|number|list|database|data|names)\b|\b(?:customer|user|client|account) #?\d+\b|\buser[_ ]?id\b|\bon behalf of\b(?![^.?!]*\b(?:convey\w*|mov(?:e|ed|ing)|sen[dt]|sending|ship\w*|deliver\w*|collect\w*|transport\w*|box(?:es)?|bags?|suitcases?|items|luggage|quote)\b)|\b(?:booking|order|address|phone number|reservation|status|details|history)s? (?:of|for|belonging to|from) (?!(?:my|me|a|the|an|this|that|next|today|tomorrow|you|your|our|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|december|january|february|march|april|may|june|july|august|september|october|november)\b)(?:mrs?\.? |ms\.? |customer )?[a-z]+(?: [a-z]+)?(?:$|[?.!,'])|\b(?:who|anyone|anybody) (?:else )?(?:has |have )?(?:booked|ordered|reserved)\b|\b(?!it's|that's|what's|there's|here's|he's|she's|let's|where's|when's|how's|who's|today's|tonight's|yesterday's|tomorrow's|week's|month's|year's|(?:mon|tues|wednes|thurs|fri|satur|sun)day's|other's|let's)[a-z]{3,}'s (?:bookings?|orders?|reservations?|address|phone|e-?mail|account|move|pick-?up|delivery|payment)\b|\bhow many (?:bookings|customers|orders) do you have\b|\b(?:bookings?|orders?|reservations?|account)\b.*\S+@\S+|\b(?:what|when|where|how much) (?:did|has|does) (?!i\b|we\b|it\b|that\b|this\b|the\b|my\b|your\b|a\b|an\b)[a-z]+(?: [a-z]+)? (?:book|order|reserve|spend|pay|move)(?:ed|d)?\b/;
/** Someone else by name: "is Maya moving tomorrow". The words that are no name are left out. */
const NAMED_CUSTOMER =
  /\b(?:is|was|has|did|does|will|when(?:'s| is| does| did| will)) (?!(?:petite|standard|full|mini|it|this|that|there|he?re?|the|a|an|my|our|your|you|we|i|they|everything|everyone|anyone|anybody|gas|fuel|tax|taxes|movers?|drivers?|luggage|manhattan|brooklyn|hamptons|staff|anything|nothing|something|someone|tote|totetaxi|packing|unpacking|storage|delivery|pickup|payment|parking|insurance|tipping|today|tomorrow|tonight|mon|tues|wednes|thurs|fri|satur|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|thanksgiving|next|any|each|every|all|which|what|just|only|not|also|still|moving|booking)\b)[a-z]{2,}(?: [a-z]+)? (?:mov(?:e|es|ed|ing)|book(?:ed|ing|s)?(?! (?:up|out|solid|separately))|paid|pay(?:ing|s)?|scheduled|travell?ing|flying)\b(?! (?:my|our|me|us)\b)/;
const SOMEBODY =
  'neighbou?rs?|friends?|husband|wife|spouse|partner|boyfriend|girlfriend|fianc[eé]e?|boss|mother|mom|father|dad|parents|sister|brother|son|daughter|roommate|ex|landlord|tenants?|employees?|colleagues?|co-?workers?|assistant|clients?|cousin|uncle|aunt|grandmother|grandfather';
/** Whose bag, who lives or moves there, who else: other people, whatever else is said. */
const OTHER_PEOPLE = new RegExp(
  [
    '\\bwhose\\b',
    '\\bwho (?:does|do|did) (?:it|this|that|they|these|those|the \\w+) belong to\\b|\\b(?:who|which (?:customer|person|family)) (?:is|was) the (?:owner|customer|sender|recipient)\\b',
    "\\bwho(?:'s)? (?:else )?(?:is |are |was |'s )?(?:also )?(?:lives?|living|moves|moving|stay(?:s|ing)|travel(?:s|ling)|ship(?:s|ping)|getting|coming|going)\\b",
    '\\b(?:what|who) (?:else )?(?:is|are|was|were) (?:being )?(?:booked|scheduled|delivered|picked up|moving) (?:at|to|from|by|for|on)\\b(?! (?:me|my|us))',
    `\\bwhen (?:is|are|does|do|did|was|will) (?:my|the|our|your) (?:${SOMEBODY})\\b(?! (?:get|receive|hear|need|have to|be (?:called|told|notified))\\b)`,
    `\\b(?:did|has|have|does|do|is|are|was) (?:my|the|our|your) (?:${SOMEBODY}) (?:already |ever |still |also )?(?:book|order|pay|paid|mov|have(?! to)|use|cancel|a customer|schedul|travel|spen)\\w*`,
    `\\bmy (?:${SOMEBODY}) (?:\\w+ ){0,2}(?:booked|ordered|has (?:a|an) (?:booking|order)|is booked)\\b(?![^.?!]*\\b(?:my|our) (?:account|name|login)\\b)`,
    '\\b(?:is|are|was|were) (?!(?:this|that|it|there|the|a|my|our|your|you|they|we|new)\\b)[a-z]+(?: [a-z]+)? (?:one of|among|a) (?:your )?(?:customers?|clients?)\\b',
    '\\b(?:does|do|did|has|have|is) (?:any |some )?(?!(?:it|this|that|the|a|my|our|your|you|they|we|i|anyone|standard|mini|petite|full)\\b)[a-z]+ [a-z]+ (?:use|used|using|book|booked|booking|work) (?:you|with you|your)\\b',
    '\\b(?:which|what|any) (?:celebrit\\w+|famous people|stars|other people|families|neighbou?rs)\\b',
    '\\b(?:whether|if) (?!(?:it|this|that|the|a|an|my|our|your|you|they|we|i|there|someone|somebody|anyone|everything)\\b)[a-z]+(?: [a-z]+)? (?:has|have|is|was|did|already)(?: already)? (?:paid|booked|ordered|moved|moving|cancelled|pay|book)\\b',
    '\\b(?:bookings?|orders?|reservations?|customers?|accounts?) (?:under|in|by|with) (?:the )?(?:name|last name|surname|e-?mail|phone)\\b(?! (?:i|me|my)\\b)',
    '\\b(?:home |street |e-?mail |phone |delivery |pick-?up |billing )?(?:address(?:es)?|phone(?: number)?|e-?mail|name|contact|number|details|schedule|route) (?:of|for|on|behind) (?:(?:the |that |your |a )?(?:other |last |next |previous |another )?(?:customers?|clients?|person|guests?|family|lady|man|woman|guy|couple|owner|driver)|(?:booking|order|reservation|tt)\\b)',
    "(?<!\\b(?:needs?|wants?|requires?|asks? for) (?:the |your )?)\\b(?:driver|mover|owner|customer|client|dispatcher|ceo|founder|manager)(?:'?s)? (?:cell|phone|number|home|address|name|last name|e-?mail|personal)\\b|\\bname of (?:my|the|your) (?:driver|mover|owner)\\b",
    '\\b(?:find|look ?up|show|get|pull up|open|search)\\b[^.?!]{0,20}\\b(?:booking|order|reservation|customer|account)s? (?:of|for|from|at|in) (?:the )?(?:family|person|people|man|woman|lady|guy|couple|customer|apartment|house)\\b',
    '\\bhow many (?:other )?(?:people|customers|clients|orders|bookings|moves|pick-?ups|deliveries)\\b(?! (?:work|can|could|fit|come|carry|drive)\\b)[^.?!]{0,30}\\b(?:you|that day|on (?:that|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|december|january|\\d)|today|tomorrow|this (?:week|month))\\b(?![^.?!]*\\b(?:can|could|do|will|would) you (?:carry|take|move|bring)\\b)',
    '\\b(?:where|who) (?:is |are |does |will )?(?:the |your |my )?driver (?:go|goes|going|visit\\w*|deliver\\w*) (?:next|after|before|else)\\b|\\bdriver (?:is )?going (?:after|before|next)\\b',
    "\\b(?:somebody|someone|anybody|another person|a stranger)(?: else)?'?s? (?:bag|suitcase|luggage|booking|order|address|stuff|things)\\b",
  ].join('|'),
);

/** Whether a normalised request is about other people's bookings, bags or data. */
export const isAboutOthers = (text: string): boolean =>
  OTHER_CUSTOMERS.test(text) ||
  NAMED_CUSTOMER.test(text) ||
  OTHER_PEOPLE.test(text) ||
  isAboutOtherCustomers(text) ||
  asksOfCustomers(text) ||
  asksOfOthers(text);

/** Thirteen digits and more in a row, or the words that stand on a card. */
const CARD_DATA =
  /(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])|\b(?:cvv2?|cvc|security code|card number|card no\.?|exp(?:iry|iration)? date|exp\.? ?\d{1,2}\/\d{2,4}|ending (?:in|with)? ?\d{4}|\d{4}[ -]\d{6}[ -]\d{4,5})\b|\b(?:my|the|this|our) (?:\w+ )?(?:card|visa|amex|mastercard)\b[^.?!]{0,30}\b\d{4,}\b|\b(?:charge|bill|debit|save|store|keep|use|put (?:it|this|that) on) (?:it |this |that )?(?:to |on )?(?:my |the |this |our )?(?:\w+ )?(?:card|visa|amex|mastercard)\b|\b(?:give|tell|send|type|read) you (?:my|the|a) (?:\w+ )?(?:card|iban|bank (?:details|account))\b|\b(?:routing|account|iban|ssn|social security)\b[^.?!]{0,20}\d{4,}/;

/** Whether a normalised request has payment data in it, or wants to hand some over. */
export const hasCardData = (text: string): boolean => CARD_DATA.test(text);
