// "Tel me about the storage one", "opn the permit one": the verb a request begins with, a letter of
// it left out or two of them swapped.

const VERBS = 'tell show give open read list find pull bring send search'.split(' ');
/** Words of their own. */
const REAL = new Set('red rad lit sow pen ope fin fid pul pull send end sed list lis'.split(' '));
const LEAD =
  /^((?:(?:and|ok|so|now|then|please|pls|can you|could you|hey|hi)[,.!]? )*)([a-z]{3,6}) (me|us|more|for|the|that|this)\b/;
/** After these nothing but a verb stands first. */
const OBJECT = /^(?:me|us)$/;

/** What each slip was meant to be; never the first letter. */
const MEANT = new Map<string, string>();
for (const verb of VERBS) {
  for (let at = 1; at < verb.length; at += 1) {
    const without = verb.slice(0, at) + verb.slice(at + 1);
    const swapped = `${verb.slice(0, at)}${verb[at + 1] ?? ''}${verb[at]}${verb.slice(at + 2)}`;
    for (const slip of [without, swapped]) if (!VERBS.includes(slip)) MEANT.set(slip, verb);
  }
}

/** A normalised text with the verb at its beginning put right. */
export const withLeadingVerb = (text: string): string =>
  text.replace(LEAD, (written, lead: string, verb: string, object: string) => {
    const meant = REAL.has(verb) && !OBJECT.test(object) ? undefined : MEANT.get(verb);
    return meant === undefined ? written : `${lead}${meant} ${object}`;
  });
