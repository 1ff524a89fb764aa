import { clean } from './clean-sentence.ts';
import { isNameLike, type NamedPeople } from './people.ts';

/**
 * What a sentence wants done.
 * - `order`: somebody is to do it; `words` starts with the verb
 * - `duty`: something must be done, told as a statement
 * - `need`: the writer lacks a thing; `words` names it
 * - `question`, `wish`: the writer wants an answer; `words` is the sentence
 */
export interface Act {
  kind: 'order' | 'duty' | 'need' | 'question' | 'wish';
  words: string;
  /** As the mail names him. */
  person: string | null;
}

const verbs = new Set(
  'accept add adjust advise answer apply approve arrange ask assign attach attend block book bring buy call cancel change charge check clean clear close collect come complete confirm contact copy correct cover create deliver discuss drop email e-mail ensure explain fax file fill find finish fix follow forward get give go grab handle have help hold include inform inspect install invite invoice issue join keep leave let list load lock look mail make mark meet move notify obtain open order organize organise pack park pass pay phone pick place plan post prepare present print process provide pull put read record refund reimburse remind remit remove renew repair replace reply report request reschedule reserve resend respond return review ring run save schedule scan see sell send set settle share ship show sign speak start stop store submit supply switch take talk tell text transfer try turn unload update upload use verify wait wash work write'.split(
    ' ',
  ),
);
/** Nouns as well: without a "please" they are verbs only before a word in small letters. */
const nounLike = new Set(
  'invoice order check file fax list load mail mark place plan present process record report request return review schedule ship store supply text transfer update change charge contact copy email e-mail help issue repair refund reply start stop work cover book park pass print run share show turn wash notice install post'.split(
    ' ',
  ),
);
/** Behind them a leading verb is a noun: "Check is in the mail", "Cover lapses on Friday". */
const notAfterVerb =
  /^(?:lapses|ends|starts|begins|expires|needs|comes|goes|takes|runs|stands|costs|arrives|includes|means|remains|stays|closes|opens|applies|depends|shows|works|varies|gets|gives|says|seems|looks|continues|covers|requires|happens|rises|falls|stops|resumes|counts|may|must|should|is|are|was|were|has|have|had|will|would|can|could|of|from|number|no|#?\d+|date|window|notice|confirmation|update|report|and|or|line|status|attached|enclosed)$/;

const opener =
  /^(?:(?:also|and|so|then|ok|okay|first|second|next|finally|lastly|secondly|just|but|again|meanwhile|thanks|thank you|sorry|to do|todo|reminder|action|urgent|important|note|fyi|asap|ps|p\.s\.|if possible|if you can|if you could|when you can|when you get a (?:chance|minute|moment)|when you have a (?:chance|minute|moment)|at your (?:earliest )?convenience|as discussed|as soon as possible|one more thing|in the meantime|quick (?:question|one|request|favor|favour))[,:;.!–-]{0,2} )/i;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings)(?: (?:there|all|everyone|team|folks|guys|both))?(?: ([A-Z][\p{L}'-]{1,20})(?: [A-Z][\p{L}'-]{1,20})?)?[,!:.–-]{1,2} /iu;
const addressed = /^@?([A-Z][\p{L}'-]{1,20})(?: (?:and|&) [A-Z][\p{L}'-]{1,20})?(?:,|:| [–-])? /u;

const manner =
  '(?:,? ?(?:please|kindly|possibly|also|just|maybe|perhaps|quickly|all|guys|at least|in turn|then),? )*';
