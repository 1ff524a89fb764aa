const TOPICS: readonly RegExp[] = [
  /\bcode|\bpin\b|combination/i,
  /\bask for\b/i,
  /\bdoorman|concierge|front desk|neighbou?r/i,
  /\b(?:call|text|phone|message)\b/i,
  /\b(?:ring|buzz|bell|buzzer|intercom|knock)/i,
  /\bkeys?\b/i,
  /\bpark\b/i,
  /\bentrance|elevator|side door|back door/i,
  /\bleave\b|\bleft\b/i,
];
const SEPARATOR = '. ';
/** The sentence is about the note itself, and no sentence of it. */
const PUTS_RIGHT =
  /\b(?:wrong|mis\w+|mixed|typo|incorrect|old (?:one|number|code)|(?:was|has|got|have|been) changed)\b/i;
const CORRECTS =
  /\b(?:sorry|actually|instead|not|wrong|chang\w+|correct\w*|now|rather|no longer|any ?more|off|away|after all)\b/i;

/**
 * Adds to what is known. Of one thing, such as the code of a gate, the newest word holds: always of
 * a code, and else where the message corrects something or names somebody of the earlier note.
 */
export function mergeInstructions(
  known: string | undefined,
  sentences: readonly string[],
  message: string,
): string {
  const corrected =
    known !== undefined && PUTS_RIGHT.test(message)
      ? correctInstructions(known, message)
      : undefined;
  if (corrected !== undefined) return corrected;
  let all = known === undefined ? [] : known.split(SEPARATOR);
  for (const sentence of sentences) {
    const topic = TOPICS.findIndex((pattern) => pattern.test(sentence));
    const isSameThing = (other: string): boolean =>
      topic >= 0 && TOPICS.findIndex((pattern) => pattern.test(other)) === topic;
    const isReplaced = (other: string): boolean =>
      isSameThing(other) &&
      (topic === 0 || CORRECTS.test(message) || sharesName(other, message, sentence));
    all = all.filter((other) => !isReplaced(other));
    if (!all.includes(sentence)) all.push(sentence);
  }
  return all.join(SEPARATOR);
}

/** "Rafael is off that day. He should ask for Simone", of a note that names Rafael. */
function sharesName(note: string, message: string, sentence: string): boolean {
  const names = note.match(/(?<=\S )\p{Lu}\p{L}{2,}/gu) ?? [];
  return names.some((name) => message.includes(name) && !sentence.includes(name));
}

const LITTLE = /^(?:the|an?|it|on|at|in|to|is|be|there|here|home|out|please|that|this)$/i;
const NOT_THE_OTHER =
  /\b(\w[\w-]*),? (?:and )?not (\w[\w-]*)|\bnot (\w[\w-]*),? (?:but|it'?s|it is) (\w[\w-]*)/gi;

/** What a note can hold one of, and a message can give anew without naming the old one. */
const KINDS: readonly { is: RegExp; fits: RegExp }[] = [
  {
    is: /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b/g,
    fits: /\d/,
  },
  { is: /(?<![\d.:$/-])[#*]?\d{3,6}[#*]?(?![\d.:/-]*\d)/g, fits: /\b(?:code|pin|combination)\b/i },
  { is: /\b\d{1,3}[A-Z]\b/gi, fits: /^(?:\S+ ){0,5}\S+$/ },
];

/** "That's my old number, please change it to 646-555-0199", of a note with one number. */
function replaceOnly(known: string, message: string): string | undefined {
  for (const { is, fits } of KINDS) {
    const [old, ...others] = known.match(is) ?? [];
    const [given, ...more] = (message.match(is) ?? []).filter((one) => one !== old);
    if (old === undefined || others.length > 0 || given === undefined || more.length > 0) continue;
    if (fits.test(message)) return known.replace(old, given);
  }
  return undefined;
}

/**
 * "It's 5B, not 4B", of a note that says 4B, or the one telephone number, code or apartment of a
 * note given anew; undefined when it says nothing of the note.
 */
export function correctInstructions(known: string, message: string): string | undefined {
  for (const hit of message.matchAll(NOT_THE_OTHER)) {
    const right = hit[1] ?? hit[4] ?? '';
    const wrong = hit[2] ?? hit[3] ?? '';
    const words = known.split(/(?<=\W)|(?=\W)/);
    if (!words.includes(wrong) || LITTLE.test(wrong) || LITTLE.test(right)) continue;
    return words.map((word) => (word === wrong ? right : word)).join('');
  }
  return replaceOnly(known, message);
}
