import { sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { ServiceArea } from '../../../../bookings/catalogue.ts';
import type { Place } from '../reading/places/places.ts';
import { cents, contact, sayNotChecked } from '../wording.ts';
import type { Flow, Part, Turn } from './flow.ts';

const MOST_ZIPS = 4;

/** Whether ZIP codes and places are served, and at which surcharge. */
export const coverage: Flow = (turn, business) => {
  const { heard, order } = turn.memory;
  // Beside a price, only what was asked about is looked up.
  const asked =
    heard.goals.includes('price') && heard.areaZips.length > 0 ? heard.areaZips : undefined;
  const ofPlaces = asked === undefined ? heard.places.flatMap(({ zip }) => zip ?? []) : [];
  const zips = [...new Set([...(asked ?? heard.zips), ...ofPlaces])];
  const areas = heard.places.filter(({ zip, isUnlisted }) => zip === undefined && !isUnlisted);
  const unlisted = heard.places.filter(({ isUnlisted }) => isUnlisted);
  if (zips.length === 0 && areas.length === 0 && unlisted.length > 0) {
    return sayUnlisted(
      unlisted.map(({ name }) => name),
      business,
    );
  }
  if (zips.length === 0 && areas.length === 0) {
    const known = order.deliveryZip ?? order.pickupZip;
    if (known !== undefined && !/\b(?:my|where)\b/.test(heard.text)) zips.push(known);
    else return askForZip(turn, business);
  }

  const texts: string[] = [];
  let isPending = false;
  let isServed = areas.length > 0;
  let isRefused = false;
  for (const zip of zips.slice(0, MOST_ZIPS)) {
    const outcome = turn.use('check_zip_coverage', { zip_code: zip });
    if (outcome === undefined) {
      isPending = true;
    } else if (outcome.ok) {
      if (outcome.value.serviceable === true) isServed = true;
      else isRefused = true;
      const place = heard.places.find((entry) => entry.zip === zip);
      texts.push(sayCoverage(outcome.value, place));
    } else {
      texts.push(sayNotChecked(business));
    }
  }
  if (isPending) return undefined;
  if (unlisted.length > 0)
    texts.push(
      sayUnlisted(
        unlisted.map(({ name }) => name),
        business,
      ).text,
    );
  // "11942, that is still the Hamptons": the ZIP code says it, not the area.
  if (heard.zips.length === 0) texts.push(...areas.map((place) => sayAreas(place, business)));
  const text =
    isServed && !isRefused && unlisted.length === 0
      ? `${turn.vary('Yes!', 'Good news!', 'Happy to help.')} ${texts.join(' ')}`
      : texts.join(' ');
  if (!isServed || ((isRefused || unlisted.length > 0) && zips.length > 0)) return { text };
  if (zips.length === 0) {
    return {
      text,
      question: turn.vary(
        'What is the exact ZIP code, so that I can confirm it?',
        'If you tell me the ZIP code, I can confirm it: which ZIP code is it?',
      ),
    };
  }
  return {
    text,
    offer: turn.vary('Would you like a price estimate?', 'Shall I work out a price for you?'),
  };
};

/** Well-known places outside: the ZIP code decides, never the clerk. */
export function sayUnlisted(names: readonly string[], business: Business): Part {
  return {
    text: `We don't list ${sayList(names, 'or')} among our areas. ${sayServedAreas(business)} For an address elsewhere the ZIP code decides, or ${contact(business)} for a custom quote.`,
    question: 'What is the ZIP code?',
  };
}

function sayServedAreas(business: Business): string {
  const free = business.areas.filter(({ surchargeCents }) => surchargeCents === 0);
  const charged = business.areas.filter(({ surchargeCents }) => surchargeCents > 0);
  return `We serve ${sayList([...free.map(({ area }) => area), ...areaNames(charged, business)])}.`;
}

function askForZip(turn: Turn, business: Business): Part {
  const free = business.areas.filter(({ surchargeCents }) => surchargeCents === 0);
  const charged = business.areas.filter(({ surchargeCents }) => surchargeCents > 0);
  return {
    text: `${turn.vary('Happy to check.', 'Let me check that.')} We serve ${sayList(free.map(({ area }) => area))} without a surcharge, and ${sayAreaNames(charged, business)} with one.`,
    question: 'What is the ZIP code?',
  };
}

/** Counties by their states, other areas by name: "Hamptons East", "parts of New Jersey". */
function areaNames(areas: readonly ServiceArea[], business: Business): string[] {
  const isCounty = ({ area }: ServiceArea): boolean => /county$/i.test(area);
  const codes = [...new Set(areas.filter(isCounty).map(({ state }) => state))];
  const states = codes.map(
    (code) => business.booking.states.find((state) => state.code === code)?.name ?? code,
  );
  const others = areas.filter((area) => !isCounty(area)).map(({ area }) => area);
  return [...others, ...(states.length === 0 ? [] : [`parts of ${sayList(states)}`])];
}

const sayAreaNames = (areas: readonly ServiceArea[], business: Business): string =>
  sayList(areaNames(areas, business));

/** The tool's own sentences, with the place they are about. */
function sayCoverage(value: Record<string, unknown>, place: Place | undefined): string {
  const sentences = [value.message, value.suggestion].filter((part) => typeof part === 'string');
  const said = sentences.join(' ');
  if (place !== undefined) return `${place.name}: ${said}`;
  return value.serviceable === true ? said : `I'm sorry. ${said}`;
}

/** A whole area, from the service-area data. */
function sayAreas({ name, areas }: Place, business: Business): string {
  const free = areas.filter(({ surchargeCents }) => surchargeCents === 0);
  const charged = areas.filter(({ surchargeCents }) => surchargeCents > 0);
  const amount = charged[0]?.surchargeCents ?? 0;
  if (charged.length === 0) {
    return `We serve ${name}, without a surcharge.`;
  }
  const there = sayAreaNames(charged, business);
  if (free.length > 0) {
    return `We serve ${name}. There is no surcharge in ${sayList(free.map(({ area }) => area))}. In ${there} it is ${cents(amount)} for each address.`;
  }
  return `We serve ${there}, at ${cents(amount)} more for each address there.`;
}
