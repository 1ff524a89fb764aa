import { plainSentence } from '../text/plain-sentence.ts';
import { remember } from '../text/remember.ts';

/** What a sentence asks of its reader. `score` grows with the number and strength of the signs. */
export interface RequestReading {
  isRequest: boolean;
  score: number;
}

interface Cue {
  weight: number;
  pattern: RegExp;
}

const verbs =
  'accept|add|adjust|advise|answer|apply|approve|arrange|ask|assign|attach|attend|begin|block|book|bring|buy|call|cancel|change|charge|check|clean|clear|close|collect|come|complete|confirm|contact|coordinate|copy|correct|cover|create|deliver|discuss|drop|email|e-mail|enter|ensure|explain|fax|file|fill|find out|finish|fix|follow|forward|get|give|go over|grab|handle|have|help|hold|include|inform|inspect|install|invite|invoice|join|keep|leave|let|list|look|mail|make|mark|meet|move|notify|obtain|open|order|organize|organise|pack|park|pass|pay|phone|pick|plan|post|prepare|print|process|provide|pull|put|read|record|refund|reimburse|remember|remind|remove|renew|repair|replace|reply|report|request|reschedule|reserve|respond|return|review|ring|run|save|schedule|see|see if|sell|send|set|set up|share|ship|show|sign|speak|start|stop|submit|switch|take|talk|tell|test|text|touch base|try|turn|update|upload|use|verify|wait|wash|write';

