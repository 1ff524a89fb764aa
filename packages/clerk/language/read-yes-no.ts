const YES =
  /^(?:(?:oh|ok|okay|well|hm+|um+|and|great|perfect|thanks|thank you|awesome|cool|wonderful),? )*(?:y|yes+|yeah+|yep|yup|ya|yea|sure(?: thing)?|ok(?:ay)?|of course|absolutely|definitely|certainly|please(?: do)?|go ahead|do it|do that|let'?s (?:do|go|book|start)|sounds? (?:good|great|perfect)|that works|works for me|perfect|great|i (?:would|do|'d like that)|i'd (?:like|love)|why not|correct|right|exactly|by all means|alright|all right|fine(?= with me|,|\.|!|$)|that'?s fine|si|oui|book it|start it|go for it)\b/;
const NO =
  /^(?:(?:oh|ok|okay|well|hm+|um+|actually),? )*(?:n|no+|nope|nah|not? (?:yet|now|really|thanks?|thank you|today|right now|at the moment)|never ?mind|don'?t|do not|i'?m good|that'?s (?:all|it)|maybe later|later|forget it|stop|cancel that)\b/;

/** How a normalised answer to a yes-or-no question begins; undefined when it is neither. */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  if (NO.test(text)) return 'no';
  if (YES.test(text)) return 'yes';
  return undefined;
}
