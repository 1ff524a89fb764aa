import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';

/** What may stand in a domain name, before international names are put into ASCII. */
const DOMAIN = /^[\p{L}\p{M}\p{N}._-]{1,253}$/u;

/** A domain in lower-case ASCII, without a dot at its end; '' for what is none. */
export function asciiDomain(domain: string): string {
  const name = domain.trim().replace(/\.$/, '');
  return DOMAIN.test(name) ? domainToASCII(name) : '';
}

/** The part behind an address's last @, in ASCII; '' when there is none. */
export function domainOf(address: string): string {
  return asciiDomain(address.slice(address.lastIndexOf('@') + 1 || address.length));
}

/**
 * The domain someone registered ('mail.example.co.uk' gives 'example.co.uk'), '' when there is none.
 * Names under which a provider lets customers register ('someone.github.io') are told apart.
 */
export function registrableDomain(address: string): string {
  return getDomain(domainOf(address), { allowPrivateDomains: true }) ?? '';
}
