import type { Business } from '../../../../../bookings/business.ts';
import type { ServiceArea } from '../../../../../bookings/catalogue.ts';

/** A place a customer named: the whole of one or more service areas, or a town with one ZIP code. */
export interface Place {
  name: string;
  zip?: string;
  areas: readonly ServiceArea[];
  /** Well known, and in none of the areas the business lists. Its ZIP codes decide. */
  isUnlisted?: true;
  index: number;
  /** Where the mention ends, when more than the name belongs to it. */
  end?: number;
}

/** Towns with a ZIP code of their own. Whether the business serves it, its service area says. */
const TOWNS: Readonly<Record<string, string>> = {
  'hampton bays': '11946',
  'westhampton beach': '11978',
  westhampton: '11977',
  bridgehampton: '11932',
  'east hampton': '11937',
  easthampton: '11937',
  southampton: '11968',
  'south hampton': '11968',
  'sag harbor': '11963',
  'sag harbour': '11963',
  sagaponack: '11962',
  'water mill': '11976',
  watermill: '11976',
  wainscott: '11975',
  quogue: '11959',
  'east quogue': '11942',
  speonk: '11972',
  montauk: '11954',
  amagansett: '11930',
  'shelter island': '11964',
  hoboken: '07030',
  weehawken: '07086',
  bayonne: '07002',
  maplewood: '07040',
  millburn: '07041',
  'short hills': '07078',
  livingston: '07039',
  westfield: '07090',
  cranford: '07016',
  summit: '07901',
  parsippany: '07054',
  morristown: '07960',
  madison: '07940',
  montclair: '07042',
  chatham: '07928',
  darien: '06820',
  'new canaan': '06840',
  westport: '06880',
  weston: '06883',
  wilton: '06897',
  ridgefield: '06877',
  'cos cob': '06807',
  milford: '06460',
  branford: '06405',
  guilford: '06437',
  hamden: '06514',
  'old greenwich': '06870',
  southport: '06890',
  trumbull: '06611',
  'south orange': '07079',
  'west orange': '07052',
  bloomfield: '07003',
  'glen ridge': '07028',
  nutley: '07110',
  'union city': '07087',
  secaucus: '07094',
  'scotch plains': '07076',
  'berkeley heights': '07922',
  'new providence': '07974',
  'florham park': '07932',
};

