import { domainToUnicode } from 'node:url';
import type { MailAddress } from '../../../mail/email.ts';
import type { AgentSettings } from '../../agent.ts';
import { remember } from '../../text/remember.ts';
import { hostOf, isOwn, isPublicMailDomain, registrableDomain } from '../domains.ts';
import { type Warning, warning } from './warning.ts';

/**
 * The sender's address, or the name in front of it, passes for another's: for one of the business's
 * own by a similar domain, or for any other address shown in the name.
 */
export function warnOfLookalike(
  from: MailAddress,
  settings: Pick<AgentSettings, 'ownDomains' | 'ownAddresses'>,
  isList: boolean,
): Warning[] {
  if (from.address === '' || isOwn(from, settings)) return [];
  const host = hostOf(from.address);
  const shown = isList ? null : shownElsewhere(from);
  for (const own of imitable(settings)) {
    if (isSimilarDomain(host, own)) {
      return [of(`The sender's domain ${host} looks like ${own}, but is not.`, from.address)];
    }
    if (!isList && namesDomain(from, own)) {
      return [of(`The sender's name shows ${own}, but the mail comes from ${host}.`, from.name)];
    }
  }
  for (const own of settings.ownAddresses) {
    if (isSimilarAddress(from.address, own)) {
      return [of(`The address ${from.address} looks like ${own}, but is not.`, from.address)];
    }
  }
  if (shown !== null) {
    return [of(`The sender's name shows ${shown}, but the mail comes from ${host}.`, from.name)];
  }
  return [];
}

function of(detail: string, quote: string): Warning {
  return warning('lookalike_domain', detail, quote);
}

/** The business's domains, without mailboxes that anybody can open. */
function imitable({
  ownDomains,
  ownAddresses,
}: Pick<AgentSettings, 'ownDomains' | 'ownAddresses'>): string[] {
  const domains = [...ownDomains, ...ownAddresses].map((own) => registrableDomain(own));
  return [...new Set(domains)].filter((domain) => domain !== '' && !isPublicMailDomain(domain));
}

/** Whether a mail's host could be taken for the domain `own`, which it is not. */
export function isSimilarDomain(host: string, own: string): boolean {
  if (host.includes(`${own}.`) || host.includes(`${own.replaceAll('.', '-')}.`)) return true;
  const label = labelOf(host);
  const ownLabel = labelOf(own);
  if (isPublicMailDomain(registrableDomain(host)) || ownLabel.length < 4) return false;
  if (label === ownLabel || skeleton(label) === skeleton(ownLabel)) return true;
  if (ownLabel.length < 5) return false;
  if (label.replaceAll('-', '').includes(ownLabel.replaceAll('-', ''))) return true;
  return isWithin(skeleton(label), skeleton(ownLabel), ownLabel.length >= 8 ? 2 : 1);
}

function isSimilarAddress(address: string, own: string): boolean {
  const [local, ownLocal] = [address, own].map((one) => one.slice(0, one.lastIndexOf('@')));
  if (!local || !ownLocal || ownLocal.length < 6) return false;
  const isShared = isPublicMailDomain(registrableDomain(own));
  if (!isShared || !isPublicMailDomain(registrableDomain(address))) return false;
  return isWithin(skeleton(local), skeleton(ownLocal), ownLocal.length >= 8 ? 2 : 1);
}

/** Whether a display name holds the domain, or from a private mailbox its first label. */
function namesDomain({ name, address }: MailAddress, own: string): boolean {
  const shown = name.slice(0, 300).toLowerCase();
  if (shown.includes(own)) return true;
  const label = labelOf(own);
  return (
    label.length >= 6 &&
    isPublicMailDomain(registrableDomain(address)) &&
    shown.replaceAll(/[\s_.-]/g, '').includes(label)
  );
}

/** An address in the display name that is of another organisation than the sender's. */
function shownElsewhere({ name, address }: MailAddress): string | null {
  for (const part of name
    .slice(0, 300)
    .toLowerCase()
    .split(/[\s<>()"',;:[\]]/)) {
    const at = part.lastIndexOf('@');
    if (at < 1 || !part.includes('.', at)) continue;
    if (registrableDomain(part) !== registrableDomain(address)) return part;
  }
  return null;
}

/** 'example' of 'mail.example.co.uk', with its Punycode read. */
const labelOf = remember((host): string => {
  const domain = registrableDomain(host);
  return (domainToUnicode(domain) || domain).split('.')[0] ?? '';
});

const twins: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  ι: 'i',
  κ: 'k',
  ε: 'e',
  ı: 'i',
  ɡ: 'g',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '8': 'b',
  i: 'l',
};

/** What the eye makes of a label: marks off, characters that look alike made one. */
const skeleton = remember((label): string => {
  const bare = label.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return Array.from(bare, (character) => {
    const twin = twins[character] ?? character;
    return twins[twin] ?? twin;
  })
    .join('')
    .replaceAll('-', '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
});

/** Whether at most `most` letters are missing, added, changed or swapped with their neighbour. */
function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most || one.length > 64 || other.length > 64)
    return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return (last[other.length] ?? most + 1) <= most;
}