const start = {
  please: new RegExp(`^(?:please|pls|plz|kindly),? ${manner}(.+)$`, 'i'),
  canYou: new RegExp(
    `^(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody|one of you|either of you)(?: be able to| be so kind as to)? ${manner}(.+)$`,
    'i',
  ),
  canPerson:
    /^(?:[Cc]an|[Cc]ould|[Ww]ill|[Ww]ould) ([A-Z][\p{L}'-]{1,20}) (?:please |also |just )?(.+)$/u,
  wantYou:
    /^(?:i|we)(?:'d| would)?(?: (?:really|also|still|just|do|will|may|might|now))? ?(?:need|want|like|expect|ask|require)(?: for)? (?:you|someone|somebody) to (.+)$/i,
  wouldBeGood:
    /\b(?:if (?:you|someone) (?:could|can|would)|wondering (?:if|whether) you (?:could|can|would)|(?:is it|would it be) possible for you to|i (?:ask|request) that you|that you would) (?:please |also |kindly )?(.+)$/i,
  remember:
    /^(?:please )?(?:remember|don't forget|do not forget|be sure|make sure|make certain|try|feel obliged) to (.+)$/i,
  youMust:
    /^(?:you|you all|we ask that you|we request that you)(?:'ll| will)? (?:must|need to|have to|should|are required to|are asked to) (.+)$/i,
  someoneMust: /\b(?:someone|somebody) (?:needs to|has to|must|should|to|please) (.+)$/i,
  someoneOfYours:
    /^(?:someone|somebody|one person|a person|one of you)(?: (?:with|from|of|in|on) [^,.;]{1,40}?)? (?:needs to|has to|must|should) (.+)$/i,
  personMust:
    /^([A-Z][\p{L}'-]{1,20}) (?:should|needs to|must|has to|will need to|is to|please) (.+)$/u,
  weMust:
    /^(?:we|i think we|looks like we)(?:'ll| will)? (?:need to|have to|must|should|ought to) (.+)$/i,
  letUs: /^(?:let's|lets) (.+)$/i,
  duty: /\b(?:must|needs to|need to|has to|have to) be (?:\p{L}{3,20}(?:ed|en|id|de|nt|t)|in|done|made|kept)\b/iu,
  need: /^(?:i|we)(?:'ll| will)?(?: (?:also|still|do|really|urgently|just|only|now))*(?: need| require| are missing| am missing) ((?:the|a|an|your|our|more|some|any|proof|copies|two|three|four|five|both|this|that|these|those|another|\d{1,4})\b.+)$/i,
};
/** What is not to be done is nobody's task. */
const forbidding = /^(?:do not|don't|never|not|no longer|avoid|refrain)\b(?! forget\b)/i;
const laterPlease =
  /(?:[,;:–-]|\b(?:and|so|then|but)) (?:please|kindly|pls) (?:also |just )?(.+)$/i;
const anyPlease = /\b(?:please|kindly) (?:also |just )?(.+)$/i;
const wish =
  /\b(?:i|we)(?:'d| would) (?:also |really |very much )?(?:like|love|prefer|appreciate)\b|\b(?:i|we) (?:want|need|have to|am looking|are looking|am interested|are interested|was hoping|were hoping|am hoping|are hoping|wanted to (?:ask|see|know|check|find out))\b|\b(?:wondering|curious) (?:if|whether|what|when|how|about)\b|^(?:looking for|interested in|request(?:ing)? (?:for )?a)\b|, please$/i;

/** What the sentence wants, or null. Only its wording is read: whether it is meant is for others. */
export function readAct(sentence: string, people: NamedPeople): Act | null {
  let text = clean(sentence);
  const isQuestion = text.endsWith('?');
  let person: string | null = null;
  const greeted = greeting.exec(text);
  if (greeted) {
    text = text.slice(greeted[0].length);
    person = people.known(greeted[1] ?? null);
  }
  for (let count = 0; count < 3; count += 1) {
    const found = opener.exec(text);
    if (found === null) break;
    text = text.slice(found[0].length);
  }
  const named = addressed.exec(text);
  if (named && isNameLike(named[1] ?? '')) {
    const rest = text.slice(named[0].length);
    const hasComma = /[,:–-]/.test(named[0]) || text.startsWith('@');
    if ((hasComma && startsAct(rest)) || /^(?:please|pls|can you|could you)\b/i.test(rest)) {
      person = people.accept(named[1] ?? null) ?? person;
      text = rest;
    }
  }
  return readStart(text, isQuestion, person, people) ?? readRest(text, isQuestion, person);
}

function readStart(
  text: string,
  isQuestion: boolean,
  person: string | null,
  people: NamedPeople,
): Act | null {
  const order = (words: string | undefined, who: string | null = person): Act | null =>
    words !== undefined && /^\p{L}/u.test(words) && !forbidding.test(words)
      ? { kind: 'order', words, person: who }
      : null;
  const please = start.please.exec(text);
  if (please) {
    const words = please[1] ?? '';
    const remembered = start.remember.exec(words);
    const polite = start.canYou.exec(words);
    return order(remembered?.[1] ?? polite?.[1] ?? words, personIn(words, people) ?? person);
  }
  const can = start.canYou.exec(text);
  if (can) {
    const words = can[1] ?? '';
    if (
      /^(?:like|prefer|be|mind|consider|say|ever|believe|imagine|have (?:time|any|a)|still|know|want|happen)\b/i.test(
        words,
      )
    ) {
      return { kind: 'question', words: text, person };
    }
    return order(words, personIn(words, people) ?? person);
  }
  const asked = start.canPerson.exec(text);
  if (asked && isNameLike(asked[1] ?? '') && startsWithVerb(asked[2] ?? '')) {
    return order(asked[2], people.accept(asked[1] ?? null) ?? person);
  }
  // "We would love someone to bring our bags" is a customer's wish, not an order.
  const told = [start.wantYou, start.remember, start.youMust];
  told.push(people.isStaffMail ? start.someoneMust : start.someoneOfYours);
  for (const pattern of told) {
    const words = pattern.exec(text)?.[1];
    if (words !== undefined && !/^(?:be|have|know|find|expect|receive)\b/i.test(words)) {
      return order(words);
    }
  }
  const due = start.personMust.exec(text);
  if (due && isNameLike(due[1] ?? '') && startsWithVerb(due[2] ?? '')) {
    const who = people.accept(due[1] ?? null);
    if (who !== null && (people.isClosed || people.isStaffMail)) return order(due[2], who);
  }
  if (people.isStaffMail) {
    const ours = start.letUs.exec(text)?.[1] ?? start.weMust.exec(text)?.[1];
    if (ours !== undefined && startsWithVerb(ours)) return order(ours);
  }
  if (!isQuestion && startsWithVerb(text)) return order(text, personIn(text, people) ?? person);
  return null;
}

function readRest(text: string, isQuestion: boolean, person: string | null): Act | null {
  const later = laterPlease.exec(text)?.[1] ?? anyPlease.exec(text)?.[1];
  if (later !== undefined && startsWithVerb(later)) return { kind: 'order', words: later, person };
  const hoped = start.wouldBeGood.exec(text)?.[1];
  if (hoped !== undefined && startsWithVerb(hoped)) return { kind: 'order', words: hoped, person };
  if (isQuestion) return { kind: 'question', words: text, person };
  const needed = start.need.exec(text)?.[1];
  if (needed !== undefined) return { kind: 'need', words: needed, person };
  if (start.duty.test(text)) return { kind: 'duty', words: text, person };
  const known = /\blet (?:me|us) know\b.*$/i.exec(text)?.[0];
  if (known !== undefined) return { kind: 'order', words: known, person };
  return wish.test(text) ? { kind: 'wish', words: text, person } : null;
}

/** "Have Tom call the landlord", "ask Maria to sign it". */
function personIn(words: string, people: NamedPeople): string | null {
  const found =
    /^(?:have|ask|get|tell|remind|let|assign(?: (?:this|it))? to) ([A-Z][\p{L}'-]{1,20})\b/iu.exec(
      words,
    );
  const name = found?.[1] ?? '';
  return /^\p{Lu}/u.test(name) && isNameLike(name) ? people.accept(name) : null;
}

function startsAct(text: string): boolean {
  return (
    startsWithVerb(text) ||
    /^(?:please|pls|kindly|can|could|would|will|you (?:need|must|should|have)|don't|do not|i need you|we need you)\b/i.test(
      text,
    )
  );
}

/** Whether a bare verb leads, and reads as one. */
export function startsWithVerb(text: string): boolean {
  const [first = '', second = '', third] = text.split(' ', 3);
  const verb = first.toLowerCase();
  if (verb === 'always') return verbs.has(second.toLowerCase());
  if (second === 'and' && verbs.has(verb)) return verbs.has((third ?? '').toLowerCase());
  if (nounLike.has(verb) && !/^(?:\p{Ll}|The\b|A\b|Our\b|Your\b)/u.test(second)) return false;
  return verbs.has(verb) && second !== '' && !notAfterVerb.test(second.toLowerCase());
}
