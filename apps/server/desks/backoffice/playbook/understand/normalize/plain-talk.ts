// What people say around a question on a phone or out loud: it is taken off, or put in plain words.

import { withNamedFirst } from './named-first.ts';
import { withoutPleasantries } from './pleasantries.ts';

type Rewrite = readonly [RegExp, string];

const SLANG: readonly Rewrite[] = [
  [
    /\bsince (?:i|we) (?:left|went home|(?:was|were) (?:last )?here|logged off|last (?:looked|checked|asked))(?: on| in)? (?=(?:last |this )?[a-z]{3,6}day\b|nov|dec|the \d)/g,
    'since ',
  ],
  // "In that whole week, Nov 2 to Nov 8": the days say it.
  [
    /\b(?:in|for|of|over|during) (?:that|this|the) (?:whole |full |entire |complete )?(?:week|month|period|time|span|stretch)(?:,| -|:) (?:so |that is |i mean |meaning |i\.e\. )*(?=(?:from )?(?:the )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d))/g,
    '',
  ],
  [/\bfrom (.{3,30}?) (?:until|till|up to|to) now\b/g, 'since $1'],
  [/(?<![\p{L}\d])(?:'til+|till?)(?![\p{L}\d])/gu, 'until'],
  [
    /\b(?:who|which) (?:of (?:us|you)|among us|(?:on|in) (?:the|our) (?:team|office|crew))(?: all| here)? (?=(?:has|have|is|should|must|needs?|will|can|was)\b)/g,
    'who ',
  ],
  [/\bgotta\b/g, 'have to'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\b(do|does|did|is|are|was|were|has|have|could|would|should|can|wo)nt\b/g, "$1n't"],
  [/\b(what|who|when|where|how|that|there)s\b(?! \d)/g, "$1's"],
  [/\b(?:by itself|on its own|all by itself|by themselves)\b/g, 'automatically'],
  [/\bsince midnight\b/g, 'today'],
  [/,? (?:so far|as of now|up to now|until now|by now|thus far)(?=[\s?.!]*$)/g, ''],
  [/\bthe (?:subsequent|ensuing) (week|month|day)\b/g, 'the following $1'],
  // "What he want?", as somebody writes who learns English.
  [
    /\b(what|when|where|why|how much|how many) (he|she|it) (want|need|say|ask|write|mean|cost|offer|expire|arrive)s?\b/g,
    '$1 does $2 $3',
  ],
  [
    /\b(what|when|where|why|how much) (they|we) (want|need|say|ask|write|mean|pay)\b/g,
    '$1 do $2 $3',
  ],
  [
    /^(?:disregard|ignore|leave out|apart from|besides|other than|except(?: for)?|aside from|not counting|forget(?: about)?|never ?mind|without) ((?:the |that |those )?[^.,;:?!-]{2,50})[.,;:-]+ ?(?:and |so )?((?:what|which|who|anything)(?:'s| is| are)? else[^?!.]{0,30})[?.!]*$/g,
    '$2 except $1',
  ],
  [
    /\b(?:retrieve|fetch|dig out|dig up|pull up|get hold of) (?=(?:me )?(?:the|all|any|his|her|their|our|that)\b)/g,
    'find ',
  ],
  [/\b(mr|mrs|ms|dr)\.(?= [\p{L}])/gu, '$1'],
  [
    /\b(?:try|tried|trying|attempt(?:ed|ing)?) to (?:trick|scam|cheat|fool|deceive|con|defraud|rip off|phish|steal from)(?: us| me| the company)?(?: (?:by|per|via|with an?) (?:e-?mail|mail))?/g,
    'send phishing mails',
  ],
  [/\bis there task\b/g, 'is there a task'],
  // "Priyas plate": the apostrophe is left out.
  [
    /\b(?!(?:today|tomorrow|yesterday|customer|vendor|supplier|agent|this|hi|it|always|week|day|month|busines|system|team|crew|guy|email|mail|overdue|urgent|many|all|previou|variou|thi|numerou|her|their|our|your|staff|driver|office)s)([a-z]{1,14}[a-rt-z])s (plate|to-?do list|to-?dos)\b/g,
    "$1's $2",
  ],
  [/\b(which|what|any|how many|some|are any|is any) of (?:his|hers|theirs)\b/g, '$1 of these'],
  [
    /\b(?:our own|my own|the own) (?:people|folks|guys|lot|team|drivers|crew|ranks)\b|\b(?:people|folks|guys) (?:of|from|on|in) (?:our|the) (?:own )?(?:team|company|house|office|crew)\b|\bin-?house (?:people|mail)\b/g,
    'staff',
  ],
  [
    /^(?:(?:and|ok|so|now|please) )*(?:leave out|drop|remove|hide|skip|forget|ignore|take out|filter out|without|except|minus) (?:everything|all|anything|those|the ones|whatever|what|ones)(?: of them)?(?: that| which)?(?: is|'s| are)?(?:n't| not) (?:at all |really )?(\w+)[\s?.!]*$/g,
    'only the $1 ones',
  ],
  [
    /\b(?:bill|billed|charge|charged|invoice) us(?: already| yet)? for (?:it|that|this|them)\b/g,
    'send us an invoice',
  ],
  [
    /(?:,? (?:tho|though|lol|lmao|rofl|bro|dude|mate|btw|by the way|haha+|hehe|then again|if i may ask|may i ask|do you know|out of curiosity|just curious|remind me|again please|honestly|frankly|tbh|to be honest|to be frank|in all honesty|be honest|in your (?:view|opinion)|would you say|if you ask me|all things considered|seriously|(?<=,) (?:really|truly|actually|generally|roughly|basically|in general|do you think|you think)))+(?=[\s?.!,]*$)/g,
    '',
  ],
];

/** Interjections and little speeches that stand before a question. */
const LEADS: readonly RegExp[] = [
  /^(?:yo|hm+|uh+m*|um+|erm?|ah+|aha|oh(?: (?:dear|no|my|wow|boy|god|well))?|right|alright|all right|cool|great|nice|perfect|super|lovely|excellent|interesting|wow|fine|good|got it|i see|fair enough|understood|noted|pity|too bad|bummer|never ?mind|no problem|no worries|my bad|gosh|jeez|ugh|phew|sure|okay|ok)(?:[,.!;:…-]+ ?| - | — )(?=.{4})/,
  /^(?:(?:ok|and|now|so|a|one|just|another|some|quick|quickly|last|final|small|little|totally|completely) )*(?:other|another|different|quick|separate|more|last|new|unrelated) (?:things?|questions?|topics?|matters?|subjects?|one)[,:.;-]+ ?(?=.{4})/,
  /^(?:by the way|btw|speaking of which|while (?:i'm|we're|you're) at it|before i forget|on another note|apropos|changing the (?:topic|subject)|different (?:topic|subject)|something else|next (?:topic|question|thing))[,:.; -]+(?=.{4})/,
  /^(?:fine|ok|alright|right|no problem|well|then)?[,. ]*(?:i'll|i will|we'll|we will|let me|i can|i'd better|i guess i'll) (?:just )?(?:do|handle|call|write|sort|answer|deal|manage|tell|reply|take)\b[^.?!,]{0,40}(?:[.!;,]| - ) ?(?:then )?(?:but |and |so )?(?=.{4})/,
  /^(?:just (?:got|came|walked) in|i(?:'m| am) (?:just )?(?:back|in a (?:taxi|cab|hurry|rush|meeting)|on (?:the road|my phone|the phone))|got a (?:sec|second|minute)|quick one|question for you|tell me)(?:[,.!;:?…-]+ ?| - )(?=.{4})/,
];

/** A normalised text without the talk around its question. */
export function withoutTalk(text: string): string {
  let said = withNamedFirst(withoutPleasantries(text));
  for (const [pattern, plain] of SLANG) said = said.replace(pattern, plain);
  for (let count = 0; count < 3; count += 1) {
    const before = said;
    for (const lead of LEADS) said = said.replace(lead, '');
    if (said === before) break;
  }
  return said;
}
