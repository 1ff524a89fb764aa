import { plainSentence } from '../text/plain-sentence.ts';
import { remember } from '../text/remember.ts';

/** Says that nobody need do anything; "if this was you" may stand before it. */
export const nothingToDo =
  /\bnothing (?:else |more |further )?(?:(?:for|from) (?:you|us|me) )?(?:(?:left )?to (?:do|sign|pay|send)|is (?:needed|required))\b|\b(?:need not|needn't|(?:do not|don't|won't|will not) (?:need|have) to) (?:do (?:anything|a thing)|act|worry|reply|respond|answer|send|pay|sign|come|bother)\b|\bno (?:further |more |other |additional )?(?:action|documents?|papers?|paperwork|payment|steps?|reply|response|answer|forms?|information) (?:is|are|will be) (?:[a-z]{2,12} )?(?:needed|required|necessary|due)\b|\bno need to (?:do anything|act|worry|reply|respond|answer|send|pay|sign|come|bother|call)\b|\bnothing (?:is )?open (?:from|on)\b/;

/** Sentences worded like requests that ask for nothing: one reason each. */
const patterns: readonly RegExp[] = [
  // Enclosures and notices.
  /\b(?:please|kindly) (?:find|see|note|be (?:advised|aware|informed|reminded|assured)|accept (?:our|my)|excuse|forgive|pardon|disregard|ignore|do not (?:reply|respond|hesitate)|don't hesitate|enjoy|allow|bear with|consider the environment|keep (?:this|a copy|up)|retain|know that|rest assured|understand|give my|say hi|quote|refer to)\b/,
  // Offers of help and open doors.
  /\b(?:feel free|hesitate to|should you (?:have|need|wish|require)|in case you|any (?:questions|concerns|problems|issues),? (?:please|just|call|let)|let (?:me|us) know if (?:i|we|that helps|it helps|anything)|can (?:i|we) help you|how (?:can|may) (?:i|we) help|would you like (?:me|us) to|happy to|glad to|looking forward)/,
  /^(?:but |and |so |or )?if (?:you|there) (?:have|are|is|need|want|would like|wish|prefer|'d like|experience|should have|require|do not|don't|no longer|believe|think|feel|received|did not|are not|aren't|were not)\b/,
  /\b(?:call|contact|reach|e-?mail|write|text|reply|ask|know|touch|shout|holler)\b.{0,60}\bif (?:you|there|anything)(?:'s| is| are|'re)? ?(?:have (?:any|questions|concerns|problems|trouble)|need (?:any|help|more|further|anything|something)|any|a problem|problems|experience|should|wish|require|unsure|interested)\b/,
  // Talk, not questions.
  /\b(?:how are you|how(?:'s| is) (?:it going|everything|life)|how have you been|hope (?:you|this|all|that|everything|your)|did you know|you know what|who knows|guess what|what a |isn't (?:it|that|he|she)|aren't (?:they|we)|why not\?|right\?$|can you (?:believe|imagine)|ready to (?:save|start|take)|tired of|have a (?:great|good|nice|safe|lovely|wonderful)|take care(?! of)|keep up the|keep in touch|stay (?:safe|well|tuned)|enjoy (?:the|your|a)|see you|see (?:below|above|attached)|get (?:well|better)\b|all the best|good luck|talk (?:soon|to you|with you|later)|thank(?:s| you)(?: so much| very much)?(?:[ ,.!]|$)(?! (?:for|in advance for) (?:sending|confirming|getting|taking|calling|letting))(?!.*\b(?:please|can you|could you|need)\b))/,
  // What the letter's bottom says.
  /\b(?:unsubscribe|view (?:this|it) (?:e-?mail )?(?:in|online|as)|privacy policy|intended (?:only )?for|confidential|virus|address book|add us to|follow us|like us on|click here to|manage (?:your )?preferences|leave (?:us )?a review|how satisfied|how (?:are|were|did) we (?:do|doing)|minutes? of your time|would you recommend us|rate (?:us|your)|take (?:our|a) (?:quick |short |brief )?survey|refer a friend|visit (?:us|our)|check out our|shop now|act now|learn more|read more|go to our (?:web)?site|no action (?:is )?(?:needed|required)|wrote:$)/,
  // What says that nothing is to be done.
  nothingToDo,
  /\b(?:plan|act|adjust|proceed|prepare) (?:[a-z]{1,12} ){0,3}accordingly\b/,
  // Told of others or of the past.
  /^(?:he|she|they|the [a-z]{2,20}|my [a-z]{2,20}) (?:asked|wanted|told|said|says|wondered|needed|was wondering)\b/,
];
/** A condition that only makes an order polite. */
const politeCondition =
  /^if (?:you (?:have (?:a )?(?:time|moment|minute|chance|second)|get a chance|don't mind|do not mind|can|could|need)|possible|not too)/;

export const isNotMeant = remember((sentence): boolean => {
  const plain = plainSentence(sentence);
  if (
    politeCondition.test(plain) &&
    /\b(?:please|can you|could you)\b/.test(plain) &&
    !/\b(?:question|help|contact|information)/.test(plain)
  ) {
    return false;
  }
  // "You need not come, but please sign the form."
  if (
    nothingToDo.test(plain) &&
    /\b(?:but|however|just|only)\b.{0,60}\b(?:please|must|need|send|sign|call)\b/.test(plain)
  ) {
    return false;
  }
  return patterns.some((pattern) => pattern.test(plain));
});
