import { PERSON } from '../goods/goods-signals.ts';

/** ZIP codes by what they were told for: 'daughter', 'house', 'beach house', 'home'. */
export type Homes = Readonly<Record<string, string>>;

const HOME =
  'house|home|place|apartment|apt|flat|condo|studio|cottage|cabin|rental|hotel|office|store|shop|dorm|storage(?: unit)?|building|loft|airbnb';
const OWNER = "(?:my|our|his|her|their|the|a|that|[a-z]+'s)";
/** "My daughter", "our beach house", "my sister's place". */
const NAMED = new RegExp(
  `\\b${OWNER} (?:(?<kind>(?!${PERSON}\\b)[a-z-]+) )??(?:(?<person>${PERSON})(?:'s)?(?: (?:new |old )?(?:${HOME}))?|(?<home>${HOME}))\\b`,
  'g',
);
const LIVES = /\b(?:i|we)(?:'m|'re| am| are)?(?: now| both)? (?:live|living|based|stay|staying)\b/;
/** What lies between a home and its ZIP code. */
const BESIDE =
  /^(?:'s)?(?: (?:is|are|lives?|sits?|stays?|lies|out|up|over|down|living|at|in|near|on))*(?:[ ,:(]|\d+ |(?!(?:to|from|and|with|for|into)\b)[a-z'.-]+ ){0,60}$/;
const MOST_BETWEEN = 60;

/** Where one lives oneself. */
const OWN = /^(?:home|place|apartment|apt|flat|house)$/;

const nameOf = (kind: string | undefined, home: string | undefined): string | undefined =>
  kind === undefined || home === undefined ? home : `${kind} ${home}`;

/** Of several houses the one that is called so; without its kind the only one there is. */
function zipOf(homes: Homes, name: string, kind: string | undefined): string | undefined {
  const called = homes[nameOf(kind, name) ?? ''];
  const [only, ...others] = Object.keys(homes).filter(
    (one) => one === name || one.endsWith(` ${name}`),
  );
  return called ?? (others.length > 0 ? undefined : homes[only ?? '']);
}

/** The homes that a message tells ZIP codes of. `zips` are its ZIP codes, in their order. */
export function readHomes(text: string, zips: readonly { zip: string; index: number }[]): Homes {
  const homes: Record<string, string> = {};
  let last = 0;
  for (const { zip, index } of zips) {
    const from = Math.max(last, index - MOST_BETWEEN);
    const lead =
      text
        .slice(from, index)
        .split(/[.?!;]/)
        .at(-1) ?? '';
    const named = [...lead.matchAll(NAMED)].at(-1);
    const { person, kind, home } = named?.groups ?? {};
    const name = person ?? nameOf(kind, home);
    const isBeside = named !== undefined && BESIDE.test(lead.slice(named.index + named[0].length));
    if (name !== undefined && isBeside) {
      homes[name] = zip;
      if (person !== undefined) homes.person = zip;
    } else if (LIVES.test(lead)) homes.home = zip;
    last = index + zip.length;
  }
  return homes;
}

const OF_THEIRS = `(?:his|her|their) (?:${HOME})`;
const SAID = new RegExp(
  `\\b(?<way>(?:back )?(?:from|to|into))(?: (?:out|over|up|down|back)(?: (?:at|to))?)? (?:(?<theirs>${OF_THEIRS})|(?:(?<owner>my|our|the|that) )?(?:(?<kind>(?!${PERSON}\\b)[a-z-]+) )??(?:(?<person>${PERSON})(?:'s)?(?: (?:${HOME}))?|(?<home>${HOME})))\\b(?!'s|,? \\(?\\d|,? (?:in|at|near|called)\\b)`,
  'g',
);
/** What is sent, booked or priced; an errand of the driver's is none. */
const OF_ORDER =
  /\b(?:\d{5}|how much|what|prices?|costs?|quote|book|reserve|send|ship|bring|take|get|deliver|move|same|\d{1,2} [a-z]+s|from [^.?!]{1,40} to)\b/;

/** With the ZIP codes of the homes that were told before: "from her place" with its code. */
export function withHomes(text: string, known: Homes): string {
  const zips = [...text.matchAll(/\b\d{5}\b/g)].map(({ 0: zip, index }) => ({ zip, index }));
  const homes = zips.length === 0 ? known : { ...known, ...readHomes(text, zips) };
  if (Object.keys(homes).length === 0 || !OF_ORDER.test(text)) return text;
  return text.replace(SAID, (hit, ...rest) => {
    const { theirs, owner, kind, person, home } = rest.at(-1) as Record<string, string | undefined>;
    const isOwn = home !== undefined && OWN.test(home) && /^(?:my|our)$/.test(owner ?? '');
    const zip =
      theirs !== undefined
        ? homes.person
        : (zipOf(homes, person ?? home ?? '', kind) ?? (isOwn ? homes.home : undefined));
    return zip === undefined ? hit : `${hit} ${zip}`;
  });
}