/** Weights were set by hand; see evals/suites/requests.ts for how they were checked. */
const cues: readonly Cue[] = [
  // Asked outright.
  { weight: 1.7, pattern: /\b(?:please|pls|plz|kindly)\b/ },
  {
    weight: 2.4,
    pattern:
      /\b(?:can|could|would|will|won't|may) (?:you|u|ya|someone|somebody|anyone|anybody|either of you)\b/,
  },
  { weight: 1.6, pattern: /\b(?:can|could|may|should|shall) (?:we|i)\b/ },
  { weight: 1.3, pattern: /\?["')\]]?$/ },
  { weight: 2.3, pattern: /\blet (?:me|us|him|her|them|[a-z]{2,12}) know\b/ },
  {
    weight: 2.6,
    pattern: /\b(?:let's|lets|let us|shall we|why don't (?:you|we|i)|how about|what about)\b/,
  },
  { weight: 1.2, pattern: /^(?:let me|shall i|i shall|i will need|i'll need)\b/ },
  {
    weight: 1.6,
    pattern:
      /\b(?:send|give|call|cal|email|e-mail|mail|fax|phone|text|tell|show|get|bring|forward|ping|page|remind|copy|cc|write|contact|reach) (?:it to |them to |this to |back to )?(?:me|us|him|her|them)\b/,
  },
  {
    weight: 1.6,
    pattern:
      /\b(?:a (?:quick |short |brief )?(?:call|ring|buzz|shout)|get back (?:to|with) (?:me|us)|(?:back|over) to me|to me by)\b/,
  },
  {
    weight: 1.4,
    pattern:
      /\b(?:would|do|if) you mind\b|\b(?:wonder|wondering|curious) (?:if|whether|what|when|how)\b|\bany (?:chance|idea|news|update|word) (?:you|on|of|about|when|if|from)\b/,
  },
  { weight: 1.2, pattern: /\bif (?:you|u|someone) (?:could|can|would)\b/ },
  // Needs and duties.
  {
    weight: 1.8,
    pattern:
      /\b(?:someone|somebody)(?: (?:with|from) [^,.;]{1,40}?)? (?:needs to|has to|must|should|to)\b/,
  },
  {
    weight: 1.2,
    pattern:
      /\b(?:i|we) (?:also |still |just |really |do |will |would |may |might |probably |only |now ){0,2}need\b|\bneeds? (?:you|someone|to be)\b/,
  },
  {
    weight: 0.9,
    pattern:
      /\byou (?:should|must|need to|have to|will need|'ll need|are required|are to|may want|might want|ought)\b/,
  },
  {
    weight: 1.2,
    pattern:
      /\b(?:i|we)(?: would|'d) (?:also |really |just |very much |still )?(?:like|love|prefer|appreciate|be grateful|want)\b|\bi want(?:ed)? (?:you|to (?:see|ask|follow|check|know|get|meet|discuss|talk|set|make sure))\b|\bwant(?:ed)? to (?:follow up|check in|touch base)\b/,
  },
  {
    weight: 1.3,
    pattern:
      /\b(?:appreciate(?:d)?|grateful|obliged) (?:it|if|your|you|any|hearing)\b|\bwould be (?:[a-z]{2,12} ){0,2}(?:great|good|nice|helpful|ideal|best|appreciated|useful|possible|able|available|interested|willing|worth|worthwhile|better)\b|\bany (?:help|feedback|thoughts|comments|input|suggestions|advice)\b/,
  },
  {
    weight: 1.0,
    pattern:
      /\b(?:make sure|be sure|remember to|don't forget|do not forget|see if|see what|find out|figure out|take a look|have a look|look (?:at|over|into|through)|try to)\b/,
  },
  {
    weight: 0.9,
    pattern:
      /\b(?:asap|a\.s\.a\.p|as soon as (?:possible|you can|practical)|at your earliest|right away|by (?:eod|cob|close of business|end of (?:day|business|the (?:day|week|month))|tomorrow|tonight|today|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week)|no later than|before (?:noon|monday|tuesday|wednesday|thursday|friday))\b/,
  },
  // Meeting and talking.
  {
    weight: 0.9,
    pattern:
      /\b(?:to discuss|can discuss|discuss (?:this|it|the|with)|get together|sit down|to meet|meet (?:with|up|at|on|me|us|for)|to talk|talk (?:to|with|about|soon|tomorrow|later)|set up|conference call|for (?:lunch|dinner|coffee|drinks|breakfast)|touch base|catch up|follow up|follow-up)\b/,
  },
  {
    weight: 0.8,
    pattern:
      /\b(?:schedule|reschedule|appointment|available|availability|works? (?:for|best|better|fine|well)|free (?:on|for|to|at|this|next|tomorrow|tonight)|stop by|drop by|come (?:by|over|to|in)|join (?:us|me|the|in)|rsvp)\b/,
  },
  {
    weight: 0.9,
    pattern:
      /\bwe (?:can|could|should|might|ought to|will have to|have to|must)\b|\bi (?:think|suggest|propose|recommend|believe|hope|guess) (?:that )?(?:we|you|it (?:may|might|would)|it's)\b|\b(?:suggest|recommend|propose) (?:that|we|you)\b/,
  },
  {
    weight: 0.9,
    pattern:
      /\b(?:feel free|hesitate|happy to|glad to|be willing|look into|interested in|confirm|feedback|your (?:thoughts|comments|input|opinion|approval|signature))\b/,
  },
  // The imperative: a bare verb leads, alone or after an address, an opener or a condition.
  {
    weight: 1.5,
    pattern: new RegExp(
      `^(?:[a-z]{2,12}, |(?:just|also|then|and|so|do|always|never|don't|do not|first|next|again|ok|okay|but) ){0,2}(?:${verbs})\\b(?! (?:is|are|was|were|has|will|would|can|of)\\b)`,
    ),
  },
  {
    weight: 0.8,
    pattern: new RegExp(
      `^(?:if|when|once|before|after|in order to|as) [^,]{3,120}, (?:[a-z]{2,12} )?(?:${verbs})\\b`,
    ),
  },
  {
    weight: 0.7,
    pattern: new RegExp(
      `(?:[;:,–-] |\\b(?:and|so|then|or) )(?:${verbs}) (?:me|us|him|her|it|them|this|that|the|a|an|my|our|your|in|with|out|up|by|on|over|for|to|back)\\b`,
    ),
  },
  {
    weight: 0.9,
    pattern:
      /^(?:what|when|where|who|which|how|why|do|does|did|are|is|have|has|any|were|would|could|should)\b[^?]{1,300}\?/,
  },

  // Signs against: what sells, what runs by itself, what tells.
  {
    weight: -2.6,
    pattern:
      /\bunsubscribe|\bto (?:ensure|make sure) (?:that )?(?:you|future|delivery|our|continued|your)|\b(?:add|safe|white) ?-?list\b|\badd [^ ]{1,60} to your (?:address|contacts|safe)|\baddress book\b|\bopt[- ]out\b|\bstop receiving\b|\bno longer (?:wish|want) to receive|\bemail preferences\b|\bprefer not to receive\b|\bdo not (?:reply|respond) to\b|\bnot reply to this/,
  },
  {
    weight: -1.2,
    pattern:
      /\bclick\b|\$link\b|\bhttps?:|\bwww\.|\bsign in\b|\blog ?in to\b|\bfollow (?:us|here|the link)\b/,
  },
  {
    weight: -1.0,
    pattern:
      /\b(?:deals?|sale|coupons?|discount|exclusive|subscri[a-z]{2,8}|newsletter|mailings?|savings|shop|shopping|% off|promo[a-z]{0,9}|lowest|bonus|prizes?|winners?|debt|mortgage|jobs?|credit|free (?:trial|shipping|gift|sample)|guarantee[a-z]{0,3}|limited time|enjoy|members?|today only|emails)\b/,
  },
  {
    weight: -0.9,
    pattern:
      /^(?:the|this|he|she|they|it|it's|there|there's|my|our|his|her|their|as|in|a|an|i have|i had|i've|i was(?! (?:wondering|hoping))|we have|we had|we've|thanks|thank you|attached|here|these|those|so|because|with|for example|i am|i'm|that|many|some|all|most|your)\b/,
  },
  {
    weight: -0.7,
    pattern:
      /\b(?:was|were|been|had|has|said|says|told|asked|wanted|received|sent|made|went|got|did|didn't|discussed|called|met|came|decided|changed|agreed|worked|spoke|talked)\b/,
  },
  {
    weight: -0.9,
    pattern:
      /\b(?:look(?:ing)? forward|any questions|thank you for|thanks for|in case|hope (?:this|all|that|everything)|might want to hurry|no longer|don't want|do not want|you don't|i don't|can't wait|did you know|tired of|ever (?:wonder|wish|want|feel)|want to (?:see how|know how|make|earn|save|lose|win)|ready to)\b/,
  },
  { weight: -0.6, pattern: /!$/ },
];

const bias = -0.65;

/** Whether a sentence asks its reader for something: an order, a question, a need, a proposal. */
export const readRequest = remember((sentence): Readonly<RequestReading> => {
  const plain = plainSentence(sentence);
  let score = bias;
  for (const { weight, pattern } of cues) if (pattern.test(plain)) score += weight;
  return { isRequest: score > 0, score };
});
