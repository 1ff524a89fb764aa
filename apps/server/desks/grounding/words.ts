/** A clause that asks, or says what would be, claims nothing. */
export const IS_OPEN =
  /\b(?:if|whether|depends?|let me (?:check|see|know)|i can (?:tell you about|help|show)|(?:i|we) (?:can|could|would|will|need to|have to|should|am going to) (?:\w+ )?(?:check|look|see|verify|find out)|i'(?:d|ll) (?:\w+ )?(?:check|look|see|verify|find out)|checking|not sure|don't know|do not know|couldn't|could not|can(?:'t|not| not) (?:\w+ )?(?:tell|say|see|confirm|check|promise|guarantee)|unable to (?:tell|say|see|confirm|check)|would you|do you|should i|shall i|could you|please (?:check|tell|share|give|send)|tell me|once|as soon as|unless|until|si |falls? )\b/i;

/** How a question begins that states nothing. */
export const ASKS =
  /^(?:\W*(?:and|so|or|great|okay|ok|sure|perfect|thanks?)\b[, ]*)?(?:is|are|was|were|does|do|did|would|will|should|shall|can|could|which|what|when|where|who|how|why|may|might|have|has|es|esta|est|ist|sind)\b/i;

export const NEGATION =
  /\b(?:not|no|none|never|neither|nor|cannot|without|outside|beyond|unable|unfortunately we (?:only|just)|nicht|kein\w*|ne|pas|nao|fuera|hors|ausserhalb|fora)\b|n't\b|\bn'/i;

export const DENIES =
  /\b(?:not|no(?! (?:problem|worries|doubt))|never|cannot|can't|unable|nor|neither)\b|n't\b/i;

/** Stands for something that was named before. */
export const POINTS_BACK =
  /\b(?:it|it's|that|that's|this|those|these|they|they're|both|neither|which|then|there|yes|yep|same|either|both|all of them|el|ese|esa|si|oui|ja|sim|cela|das)\b/i;

export const isQuestion = (text: string): boolean => /\?["')\]]*$/.test(text.trim());
