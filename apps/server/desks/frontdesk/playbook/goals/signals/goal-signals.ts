// Words that tell what a normalised request wants; classify.ts weighs them.

export const CARRY =
  /\b(?:(?:do|can|could|will|would) (?:you|u|ya|your (?:drivers?|team|guys|movers))(?: guys)? (?:also |even )?(?:carry|take|move|transport|handle|ship|deliver|bring|accept|pick ?up|do)|is it possible to (?:send|ship|move)|(?:can|could|may) i (?:send|ship|bring))\b/;
export const PAYMENT =
  /\b(?:how (?:do|can|should|would) (?:i|we|you) (?:pay|take payments?)|payment (?:methods?|options?|types?)|(?:can|could|may|do|should|must|when) (?:i|we) (?:have to |need to )?pay\b(?! for)|pay (?:by|with|using|online|upfront|up front|later|in advance|on the day|in person)|(?:credit|debit) cards?|(?:take|accept) (?:cash|checks?|cards?|credit|debit)|payment (?:due|deadline)|when is (?:the |my )?payment|amex|american express|visa|mastercard|apple pay|venmo|zelle|paypal|when (?:do|will|would) (?:i|we) (?:pay|be charged|get charged)|(?:need|require|pay|put down) (?:a )?deposit|(?:charge|bill|invoice) (?:me|us|my (?:company|office|card)|our (?:company|office))(?! (?:extra|more|for)\b)|(?:when|how) (?:do|will|would) you (?:take|charge|collect) (?:the |my )?(?:money|payment|card))\b/;
