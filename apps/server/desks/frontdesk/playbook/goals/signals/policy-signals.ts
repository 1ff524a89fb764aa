/** Goods that are not carried, whatever is said of them, and pets, which are no goods. */
export const PROHIBITED =
  /\b(?:hazard\w*|firearms?|(?:hand|shot)?guns?(?! (?:safe|case|rack))|rifles?|pistols?|revolvers?|ammunition|ammo|bullets|grenades?|weapons?|swords?|switchblades?|kni(?:fe|ves)(?! block)|tasers?|pepper spray|fireworks?|firecrackers?|sparklers|explosives?|dynamite|flares?|propane|butane|gas (?:can|tank|canister|cylinder|grill)s?|gasoline|petrol\w*|kerosene|diesel|lighter fluid|paint thinner|paint cans?|cans? of paint|aerosols?|bleach|chemicals|acid|oxygen tanks?|lithium|flammables?|combustible|generators?|lawn ?mowers?|chain ?saws?|leaf blowers?|jet ?skis?|dirt bikes?|mopeds?|tobacco|cigarettes?|cigars?|vapes?|hookah|marijuana|weed|cannabis|cbd|edibles|cocaine|heroin|opioids?|drugs?|medications?|medicines?|pills|insulin|prescriptions?|ashes|urn|human remains|corpse|dead (?:body|animal)|live (?:plants?|trees?)|christmas trees?|bouquets?|houseplants?|plants?(?! stands?)|orchids?|bonsai|potted|ficus|cact(?:us|i)|succulents?|ferns?|frozen|refrigerated|steaks?|seafood|raw (?:fish|chicken)|leftovers|perishables?|ice cream|raw meat|groceries|alcohol\w*|wines?(?! (?:glass|rack|fridge|cooler|cellar|opener))|champagne|prosecco|tequila|bourbon|booze|beers?|liquor|whisk(?:e)?y|vodka|lottery|slot machines?|gambling|pornograph\w*|porn|leaking|sanctioned|gallons|negotiable|gift cards?|gold bars?|counterfeit|stolen goods|jewelry|(?<!\b(?:has|have|got|with) )(?:live|my|our|a|the|some|two|three|\d+) (?:\w+ )?(?:dogs?|cats?|pupp(?:y|ies)|kittens?|hamsters?|goldfish|parrots?|rabbits?|snakes?|lizards?|turtles?|reptiles?|guinea pigs?|horses?|pon(?:y|ies)|chickens?|animals?|pets?|lobsters?|crabs?|birds?)(?! (?:beds?|crates?|bowls?|food|carriers?|toys?|houses?|trees?|cages?|feeders?|names?)\b)|pets|animals|cash (?:in|with)|(?:send|ship|carry|transport|move|pack|put|deliver|bring)\b[^.?!]{0,20}\b(?:cash|(?:some|paper|lots of) money|checks|bonds))\b(?!['-])/;

const PETS =
  /\b(?:dogs?|cats?|pupp(?:y|ies)|kittens?|hamsters?|goldfish|parrots?|rabbits?|turtles?|horses?|pon(?:y|ies)|birds?|pets?|animals?)\b/g;
/** What a pet does at home. */
const TOLD_OF_PET =
  /\b(?:dogs?|cats?|pupp(?:y|ies)|kittens?|hamsters?|parrots?|rabbits?|horses?|birds?|pets?) (?:just |always |only |never |also |already )*(?:stays?|stayed|is|are|was|has|had|ate|eats|hates?|loves?|likes?|sleeps?|barks?|died|knows|chewed|ran|got|jumped|stepped|peed)\b/;

/** Whether goods are named that are not carried; a dog that stays at home is none. */
export function namesProhibited(text: string): boolean {
  if (!PROHIBITED.test(text)) return false;
  const isToldOfPet = !text.includes('?') && TOLD_OF_PET.test(text);
  return !isToldOfPet || PROHIBITED.test(text.replace(PETS, ' '));
}

/** Words that settle which policy a question is about, whatever else it says. */
export const POLICY_SIGNALS: readonly [string, RegExp][] = [
  ['tipping', /\b(?:tips?|tipping|tipped|gratuit\w+)\b(?! (?:for|on|about) (?:pack|mov|label))/],
  [
    'edit',
    /(?<!\b(?:any|an|no|the|some|for) )\b(?:change|edit|modify|reschedul\w+|update|move)\b[^.?!]{0,25}\b(?:my|existing|an) (?:existing |current )?(?:booking|order|reservation|appointment|delivery date)\b|\breschedul/,
  ],
  ['cancellation', /\b(?:cancel\w*|refund\w*|money back)\b/],
  [
    'coi',
    /\b(?:includes?|included|need|provide|cover)\b[^.?!]{0,30}\b(?:coi|certificates?)\b[^.?!]*\?|\b(?:what(?:'s| is) (?:a |an |the )?|do i need (?:a |an )?|how do(?:es)? (?:i get )?(?:a |an |the )?|provide (?:a |an )?|is (?:a |an |the )?|have (?:a |an )?|much is (?:a |an |the )?|where (?:do|should|can) (?:i|we) (?:send|e-?mail|upload) (?:a |an |the |my |our )?)(?:coi|certificate of insurance)\b|\b(?:buildings?|landlord|management|co-?op|condo|board|super|doorm[ae]n)\b[^.?!]*\b(?:coi|certificate|insurance|insured)\b|\bproof of insurance\b|\binsurance (?:papers?|paperwork|documents?|forms?)\b|\bhow much (?:is|are|does|do|for|would|will) (?:a |an |the |your |that )?(?:coi|certificates?)\b/,
  ],
  [
    'insurance',
    /\binsur(?:e|ed|ing)\b|\b(?:more|extra|additional|buy|purchase|full|better|higher|declared) (?:value )?(?:coverage|protection|cover)\b|\b(?:coverage|protection) (?:for|of) (?:my|our|expensive|valuable|fragile|the)\b|\bvaluables\b|\bbreakages?\b|\b(?:is|are|was|were|went|gone|still|got) missing\b|\bmissing (?:bag|item|box|suitcase|piece)|\binsurance\b(?<!certificate of insurance)(?! certificate)|\bliabilit|\b(?:damag\w*|scratch\w*|dent(?:ed|s)?|shatter\w*|crack(?:ed|s)|go(?:es)? missing|went missing|broke|broken|(?<!\b(?:a|some|any|me) )breaks?(?! (?:my|the|our) (?:lease|contract))|stolen|smash(?:ed|es)?|wrecked|ripped|crushed|lose|lost(?! (?:my |the )?(?:tracking|link|confirmation|password|number|e-?mail)))\b|\b(?:file|make) a claim\b|\b(?:if|in case|when|suppose) (?:you|they|drivers?|the drivers?|movers?|somebody|someone)(?: guys)? (?:accidentally )?(?:drop|wreck|ruin|smash)\b(?! (?:off|it off|them off|by|me|us)\b)|\b(?:you|they|drivers?|movers?|somebody|someone)(?: guys)? (?:accidentally )?(?:dropped|wrecked|ruined|smashed|broke)\b(?! (?:off|it off|them off)\b)|\b(?:is|are) (?:my |our |the |fragile )(?:\w+ )?(?:stuff|things|bags?|luggage|suitcases?|items?|belongings|goods|valuables|boxes) (?:protected|safe|covered|guaranteed)\b|\bin (?:\d+ |two |a million |many |bits and |little )?pieces\b[^.?!]{0,5}$|\btake responsibility\b|\b(?:never|didn't|hasn't|haven't|not) (?:arrived?|showed up|turned up|come)\b[^.?!]*\b(?:bags?|box(?:es)?|suitcases?|luggage|items?|pieces?)\b|\b(?:bags?|box(?:es)?|suitcases?|luggage|items?|pieces?)\b[^.?!]{0,20}\b(?:never|didn't|hasn't|haven't) (?:arrived?|shown? up|turned? up|come)\b/,
  ],
  [
    'storage',
    /\b(?:leave|drop|keep|stash|hold)\b[^.?!]{0,20}\b(?:bags?|luggage|suitcases?|things|stuff|trunks?|box(?:es)?|items?)\b[^.?!]*\b(?:for (?:a|an|the|some|us|me|\d|two|three|four|several)|overnight|until|between|somewhere|with you|over (?:the )?(?:winter|summer|weekend|night|holidays))\b|\b(?:somewhere|place) (?:to|where i|i can|we can|where we) (?:\w+ )?(?:leave|keep|store)\b|\b(?:storage|store (?:my|our|it|them|things|stuff)|storing|hold (?:on to )?(?:my|our) (?:bags|luggage|suitcases?|things|stuff)|(?:babysit|look after|hang on to|hold on to|watch)\b[^.?!]{0,10}\b(?:bags?|luggage|suitcases?|things|stuff|trunks?|box(?:es)?)|(?:bags?|luggage|suitcases?|things|stuff|trunks?|box(?:es)?)\b[^.?!]{0,12}\b(?:be (?:kept|stored|left)|stay with you)|keep my (?:bags|luggage|things))\b/,
  ],
  [
    'discounts',
    /\b(?:discount\w*|promo\w*|coupon\w*|referral\w*|voucher|special offers?|deals?(?! with)|price[- ]?match\w*|cheaper (?:elsewhere|somewhere)|(?<!\b(?:is|would|was|wouldn't|isn't|will) )(?:it|this|that) cheaper(?! (?:to|if|as|than)\b)|competitors?|too expensive|haggle|negotia\w+|bargain|bank transfer|wire transfer)\b|\b(?:pay(?:ing)?|settle)\b[^.?!]{0,12}\b(?:in )?cash\b|\b\d{1,2} ?(?:%|percent) (?:off|less|cheaper|discount)|\b(?:knock|take|shave|get)\b[^.?!]{0,8}(?:\d|\b(?:something|some|a bit|a few|a little|anything|money|ten|twenty|fifty|the (?:price|fee|surcharge|charge)|percent)\b)[^.?!]{0,15}\boff\b|\b(?:get|give|cut)\b[^.?!]{0,10}\ba (?:break|deal|better price)\b|\bbetter on (?:the )?price\b|\b(?:better|lower|cheaper|special|reduced|friends?|vip|student|senior|military|veteran|repeat) (?:price|rate|discount|fare)\b|\b(?:waive|drop|remove|skip|lose)\b[^.?!]{0,15}\b(?:surcharges?|fees?|charges?|minimum|tax)\b|\b(?:do|make) (?:it|that|this) (?:for )?(?:cheaper|less|free|\$ ?\d+)|\bmatch (?:it|that|their|the|his|her)\b|\bfor free\b|\bfree (?:of charge )?(?:deliver\w+|pick-?up|move|transfer|shipping|storage|upgrade)\b|\bfree (?:packing|unpacking)\b/,
  ],
  [
    'labels',
    /\b(?:label\w*|(?:luggage|name|bag|id) tags?|(?<!price )tags)\b|\b(?:put|write|need|have|see)\b[^.?!]{0,12}\bnames? on\b|\b(?:mark|tag|number)\b[^.?!]{0,10}\b(?:my|our|the|each|every) (?:bags?|box(?:es)?|suitcases?|luggage|pieces|items|things|stuff)\b/,
  ],
  [
    'prohibited',
    /\b(?:things?|items?|stuff|goods|anything|what) (?:that |do |will |would |can't )?(?:you(?: guys)?|u) (?:refuse|reject|decline)\b|\b(?:(?:can|may|could) (?:i|we) (?:pack|put)\b(?![^.?!]*\b(?:myself|ourselves|own|peloton|move)\b)|(?:i|we) (?:can't|cannot|may not|must not|shouldn't|am not allowed to) (?:send|ship|bring|pack|put|give)|prohibit\w*|forbidden|off[- ]limits|not allowed|allowed to (?:send|ship)|restricted|restrictions?|(?:perfume|nail polish|hair ?spray|lighters?|matches|charcoal)\b[^.?!]*\b(?:go|ok|fine|allowed|send|pack|come)|can'?t (?:i|you) (?:send|ship|carry|move)|cannot (?:send|ship|carry)|won't (?:you )?(?:carry|take|move)|(?:what|anything) (?:do|will|can) you (?:not|refuse to) (?:carry|take|move|accept|deliver)|(?:do|will|would) not (?:carry|take|accept))\b/,
  ],
  [
    'hotel',
    /\bhotels?\b|\bconcierge\b|\bairbnb\b|\bbell(?:man|men|hops?|boys?| desk| captain)\b|\b(?:at|in) the (?:marriott|hilton|hyatt|plaza|ritz|sheraton|westin|st\.? regis|four seasons|peninsula|waldorf|carlyle|standard(?= hotel)|ace|w)(?=$|[ ,.?!])(?! (?:move|delivery|zip|area))|\bcheck(?:ing)?[- ]?(?:in|out) (?:time|at the|of (?:the|our|my))\b/,
  ],
  [
    'unattended',
    /\b(?:nobody|no one|not (?:be )?(?:at )?home|be home|(?:i|we|i'll|we'll|someone|somebody|anyone|anybody|he|she|they|not|won't|to|always|must|can't) be (?:there|around|present|out|away)|unattended|not there (?:when|for|at|to)|i'm (?:not there|out|away|at work)|we're (?:not there|out|away|at work)|(?:leave|left) (?:it|them|everything|my \w+|the \w+|our \w+) (?:on|at|by|in|with) (?:the|my|our|a) (?:porch|door|garage|doorman|neighbou?r|lobby|super|steps|stoop)|be present|doorman|porch)\b/,
  ],
  [
    'late',
    /\b(?:how long|how many minutes)\b[^.?!]*\bwait\b|\b(?:running late|be late|i'?m late|am late|driver wait|missed (?:delivery|pickup)|miss (?:the|my) (?:delivery|pickup|driver)|wait(?:ing)? (?:time|fee|charge)|late (?:for|to) (?:the|my|our|meet)|(?:min(?:ute)?s?|hour) late|(?:charged?|fee|pay|cost)s?(?: extra)? (?:for|to|if \w+|when \w+) wait\w*|driver (?:has to |have to |will |must |need to |ha[sd] |be )?wait\w*|miss(?:ed|ing)?\b[^.?!]{0,12}\b(?:delivery|pick-?up|slot|driver)|no[- ]show|re-?deliver(?:y|ies)?(?= fee| cost| charge|[?.!]|$)|leave without (?:me|us)|miss(?:ed)? (?:you(?: guys)?|him|them)\b|(?:hang|stick|wait|sit|sitting|hanging|waiting) around|\d+ min(?:ute)?s? (?:behind|late|over)|slept in|(?:over|under)slept|minutes? grace|grace period|wait (?:for|on) me)\b/,
  ],
  [
    'addbag',
    /\b(?:bags?|items?|boxes|suitcases?|pieces?|more|extra|another)\b[^.?!]*\b(?:last[- ]minute|at pickup|on the day)\b|\b(?:bag|item|box|suitcase|piece)s? too many\b|\b(?:than i booked|more than booked)\b|\b(?:slip|squeeze|throw|sneak|toss) in (?:another|one more|an extra|some more|a few more)\b|\bextra bags?\b.*\b(?:driver|day)\b|\b(?:more|extra|additional|another|add(?:ing)?)\b[^.?!]*\b(?:bags?|items?|box(?:es)?|suitcases?|pieces?|things?)\b[^.?!]*\b(?:driver|when (?:he|they|you) (?:come|comes|arrive|arrives|get here|show up)|than i (?:said|booked|ordered|told))\b|\b(?:driver)\b[^.?!]*\b(?:more|extra|additional|another) (?:bags?|items?|box(?:es)?|suitcases?|pieces?|things?)\b/,
  ],
  [
    'courier',
    /\bcouriers?\b|\berrands?\b|\blocal (?:runs?|deliver\w+|pick-?ups?|trips?|jobs?|drop-?offs?|transport)\b|\b(?:only |just )?(?:within|inside|around) the hamptons\b|\b(?:within|across) (?:town|southampton|east hampton|sag harbor|montauk)\b/,
  ],
  [
    'meet',
    /\b(?:upstairs|stairs|walk-?up|elevator|meet (?:the|your|my|you|me|us|up)|where do (?:i|we) meet|(?:which|what|top|upper|ground|first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th)) floor|hand (?:over|off)|flights? of stairs|(?:two|three|four|five|\d) flights up|curb\w*|come up|lobby|inside (?:my|the|our) (?:apartment|house|home|room|unit)|(?:to|at|outside) (?:my|our|the) (?:apartment|front|room) ?(?:door)?(?=[?.!]|$))\b|\b(?:carry|bring|take|haul|lug)\b[^.?!]{0,25}\b(?:up|upstairs|down) (?:(?:the|to (?:the|my|our|us|me|a|his|her|their|unit|apartment|\d\w*)|my|a|\d)\b|(?:\w+ )?(?:flights?|floors?|stairs|steps|levels?))/,
  ],
  [
    'times',
    /\b(?:promis\w*|guarantee\w*|assure|swear)\b[^.?!]*\b(?:on time|by|before|at|arriv\w*|deliver\w*|pick\w*|there|times?|sharp|driver|exact\w*)\b|\b(?:pick(?:ed)?[- ]?up|deliver\w*|arrive|come)\b[^.?!]*\b(?:at|before|after|by|between) \d{1,2}(?::\d\d)? ?(?:(?:and|to|-) ?\d{1,2}(?::\d\d)? ?)?(?:am|pm)\b(?![^.?!]*\b(?:jfk|ewr|airport|terminal|flight)\b)(?<!\b(?:jfk|ewr|airport|terminal|flight)\b.*)|\b(?:what time|which hours?|be (?:there|here|delivered) (?:by|before|in time)|(?:arrive|get (?:there|here)|come|show up|roll up|delivered) (?:by|before) (?:lunch|noon|dinner|dark|the evening|bedtime|midday)|(?:latest|earliest) (?:you|u|they|the driver)(?:'d|'ll| would| will)?\b|(?:work|drive|deliver|pick ?up|come) (?:nights|evenings|late)|how (?:soon|long) after|(?:delivered|arrive|get (?:it|them|there)|(?:drop|dropped) off)\b[^.?!]{0,25}\bsame day (?:they|it|as|you|that)|business hours|open (?:right )?now|you open$|you open\?|opening hours|your hours|time window|pick-?up window|tracking link|track\w* (?:the|my|your|our) (?:driver|truck|van)|(?:know|see|find out) where (?:my|the|your|our) (?:driver|truck|van)|follow (?:my|the|your) (?:driver|truck|van)|gps|when (?:do|does|will|are|is|would) [^.?!]{0,25}(?:delivered|pick(?:ed)? (?:it |things |stuff |them )?up|deliver)\b(?! (?:to|my order|booking))|how long does|how early|how late|in the evening|at night|driver is (?:close|near|on (?:the|his) way))\b/,
  ],
  [
    'airport',
    /\b(?:lga|la ?guardia|westchester|teterboro|fbo|private (?:jet|terminal)|islip|macarthur|hpn|(?:which|what) terminals|which airports|what airports|other airports)\b/,
  ],
  [
    'areas',
    /\b(?:which|what) (?:areas?|places|towns|zones|locations|zip codes|regions)\b[^.?!]*\b(?:extra|surcharges?|more|free|\$?175)\b|\bwhere (?:does|do|is|are) (?:the |a )?(?:\$?175|surcharges?|extra fee)\b|\b(?:florida|miami|palm beach|international\w*|overseas|abroad)\b/,
  ],
  [
    'peloton',
    /\bpelotons?\b[^.?!]*\b(?:before|prepare|prep|ready|screen|remove|take off|apart|unscrew|dis(?:assemble|mantle|connect)|included?|part of|mini|package|do anything|should i|need to do|have to do)\b|\b(?:before|prepare|prep|ready|screen|remove|take off|unscrew|disassemble|dismantle|includ\w+|part of|should i do|need to do|have to do|special)\b[^.?!]*\bpelotons?\b/,
  ],
  [
    'custom',
    /\b(?:pianos?|statues?|marble|grandfather clock|kayaks?|canoes?|paddle ?boards?|boats?|treadmills?|ellipticals?|chandeliers?|aquariums?|fish tanks?|antiques?|hot tubs?|jacuzzi|saunas?|refrigerators?|fridges?|washing machines?|dishwashers?|wardrobes?(?! box)|dressers?|bed frames?|headboards?|pinball|arcade|harps?|drum (?:set|kit)s?|(?:a|my|our) safe|gun safe|telescopes?|trampolines?|swing set|(?:odd|weird|strange|special|bulky|huge|giant|enormous) (?:thing|item|object|piece|shape)s?|sofas?|couch(?:es)?|furniture|mattress(?:es)?|artwork|sculptures?|pool table|motorcycles?|(?:(?:move|ship|transport|take|carry|tow|bring|send)\b[^.?!]{0,12}\b)(?:my|a|our) car(?! seats?\b)|unusual|odd[- ]shaped|oversized?|not (?:listed|on (?:the|your) list))\b/,
  ],
];
