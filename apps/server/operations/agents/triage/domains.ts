import { getDomain } from 'tldts';
import type { MailAddress } from '../../mail/email.ts';
import type { AgentSettings } from '../agent.ts';
import { remember } from '../text/remember.ts';

/** Mailboxes anybody can open: their domain says nothing about an organisation. */
const publicMailDomains = new Set(
  'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com aol.com hotmail.com outlook.com live.com msn.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de mail.com zoho.com fastmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net optonline.net optimum.net cox.net charter.net earthlink.net yahoo.co.uk hotmail.co.uk btinternet.com duck.com hey.com'.split(
    ' ',
  ),
);

/** The part behind the last '@', lower case; '' when there is none. */
export function hostOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .slice(0, 253);
}

/** 'mail.example.co.uk' and 'example.co.uk' are one organisation: 'example.co.uk'. */
export function registrableDomain(address: string): string {
  return domainOf(hostOf(address));
}

const domainOf = remember((host): string => getDomain(host, { allowPrivateDomains: true }) ?? host);

export function isPublicMailDomain(domain: string): boolean {
  return publicMailDomains.has(domain);
}

/** Whether an address is the business's own, by the settings. */
export function isOwn(
  { address }: Pick<MailAddress, 'address'>,
  settings: Pick<AgentSettings, 'ownDomains' | 'ownAddresses'>,
): boolean {
  if (address === '') return false;
  if (settings.ownAddresses.includes(address)) return true;
  const host = hostOf(address);
  return settings.ownDomains.some((own) => host === own || host.endsWith(`.${own}`));
}
