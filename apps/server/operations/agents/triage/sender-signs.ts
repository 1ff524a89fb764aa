import type { MailAddress } from '../../mail/email.ts';
import { hostOf, registrableDomain } from './domains.ts';

/**
 * What the sender's name and address say before a word is read.
 * - `person`: a first and a last name that the address repeats, at no company's domain
 * - `first name`: a person's name, of which the address has only a part
 * - `company`: the name or the domain is a business's: 'Garage', 'CPA', 'leasing'
 * - `unknown`: none of them
 */
export type SenderSign = 'person' | 'first name' | 'company' | 'unknown';

/** Words of names of businesses and authorities. */
const companyNames = new Set(
  'inc llc llp ltd co corp corporation company gmbh cpa cpas esq leasing lease rental rentals supply supplies mutual insurance insurers assurance bank banking storage partners properties property realty management garage auto automotive motors tires uniforms fuel parking permits tolls billing accounts accounting payroll claims county city town village department dept bureau office services service solutions systems software technologies group agency associates studio shop store depot warehouse logistics freight transport trucking printing print press packaging packing boxes waste energy electric gas water telecom wireless security cleaning plumbing heating maintenance support team sales orders desk direct fleet permitting marshal inspections law legal consulting advisors chamber wholesale manufacturing equipment hardware'.split(
    ' ',
  ),
);
/** Trades that a domain's name begins or ends with. */
const trades =
  'vans truck trucks lease leasing rental rentals insurance mutual broker bank storage supply supplies box boxes packing packaging tape garage motors auto tires fuel toll tolls parking uniform uniforms cpa tax accounting payroll law legal print printing freight logistics transport properties realty management agency services service solutions systems software tech group wholesale waste energy electric power gas water telecom wireless security cleaning plumbing heating fire county city state gov permits equipment hardware depot media marketing crm cloud'.split(
    ' ',
  );

/** Judges by the name and the address alone; both are what the sender claims. */
export function signOf(sender: MailAddress): SenderSign {
  const { name } = sender;
  const address = sender.address.toLowerCase();
  const words = namesOf(name);
  const domain = registrableDomain(address);
  const label = domain.slice(0, Math.max(0, domain.indexOf('.'))).replaceAll(/[^a-z]/g, '');
  const isTrade =
    /\.(?:gov|mil)$/.test(hostOf(address)) ||
    trades.some(
      (trade) =>
        label.length > trade.length &&
        (label.endsWith(trade) || (trade.length > 3 && label.startsWith(trade))),
    );
  if (isTrade || words.some((word) => companyNames.has(word)) || / (?:at|@|from|via) /i.test(name))
    return 'company';
  const [first = '', ...others] = words;
  const last = others.at(-1) ?? '';
  const isName = others.length >= 1 && others.length <= 3 && !/[\d&/|]/.test(name);
  if (!isName) return 'unknown';
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).replaceAll(/[^a-z]/g, '');
  const hasFirst = first.length >= 2 && local.startsWith(first);
  const hasLast = last.length >= 2 && local.includes(last);
  const isInitial =
    first !== '' && (local === first + last.slice(0, 1) || local.startsWith(first.slice(0, 1)));
  if (hasLast && (hasFirst || isInitial)) return 'person';
  // 'george@alderfamily.example': the domain is the family's.
  if (hasFirst && last.length >= 3 && /^(?:the)?family|family$/.test(label.replace(last, ''))) {
    return 'person';
  }
  if (hasFirst && label === `${first}${last}`) return 'person';
  return hasFirst || hasLast || local === first + last.slice(0, 1) ? 'first name' : 'unknown';
}

/** Lower-case words of a display name without accents; "Field, Ann" is turned round. */
function namesOf(name: string): string[] {
  const plain = name.slice(0, 120).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const turned = /^\s{0,9}([^,]{1,60}),\s{0,9}([^,]{1,60})$/.exec(plain);
  const text = turned ? `${turned[2]} ${turned[1]}` : plain;
  return text.match(/\p{L}[\p{L}'-]*/gu)?.map((word) => word.replaceAll(/[^\p{L}]/gu, '')) ?? [];
}
