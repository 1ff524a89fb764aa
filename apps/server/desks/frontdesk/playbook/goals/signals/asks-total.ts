/** Ways to ask for the price of an order that is known, without a word for it. */
const WAYS = [
  // "What is it now?"
  /\b(?:what|how much)(?:'s| is| does| would| will| do)? (?:it|that|this|the (?:total|price|sum|damage|whole thing)|all (?:of )?(?:that|it|this)|everything)(?: be| comes?(?: out)?(?: to| at)?| cost| now| then| in total| altogether| all together| at)+\b/,
  // "And what is it the Sunday after?"
  /\b(?:what|how much)(?:'s| is| would| will| was) (?:it|that|this) (?:be )?(?:on|for|the)\b/,
  // "The new total?"
  /^(?:and |so |ok,? )*(?:the |my )?(?:new )?(?:total|price|sum)(?: now| then)?\?*$/,
  // "What does that make?"
  /\b(?:what|how much) (?:does|would|will|do) (?:it|that|this|they|those|all (?:of )?(?:that|it|this)|everything)(?: all| now| then)? (?:make|bring (?:me|us|it) to|come to|add(?: up)?(?: to)?|amount to|total|run to|set (?:me|us) back)\b/,
  // "And what do we pay then?"
  /^(?:(?:and|so|ok(?:ay)?|then|but),? )*(?:what|how much) (?:do|would|will|must|should) (?:i|we)(?: have to| need to)? (?:pay|owe)(?: (?:for (?:it|that|this|all (?:of )?(?:that|it|this)|everything)|then|now|altogether|in total|in all|all together|instead))*[?.! ]*$/,
  // "And now?"
  /^(?:(?:and|so|ok(?:ay)?),? )*(?:now|then|what now|what then|like that|like this|this way|that way|with that|in total|altogether|all together|all in)\?+$/,
  // "Does that change the price?"
  /\b(?:how|what|does|do|would|will)\b[^.?!]{0,20}\b(?:change|affect|do to|mean for|make of)\b[^.?!]{0,12}\b(?:price|total|cost|estimate|sum|bill)\b/,
  // "Where does that leave us?"
  /\bwhere does (?:that|this|it) (?:leave|put) (?:me|us)\b/,
  // "What is that one with the certificate?"
  /^(?:(?:and|so|ok(?:ay)?|then|but),? )*(?:what|how much)(?:'s| is| was| would| are)(?: be)? (?:it|that|this|that one|this one|the (?:smaller|bigger|larger|cheaper|other|petite|standard|full)(?: (?:one|move|size))?)(?: be)? (?:with|without|for|including|plus|if)\b/,
] as const;

export const asksTotal = (text: string): boolean => WAYS.some((way) => way.test(text));
