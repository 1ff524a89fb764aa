const SETUP =
  '(?:config\\w*|set-?up|settings|instructions?|prompts?|rules?|guidelines?|briefing|context|source|internals|secrets?|setup text)';

/** Further ways to ask for what this chat was told, and for keys, whoever claims to be asking. */
const ASKED: readonly RegExp[] = [
  `\\b(?:i'm|i am|this is|as|we're|we are|speaking as) (?:the |your |an? |one of )?(?:[\\p{L}-]+ ){0,3}(?:developers?|admin\\w*|engineers?|programmers?|creators?|makers?|owner|vendor|support|it department|security team|tester|auditor|technician)\\b[^]*\\b${SETUP}\\b`,
  `\\b(?:paste|output|dump|print|show|reveal|echo|export|display|recite|leak|disclose|post|copy|repeat|spell out|write out|give me|read out)\\b[^?]{0,30}\\b(?:your|its|aubs'?s?|the (?:bot|assistant|chat)'?s?|this (?:bot|chat|assistant)'?s?) (?:[\\p{L}]+ ){0,2}${SETUP}\\b`,
  '\\b(?:keys?|tokens?|secrets?|credentials?) (?:do|does|did|are|is|has|have) (?:you|the server|the system|the mailbox|the database|it|aubs|this (?:chat|system|server))\\b[^?]{0,20}(?:use|using|used|need|have|store|know|run)',
  "\\bwhat (?:must|should|may|can|shall|mustn't|can't|shouldn't)(?:n't)? (?:you|it) (?:never|not) (?:ever )?(?:tell|say|reveal|show|share|talk|mention|disclose)",
  '\\b(?:what|which|how) (?:are|is|were|was|do|does) (?:you|it|aubs) (?:secretly|internally|really|actually) (?:told|instructed|set up|configured|programmed)\\b',
  '\\b(?:text|words|lines?|message|sentences?) (?:that |which )?(?:you (?:start|begin|began|started|run|work|boot)|(?:starts|runs|drives) you)\\b',
  '\\b(?:developer|debug|god|admin|maintenance|root|dan|unrestricted|jailbreak) mode\\b',
].map((source) => new RegExp(source, 'u'));

const LONGEST = 400;

export const asksForSetup = (text: string): boolean =>
  text.length <= LONGEST && ASKED.some((pattern) => pattern.test(text));