export const CONTACT =
  /\b(?:(?:speak|talk|chat|connect me|get me|transfer me) (?:to|with|through to)? ?(?:a |an |someone|somebody|the )?(?:human|person|real person|agent|representative|rep|manager|someone|somebody|operator|team|staff)|phone number|(?:your )?e-?mail address|contact (?:you|details|info\w*|number)|call you|reach you|reach (?:a|some)\w*|human please|real person|(?:where|are you|you are|is your \w+) (?:are you )?(?:located|based)|customer (?:service|support)|(?:who(?:ever)?(?:'s| is)|person|someone|somebody) in charge|your (?:office|address)|complaint|complain|(?:give|get|want|need) (?:me )?(?:a|the|your) (?:manager|human|person|supervisor|agent|representative|boss)|call me|who (?:do|can|should|could) (?:i|we) (?:call|contact|e-?mail|write|ask|talk))\b/;
export const BOOK =
  /\b(?:(?:want|like|ready|need|love|try|going|can i|could i|let'?s|please|how (?:do|can|would) i|i'?ll|to|just|and|then|go ahead and|help me) (?:to )?(?:book|reserve|schedule)\b|^(?:book|reserve|schedule|order)\b(?!ings?\b| history| status)|\bbook (?:just |only )?(?:it|that|this|me|a|an|the|one|us|now|for|online|my)\b|\b(?:start|make|place|create|begin|open|set up|do|complete|finish) (?:a|an|the|my|this|that|your)? ?(?:booking|reservation|order|appointment)\b|\bschedule (?:a|an|the|my|it)\b|\breserve (?:a|an|the|it|that)\b|\b(?:want|need|get|have|like|request) (?:a|an|to make a|to place an?) (?:booking|reservation|order)\b|\bsign me up\b|\b(?:let'?s|please|ok,?|yes,?) (?:do it|go ahead|proceed)\b|\b(?:go ahead|proceed)\b|(?:^|[,.!] ?|\b(?:ok(?:ay)?|good|great|fine|yes|sure|then|please|alright|perfect) )book\b(?!ing| (?:club|store))|\block (?:it|that) in\b|\bset (?:it|that|this) up\b|\btake it\b|(?:,|\band|\bthen) (?:please )?book(?: it| now| please| me)?[.!]*$|\b\d+(?:st|nd|rd|th)?,? (?:please )?book(?: please)?[.!]*$)/;
/** An order in the imperative, without the word: it counts where details follow and no price is asked. */
export const ARRANGE =
  /(?:^|[.!;:,] |\b(?:please|kindly|and|then|you|to|like|want|just|need you to) )(?:please )?(?:arrange|organi[sz]e|prepare|set up|line up|put (?:me|us) down for|sign (?:me|us) up for|get (?:me|us)|(?:send|get|have) (?:someone|somebody|(?:a|your|the) (?:driver|van|truck|team|guys?))|order|reserve|schedule) (?!(?:my|the price|a price|a quote|an estimate|quote)\b)/;
/** After a place alone: whether we come there. */
export const IS_THAT_FINE =
  /^(?:(?:or|and|so|but|ok|hi|hey),? )*(?:any chance|is (?:that|it|this|there) (?:too far|ok\w*|fine|possible|covered|far|good|in|a problem|alright)|(?:are|is) (?:you|we|they|both|these)\b|(?:can|could|do|does|would|will) (?:you|someone|somebody|your \w+|that|this|it|both)\b|possible\b|ok\w*\b|(?:is |are )?both (?:ok|fine|covered|good)|too far|all good|how about)|\b(?:too far|out of (?:range|your area)|far away)\b/;
/** "Can you get my stuff from Queens to Southampton" asks whether we come there, too. */
export const FETCH =
  /\b(?:can|could|do|does|would|will)\b[^.?!]{0,30}\b(?:get|take|bring|carry|haul|fetch|collect|help|handle|do|reach|cross)\b/;
/** What is asked of a day and nothing else. */
export const OF_A_DAY =
  /\b(?:can|could|may) (?:i|we) (?:get|have|do|come|drop)\b|\b(?:pick-?ups?|deliver(?:y|ies)|moves?)\?$|^any\b/;
export const ASKS =
  /^(?:(?:and|so|ok|hi|hey),? )*(?:how(?! about)|what(?! about| if)|when|can|could|do|does|is|are|will|would|any)\b/;
/** Somebody did not come or was rude: people hear about it, not the clerk. */
export const LET_DOWN =
  /\b(?:nobody|no one|drivers?|movers?|your (?:guys|team|people)|they)\b[^.?!]{0,20}\b(?:show(?:ed)? up|turned up|came|rude|unfriendly|ruined)\b|\b(?:terrible|awful|horrible|bad) service\b|\bwaiting for (?:an? |\d+ |two |over |more )/;
/** What neither the catalogue nor the policies say. */
export const NOT_KNOWN =
  /\b(?:tolls?|gas|fuel|mileage|parking|bubble wrap|blankets|tape)\b[^.?!]*\b(?:included?|extra|charged?|fees?|pay|cost|cover(?:ed)?|provided?)\b|\b(?:provide|sell|supply|rent(?: out)?|recycle)\b[^.?!]{0,15}\b(?:box(?:es)?|bins|tape|bubble wrap|blankets|vans?|trucks?)\b/;
/** Whether airports are served, in general. */
export const AIRPORT =
  /\b(?:do|can|could|would|will) you(?: guys| also)? (?:go|deliver|drive|come|ship|serve|cover|do|pick up|drop off|transfer|work)\b[^.?!]{0,20}\bairports?\b/;
export const POPULAR =
  /\bpopular (?:size|tier|package|move|option|service|choice)\b|\b(?:size|tier|package|move|option) (?:is|do) (?:the )?(?:most|people)\b/;
export const TAX = /\b(?:hidden (?:fees?|charges?|costs?)|tax(?:es|ed|able)?|vat)\b/;
/** "Do you move that?" is about what was named before it. */
export const AGAIN =
  /^(?:(?:and|so|but) )*(?:do|can|could|will|would) (?:you|u|y'all)(?: guys)? (?:move|take|carry|do|deliver|ship|transport|handle|accept|bring) (?:that|it|this|them|those|one)[?.! ]*$/;
export const SOON =
  /\b(?:with)?in (?:like |about |maybe |around |just |under |the )?(?:an|one|two|three|\d+|half an|the next|a few|a couple of) (?:hours?|minutes|mins)\b(?![^.?!]*\b(?:wait|before)\b)|\b(?:right away|immediately|right now(?! (?:the|my|i|we))|asap(?! today)|an hour from now|emergency|super urgent)\b(?<!\btoday (?:\w+ )?asap)(?![^.?!]*\b(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)/;
/** "Are you open right now?" asks for the hours. */
export const OPEN_NOW = /\bopen (?:right )?now\b/;
export const SEND_ME =
  /\b(?:e-?mail|text|sms|send|whatsapp|fax|mail) (?:me|us) (?:the|a|an|my|your|that|this|it|some)? ?(?:\w+ )?(?:quotes?|prices?|estimate|confirmation|invoice|receipt|details|link|contract|brochure|price list)\b/;
export const PRICE =
  /\b(?:how much(?! (?:advance )?notice)|what (?:do|would|will|should|must) (?:i|we) (?:pay|owe)|prices?|priced|pricing|costs?|costing|quotes?|estimates?|rates?|fees?|(?<!in )charges?|charged|expensive|price?ier|cheap(?:er|est)?|affordable|ballpark|what (?:would|will) [^.?!]{1,60}? (?:be|cost|come to|run)(?=$|[?!.,]| (?:for|from|to|on|me|then|now)\b)|what would (?:it|that|this) (?:be|come)|what(?:'s| is) the (?:total|damage)|(?:run|set|cost) (?:me|us|her|him|them)(?: back)?|surcharges?|extra charge|price tag|total|minimums?|is (?:that|it|this) (?:an )?extra)\b|\$\s?\?/;
export const AVAILABILITY =
  /\b(?:availab\w*|vacanc\w*|openings?|open slots?|slots?|booked (?:up|out|solid)|fully booked|sold out|calendar|fit (?:me|us) in|squeeze (?:me|us) in|earliest (?:date|day|possible)|soonest|next (?:free|open|available))\b/;
export const AVAILABILITY_WITH_DAY =
  /\b(?:free|open|busy|room|space|possible|do you (?:work|operate|deliver|pick ?up|have)|anything|any (?:chance|days?|dates?|time|spots?|slots?)|left|got|(?:can|could|will) (?:you|someone|somebody|anyone|a driver)|are you|would you be able|is (?:it|that|there|the|this)|what about|how about|works?|better|best|ok(?:ay)?(?=\?|[.!]*$))\b/;
export const COVERAGE =
  /\b(?:service area|(?:areas?|zones?|towns?|places|neighbou?rhoods?|boroughs?) (?:do )?(?:you|are|is)|(?:do|can|could|will|would|are|is)\b[^.?!]{0,30}\b(?:serve|serving|servic\w+|cover(?:ed|ing|s)?|deliver(?:ing|y|ed)?|pick(?:ing)?[- ]?up|ship(?:ping)?|go|going|come|coming|operat\w+|reach|travel|work|drive|transport|send|move|in (?:your|the) (?:area|zone|range)|within|serviceable|drop(?:ping)? ?off)\b|where do you|how far|zip codes?|coverage|serviceable|(?:serve|cover|deliver to|covered)\b)/;
export const CHOOSE =
  /\b(?:which (?:service|one|option|package|tier|move|size|of (?:these|those|your))\b[^.?!]{0,40}\b(?:should|do i|would|is (?:right|best|better)|for|fits?|suits?|recommend|need)?|what (?:service|package|option|tier|size) (?:should|do|would|is)|recommend\w*|suggest\w*|what (?:do|would) (?:i|we) need (?:for|if|to move)|what should i (?:book|take|choose|use|pick|get)|help me (?:choose|decide|pick)|right for me|best for me|difference between|(?:mini move|standard delivery) or|or (?:a )?(?:mini move|standard delivery)\b[^.?!]*\?|not sure which|(?:what|which) size\b|better (?:option|choice))\b/;
export const SERVICES =
  /\b(?:what (?:services|kinds?|types?|packages|tiers|sizes|options|do you (?:guys |all )?(?:do|offer|provide))|services (?:do|you|are)|do you offer(?: any)? (?:services|packages)|list (?:of )?(?:your )?services|your services|how does (?:it|this|that|totetaxi) work|what(?:'s| is) (?:totetaxi|tote taxi|a mini move|included)|tell me (?:more )?about (?:your|the|totetaxi|mini))\b/;
export const GOODBYE =
  /^(?:ok(?:ay)?[,.! ]*)?(?:bye+|goodbye|good ?night|see (?:you|ya)|farewell|have a (?:good|nice|great)|take care|that'?s all|that is all|nothing else|i'?m done|no more questions)\b/;
export const RESTART =
  /\b(?:start (?:over|again|from scratch)|reset|forget (?:all )?(?:that|everything|it all)|new (?:booking|order|request)|scratch that)\b/;
export const SURCHARGES =
  /\b(?:surcharges?|hidden (?:fees?|charges?|costs?)|(?:charge|cost|pay)s? (?:extra|more|anything extra)|(?:extra|additional) (?:charge|fee|cost|money)s?|more expensive|how much (?:extra|more)|(?:is|are) (?:[\w ]{1,30} )?extra)\b/;
/** "5 boxes to Montauk, what do I owe" is about no booking. */
export const OWED =
  /\b(?:what|how much) (?:do|would|will|must|should) (?:i|we) (?:have to |need to )?(?:pay|owe)\b/;
/** "What do we pay with packing?" asks for no way to pay. */
export const SUM_OWED =
  /\b(?:what|how much) (?:do|would|will|must|should) (?:i|we) (?:have to |need to )?(?:pay|owe)\b(?! with[?.! ]*$)/;
/** "And what are 4 boxes from there to 11968?" */
export const WHAT_ARE =
  /^(?:(?:and|so|ok|then|also),? )*(?:what|how much)(?:'s|'re|'d| is| are| would| will)(?: be)? (?:for |with |my |our |the |those )*(?:an?|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\b/;
export const OF_PLACES = /\b(?:either|both|these|those|there|places?|zips?|addresses|towns?)\b/;
export const CHEAPEST_DAY =
  /\bcheap(?:er|est)? (?:day|date|time|weekend|week)s?\b|\b(?:which|what) (?:days?|dates?|weekdays?|weekends?)\b[^.?!]{0,30}\bcheap(?:er|est)?\b/;
export const DAY_KIND = /\b(?:weekends?|weekdays?|saturdays|sundays|holidays?|peak)\b/;
export const WEIGHT = /\b(?:how heavy|too heavy|weight|weigh|weighs|pounds|lbs?|kilos?)\b/;
export const LEAD_TIME =
  /\b(?:how soon can|how much (?:advance )?notice|book\w*\b[^.?!]*\blast[- ]minute|how (?:far|long|early|soon|late|much notice)\b[^.?!]*\b(?:advance|ahead|before|notice|book)|(?:advance|short) notice|in advance)\b|\bcut-?off\b|\b(?:deadline|latest(?: time)?|last (?:minute|chance|moment))\b[^.?!]*\b(?:book|order|reserve|schedul)|\b(?:until|till|by) (?:what time|what hour|when)\b[^.?!]*\b(?:book|order|reserve|schedul|tell you|let you know|pick-?up|confirm)/;
export const TODAY =
  /\b(?:what(?:'s| is)? (?:the )?(?:day|date)(?: is (?:it|today)| today)|what(?:'s| is) today|today'?s date)\b/;
export const INCLUDED =
  /\b(?:included?|includes|fits?|how many (?:items|pieces|boxes|things)|how big|what do i get|come(?:s)? with|tell me about|priority|who is|meant for|what(?:'s| is) (?:a|the))\b/;
export const NEED =
  /\b(?:i|we) (?:need|want|have|would like|'?d like|am looking|are looking|'?m looking|'?ve got)\b[^?]{0,30}\b(?:to )?(?:move|moving|send|ship|deliver\w*|transport|transfer|get|bring|take|pick(?:ed)? ?up|help)\b/;
/** "The same day they are picked up" asks how long a delivery takes. */
export const OF_PICKUP = /\bsame day (?:they(?:'?re)?|it|as|you|that)\b/;
export const SAME_DAY = /\bsame[- ]?day\b/;
export const ACCOUNT =
  /\b(?:without|need|have to|must|required? to|do i|possible to|should i|can i)\b[^.?!]{0,25}\b(?:(?:an|any|my|the) account|accounts?\b|log(?:ging)?[- ]?in|sign(?:ing)?[- ]?(?:in|up)\b(?! for)|regist\w+|member\w*)\b|\bas (?:a )?guest\b|\bguest (?:checkout|booking|order)\b|\b(?:delete|close|remove|deactivate|create|open|make|set up|merge|update)\b[^.?!]{0,10}\b(?:my |an |the |our )(?:account|profile)\b|\b(?:(?:do not|don'?t|can'?t|cannot|didn'?t) (?:have|know|remember|recall|find|get) (?:my |the |a )?(?:password|log ?in)|(?:can'?t|cannot|unable to|trouble|problems?|not able to|won'?t let me) (?:log(?:ging)?|sign(?:ing)?)[- ]?in)\b|\b(?:change|forgot(?:ten)?|forget|reset|lost|update|new)\b[^.?!]{0,12}\b(?:my |a |the )?password\b(?!s)/;
export const ARRIVES =
  /\bwhen (?:will|would|do|does|should|can)\b[^.?!]{1,40}\b(?:arrive|get there|be there|be delivered|get delivered|show up)\b|\b(?:when|what time) (?:do|does|will|would) (?:the|my|our|your) (?:driver|movers|team|guys|van|truck|courier)s? (?:be )?(?:com(?:e|ing)|here|pick)\b/;
export const PACKING = /\b(?:packing|unpacking|organiz\w+|pack for me|packers)\b/;
/** A thing of the order is not to be sent. */
export const LEAVES_OUT =
  /\b(?:(?:leave|leaving|left) (?:out|off|behind)|without|minus|(?:take|taking|drop|dropping|remove|removing|skip|skipping) (?:out |off |away )?(?:the|my|our|that))\b/;
