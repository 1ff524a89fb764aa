import { asciiDomain, domainOf } from './sender-domain.ts';

/** Whose mail is taken. Addresses are compared without case, domains also in their ASCII form. */
export type SenderCheck = (sender: {
  /** Of the From header; '' when it names nobody. */
  from: string;
  /** Of the SMTP envelope; '' for a bounce or where there is no envelope. */
  envelopeSender: string;
}) => boolean;

interface SenderList {
  addresses: ReadonlySet<string>;
  domains: ReadonlySet<string>;
}

/**
 * Makes the check for lists of addresses and domains ('example.com', also '@example.com' and
 * '*.example.com'); a domain stands for its subdomains too. Blocked is whoever is blocked by the
 * header or by the envelope. Allowed, where there are allowed ones, has to be the address people
 * will see: the header's, or the envelope's when the header has none.
 * Throws for an entry that is neither: a list with a slip in it would let in or shut out strangers.
 */
export function createSenderCheck({
  allowedSenders,
  blockedSenders,
}: {
  allowedSenders: readonly string[];
  blockedSenders: readonly string[];
}): SenderCheck {
  const allowed = readList(allowedSenders);
  const blocked = readList(blockedSenders);
  return ({ from, envelopeSender }) => {
    if (isListed(blocked, from) || isListed(blocked, envelopeSender)) return false;
    if (allowedSenders.length === 0) return true;
    return isListed(allowed, from === '' ? envelopeSender : from);
  };
}

/** Whether `createSenderCheck` takes this entry. */
export const isSenderEntry = (entry: string): boolean => readEntry(entry).name !== '';

function readEntry(entry: string): { isAddress: boolean; name: string } {
  const isAddress = entry.trim().lastIndexOf('@') > 0;
  const name = isAddress ? comparable(entry) : asciiDomain(entry.trim().replace(/^(@|\*\.)/, ''));
  return { isAddress, name };
}

function readList(entries: readonly string[]): SenderList {
  const addresses = new Set<string>();
  const domains = new Set<string>();
  for (const entry of entries) {
    const { isAddress, name } = readEntry(entry);
    if (name === '') throw new Error(`"${entry}" is neither an e-mail address nor a domain.`);
    (isAddress ? addresses : domains).add(name);
  }
  return { addresses, domains };
}

function isListed({ addresses, domains }: SenderList, address: string): boolean {
  if (address === '') return false;
  if (addresses.has(comparable(address))) return true;
  const domain = domainOf(address);
  for (let rest = domain; rest !== ''; rest = parentOf(rest)) {
    if (domains.has(rest)) return true;
  }
  return false;
}

const parentOf = (domain: string): string => {
  const dot = domain.indexOf('.');
  return dot === -1 ? '' : domain.slice(dot + 1);
};

/** '' for what is no address. */
function comparable(address: string): string {
  const domain = domainOf(address);
  if (domain === '') return '';
  const localPart = address.slice(0, address.lastIndexOf('@')).trim();
  return `${localPart.normalize('NFC').toLowerCase()}@${domain}`;
}
