// Pieces more or less for a booking that exists, by how people name one of their own.

const BOOKED =
  '(?:bookings?|orders?|reservations?|appointments?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?|rides?|trips?)';
/** What stands between "my" and "booking": a day, a kind, a number. */
const BESIDE =
  "(?:(?!(?:from|to|with|in|at|on|and|or|for|of|into|by|is|are|the|my|our|a|an)\\b)[\\w'/-]+,? ){0,4}?";
const HAS_MADE =
  "(?:i|we)(?:'ve| have)?(?: just| already)? (?:made|placed|booked|ordered|scheduled|have)";
const OF_OWN = `(?:(?:my|our) ${BESIDE}${BOOKED}\\b|the (?:existing |current )?${BESIDE}${BOOKED} (?:that )?${HAS_MADE}\\b|(?:an?|the) (?:existing|current) (?:booking|order|reservation)\\b|tt-?\\d{2,})`;
const PIECES =
  '(?:bags?|items?|pieces?|box(?:es)?|suitcases?|luggage|duffels?|trunks?|strollers?|bikes?|things?|one(?: more)?)';
const ONTO = '(?:to|on|onto|in|into|with|for|from|off|out of)';
const CHANGES =
  '(?:add(?:ing)?|put(?:ting)?|includ(?:e|ing)|squeez(?:e|ing)|fit(?:ting)?|tak(?:e|ing)|remov(?:e|ing)|leav(?:e|ing)|drop(?:ping)?)';
const OTHER_NUMBER = '(?:extra|another|more|additional|further|fewer|less)';

const SIGNALS: readonly RegExp[] = [
  new RegExp(`\\b${CHANGES}\\b[^.?!]{1,30}\\b${PIECES}\\b[^.?!]{0,12}\\b${ONTO} ${OF_OWN}`),
  new RegExp(
    `\\b${OF_OWN} (?:says?|is|was|has|lists?|shows?) (?:for |only |just )*(?:\\d{1,2}|[a-z]+) ${PIECES}\\b[^.?!]{0,20}\\b(?:have|got|need|there are|it's|it is|turned)\\b`,
  ),
  new RegExp(
    `\\b(?:need|want|have|got|get|bring|like)\\b[^.?!]{0,15}\\b${OTHER_NUMBER} ${PIECES}\\b[^.?!]{0,12}\\b${ONTO} ${OF_OWN}`,
  ),
];

/** Whether a normalised request wants other pieces in a booking that exists. */
export const changesOwnGoods = (text: string): boolean =>
  SIGNALS.some((signal) => signal.test(text));
