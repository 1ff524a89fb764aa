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
  [/\bwat\b/g, 'what'],
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
