/** Days and months, which every desk is asked about. The short months have too many neighbours. */
export const CALENDAR_WORDS: readonly string[] =
  'today tomorrow yesterday weekend monday tuesday wednesday thursday friday saturday sunday january february august september october november december'.split(
    ' ',
  );

/** Words of their own that are near one of those. */
export const NEAR_CALENDAR_WORDS: readonly string[] =
  'toddy mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekday weekdays'.split(
    ' ',
  );

/** How people write on phones, and the words in full. */
export const PHONE_WRITING: readonly (readonly [RegExp, string])[] = [
  [/\bu\b(?!\.)/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\br\b(?= (?:you|the|we|they|there|all|any|our)\b)/g, 'are'],
  [/(?<=[a-z] )n(?= (?:a|an|the|my|our|\d|[a-z]{3,}))/g, 'and'],
  [/(?<![\d] )\bnd\b/g, 'and'],
  [/\b(?:wat|waht|wht|wath|whta)\b/g, 'what'],
  [/\bwen\b/g, 'when'],
  [/\b(?:hwo|hw|hou)\b(?= (?:much|mcuh|many|long|do|can|far|soon|late|is|does|to)\b)/g, 'how'],
  [/\b(?:mcuh|muhc|mutch|mush)\b(?= (?:is|are|for|to|would|does|do|will|it|a|the|\d)\b)/g, 'much'],
  [/\b(?:wich|whcih|wihch)\b/g, 'which'],
  [/\b(?:teh|hte)\b/g, 'the'],
  [/\b(?:adn|nad)\b/g, 'and'],
  [/\b(?:cna|acn)\b/g, 'can'],
  [/\b(?:yuo|yoy|yall|ya'll|y'all)\b/g, 'you'],
  [/\b(?:fro|form|frm)\b(?= \d{5}\b)/g, 'from'],
  [/\bfrm\b/g, 'from'],
  [/\bfro\b(?= [a-z\d])/g, 'for'],
  [/\b(?:furst|frist|fisrt|fist)\b(?= (?:week|weekend|half|day|one|time)\b)/g, 'first'],
  [/\b(?:secnd|seccond|secend|scond)\b/g, 'second'],
  [/\b(?:thrid|thrd)\b/g, 'third'],
  [/\b2(?= (?:pick|pikc|book|send|move|get|ship|bring|do|come|be|go)\b)/g, 'to'],
  [/\b4(?= (?:me|my|us|our|tomorrow|today)\b)/g, 'for'],
  [/\bim\b/g, "i'm"],
  [/\bive\b/g, "i've"],
  [/\b(do|does|did|is|are|was|wo|ca|have|has|would|could)nt\b/g, "$1n't"],
  [/\bwhens\b/g, "when's"],
  [/\bwhats\b/g, "what's"],
  [/\bhows\b/g, "how's"],
  [/\bwheres\b/g, "where's"],
  [/\bwhos\b/g, "who's"],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\blmk\b/g, 'let me know'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\bgotta\b/g, 'have to'],
  [/\bgimme\b/g, 'give me'],
  [/\blemme\b/g, 'let me'],
  [/\bdunno\b/g, "don't know"],
  [/\b(?:wknd|wkend)\b/g, 'weekend'],
  [/\b(?:tmrw|tmr|tmw|2moro|tomo|tomorow|tommorow|tommorrow|tomorrrow)\b/g, 'tomorrow'],
  [/\b(?:yday|ystrdy|yest|yesturday|yestarday)\b/g, 'yesterday'],
  [/\b(?:2day|tday|tody|toady|todya)\b/g, 'today'],
];
