import { MAIL } from './mail.ts';

// What says that vendors are asked about, or their mail.

export const VENDOR = /\b(?:vendors?|suppliers?|contractors?|merchants?)\b/;

export const VENDOR_STUDY =
  /\b(?:patterns?|trends?|reliab\w*|histor\w+|track record|stats|statistics|perform\w*|behav\w*|trust\w*|best|worst|top|most|least|biggest|often|regular\w*|how are|how do|how have|insights?|who|which|compare|rank\w*|sorted by|ordered by|by (?:number|amount|volume|count)|rate|ratings?|scores?|deliver\w*|notice\w*|usual\w*|tendenc\w+|habit\w*|problem\w*|late|on time|flaky|dependable|active|look like|looking)\b/;

/** One vendor is studied by its name alone. */
export const OF_A_VENDOR =
  /\b(?:ratings?|scores?|reliability|track record|reputation|vendor (?:history|profile|record)) (?:of|for|with) (?!(?:the )?(?:e-?mails?|mails?|tasks?|agents?|system|reviews?|risk)\b)|^(?:(?:what(?:'s| is)|show me|give me|tell me|the|our|current) )*(?!(?:risk|confidence|agent|system|task|urgency)\b)[\p{L}\p{N}][\p{L}\p{N}&.'-]*(?: [\p{L}\p{N}&.'-]+){0,4}(?:'s)? (?:ratings?|reliability|reliability score|track record|reputation|vendor (?:history|profile|record|score))(?: please| lately| so far)?[?.!]*$|\bhow good (?:is|are|was|has) (?!(?:it|this|that|the (?:ai|agents?|mail|system)|you|we|things?|everything)\b)|\bis [\p{L}\p{N}&. '-]{2,40} any good\b|\b(?:has|have|did|does|do|is|was) [\p{L}\p{N}&.' -]{2,40} (?:ever |always |often |usually |been |already |sometimes )*(?:deliver(?:s|ed|ing)? (?:late|on time|too late|as promised)|(?:been |come |came )?late (?:before|often|with (?:deliver\w+|orders?))|let us down|keep(?:s)? (?:its|their) (?:word|promises?))\b|\babout [\p{L}\p{N}&. '-]{2,40} as (?:a|our) (?:vendor|supplier|contractor|partner)\b|\bhow (?:is|are|was|has|have) [\p{L}\p{N}&. '-]{2,40} (?:been )?(?:doing |performing )?as (?:a|our) (?:vendor|supplier|contractor|partner)\b/u;

/** "Compare A and B", "A or B, who is more reliable?": by their names alone. */
export const COMPARES_VENDORS =
  /^(?:please |can you |could you )*compare (?!.*\b(?:today|yesterday|tomorrow|(?:this|last|next) \w+|weeks?|months?|days?|agents?|tasks?|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)[\p{L}\p{N}&.' -]{2,40} (?:and|with|to|against|vs\.?|versus) [\p{L}\p{N}&.' -]{2,40}|^[\p{L}\p{N}&.' -]{2,40} (?:or|vs\.?|versus) [\p{L}\p{N}&.' -]{2,40}?[,:?-]? (?:who|which)(?: one)?(?:'s| is| are) (?:the )?(?:more |most )?(?:reliable|dependable|better|trustworthy|punctual)|^(?:who|which)(?: one)?(?:'s| is) (?:the )?(?:more (?:reliable|dependable|trustworthy|punctual)|better)[,:]? .{2,40} or .{2,40}/u;

export const HOW_RELIABLE =
  /\b(?:how (?:reliable|dependable|trustworthy|punctual) (?:is|are|has|have|was|were)|can (?:we|i) (?:trust|rely on)|(?:reliability|track record) (?:of|with))\b/;

/** "Is BoxRight reliable?" */
export const IS_RELIABLE =
  /\b(?:is|are|was|has|have) (?:[\w'&.-]{2,30} ){1,5}(?:been )?(?:reliable|dependable|trustworthy)\b/;

/** Of all who write only vendors are counted one by one. */
export const BY_SENDER =
  /\bsenders\b|\bwhere (?:do|does|did|are|is) (?:all |most |the |our |my |these |this )*(?:e-?mails?|mails?|messages?) (?:mostly |usually )?(?:come|coming|from)\b|\bwho (?:sends?|sent|writes?|wrote|e-?mails?|mails?|has sent|has written)(?: to)?(?: us)?(?: the)? (?:most|more|often)\b|\b(?:per|by|for each) sender\b/;

/** "Which mails came from vendors?" lists mails; "which vendors send most mails?" studies vendors. */
const FROM_VENDORS =
  /^(?:(?:and|so|ok|please) )*(?:which|what|how many|show|list|any|give|were there|are there|did)\b.*\b(?:e-?mails?|mails?|messages?)\b.*\bfrom (?:our |the |any )?(?:vendors?|suppliers?)(?=[\s?.!]*$| (?:today|yesterday|this|last|on|in|since|came|arrived)\b)/;

/** "What did vendors write to us on Saturday?" asks for their mails. */
const VENDORS_WROTE =
  /^(?:(?:and|so|ok|please) )*(?:what|anything|something|how many|how much|did|have|has|show|list|which)\b.*\b(?:vendors?|suppliers?) (?:have |has |had |did |all |already |ever )*(?:writ\w+|wrote|sen[dt]|e-?mail(?:ed)?|mail(?:ed)?|ask(?:ed)?|tell|told|say|said|want(?:ed)?|contact(?:ed)?|reach(?:ed)? out|answer(?:ed)?)\b/;

const VENDORS_AS_SUCH =
  /\b(?:most|least|often|usual\w*|patterns?|trends?|reliab\w*|histor\w+|compare\w*|each|per|by|which (?:vendor|supplier)s?)\b/;

/** Mails of vendors, not the vendors themselves. */
export const isMailOfVendors = (text: string): boolean =>
  ((MAIL.test(text) && FROM_VENDORS.test(text)) || VENDORS_WROTE.test(text)) &&
  !VENDORS_AS_SUCH.test(text);