/** Other names of service areas, as the areas' own names begin. */
const NICKNAMES: readonly [RegExp, readonly string[]][] = [
  [
    /\b(?:manhattan|midtown|upper (?:east|west) side|tribeca|soho|harlem|chelsea|east village|west village|greenwich village|lower east side|uws|ues|hell's kitchen|gramercy|murray hill|financial district|fidi|nolita|noho|chinatown|flatiron|battery park|inwood|washington heights|kips bay|hudson yards|roosevelt island|sutton place|turtle bay|tudor city|morningside heights|hamilton heights|union square|meatpacking(?: district)?|alphabet city|little italy|stuyvesant town|stuytown|carnegie hill|yorkville|lenox hill|lincoln square|battery park city)\b/,
    ['Manhattan'],
  ],
  [
    /\b(?:brooklyn|bk|williamsburg|bushwick|dumbo|park slope|greenpoint|bed[- ]stuy|crown heights|bay ridge|red hook|cobble hill|carroll gardens|prospect heights|flatbush|sunset park|boerum hill|clinton hill|fort greene|gowanus|coney island|bensonhurst|brighton beach|sheepshead bay|windsor terrace|ditmas park|dyker heights|borough park|canarsie|midwood|vinegar hill|brooklyn heights|prospect park|marine park|mill basin|kensington|bushwick)\b/,
    ['Brooklyn'],
  ],
  [/\b(?:new york city|nyc|the city)\b/, ['Manhattan', 'Brooklyn']],
  [/\bhamptons? west\b/, ['Hamptons West']],
  [/\bhamptons? east\b/, ['Hamptons East']],
  [/\b(?:the )?hamptons\b(?! (?:west|east))/, ['Hamptons West', 'Hamptons East']],
  [/\bessex(?: county)?\b/, ['Essex']],
  [/\bunion county\b/, ['Union']],
  [/\bmorris county\b/, ['Morris']],
  [/\b(?:hudson county|jersey city)\b/, ['Hudson']],
  [
    /\b(?:fairfield(?: county)?|stamford|greenwich(?! village)|norwalk|bridgeport)\b/,
    ['Fairfield'],
  ],
  [/\bnew haven(?: county)?\b/, ['New Haven']],
  [/\b(?:new jersey|nj|jersey(?! city))\b/, ['Essex', 'Union', 'Morris', 'Hudson']],
  [/\b(?:connecticut|ct)\b/, ['Fairfield', 'New Haven']],
];

const UNLISTED = [
  'miami(?: beach)?|(?:west )?palm beach|fort lauderdale|boca raton|orlando|tampa|key west|florida',
  "boston|cambridge|providence|newport|cape cod|nantucket|martha's vineyard|massachusetts|rhode island|vermont|maine|new hampshire",
  'philadelphia|philly|pittsburgh|pennsylvania|baltimore|maryland|delaware|washington,? d\\.?c\\.?|the poconos',
  'chicago|detroit|cleveland|minneapolis|st\\.? louis|atlanta|nashville|new orleans|houston|dallas|texas|denver|colorado|aspen|las vegas|vegas|seattle|portland|san francisco|los angeles|l\\.a\\.|san diego|california|hawaii|arizona|ohio|illinois|michigan|north carolina|south carolina',
  'queens|long island(?! city)|the bronx|bronx|staten island|long island city|astoria|flushing|nassau county|suffolk county|white plains|scarsdale|yonkers|new rochelle|albany|buffalo|rochester|syracuse|upstate(?: new york)?|hudson valley|the catskills|catskills|woodstock|fire island|princeton|atlantic city|jersey shore|hartford',
  'north fork|greenport|southold|mattituck|cutchogue|jamesport|riverhead|orient point|huntington|oyster bay|great neck|manhasset|garden city|syosset|port washington|long beach|hempstead|babylon|patchogue|smithtown|stony brook|port jefferson',
  'rye|larchmont|mamaroneck|tarrytown|bronxville|nyack|westchester county|rhinebeck|saratoga(?: springs)?|lake placid|poughkeepsie|red bank|asbury park|cape may|trenton|paramus|fort lee|ridgewood|tenafly|englewood|teaneck|hackensack|mystic|new london|litchfield',
  'savannah|charleston|raleigh|jacksonville|scottsdale|salt lake city|park city|kansas city|milwaukee|indianapolis|cincinnati|memphis|san antonio|sacramento|honolulu',
  'london|paris|toronto|montreal|canada|mexico|europe|england|france|italy|spain|japan|dubai|israel',
].join('|');
const unlistedPattern = new RegExp(
  `\\b(?:${UNLISTED})\\b(?! (?:street|st|avenue|ave|road|rd|place|lane|terrace|heights|square)\\b)`,
  'g',
);

const townPattern = new RegExp(
  `\\b(?:${Object.keys(TOWNS)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
);

const LONG_NAMES: Readonly<Record<string, string>> = {
  philly: 'Philadelphia',
  rye: 'Rye',
  vegas: 'Las Vegas',
};

const capitalize = (text: string): string =>
  text.length <= 3 && text !== 'the'
    ? text.toUpperCase()
    : text.replace(/(?<![a-z'])[a-z]/g, (letter) => letter.toUpperCase()).replace(/^The /, 'the ');

/** The places in a normalised text, in the order written. */
export function readPlaces(text: string, business: Business): Place[] {
  const places: Place[] = [];
  let rest = text;
  const blank = (index: number, length: number): void => {
    rest = rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length);
  };
  for (const hit of text.matchAll(townPattern)) {
    const zip = TOWNS[hit[0]];
    if (zip === undefined) continue;
    places.push({ name: capitalize(hit[0]), zip, areas: [], index: hit.index });
    blank(hit.index, hit[0].length);
  }
  for (const [pattern, names] of NICKNAMES) {
    const hit = pattern.exec(rest);
    if (hit === null) continue;
    const areas = business.areas.filter(({ area }) => names.some((name) => area.startsWith(name)));
    if (areas.length === 0) continue;
    places.push({ name: capitalize(hit[0]), areas, index: hit.index });
    blank(hit.index, hit[0].length);
  }
  for (const hit of rest.matchAll(unlistedPattern)) {
    const name = LONG_NAMES[hit[0]] ?? capitalize(hit[0]);
    places.push({ name, areas: [], isUnlisted: true, index: hit.index });
  }
  return places.sort((a, b) => a.index - b.index);
}
