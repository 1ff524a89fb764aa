import type { AgentResults } from '../agents/agent.ts';
import type { Invoice } from '../agents/findings.ts';
import { isPublicMailDomain, registrableDomain } from '../agents/triage/domains.ts';
import type { Email } from '../mail/email.ts';

/** Which vendor a mail is from, or its invoice. */
export interface VendorIdentity {
  /** Registrable domain; at a public mail provider the whole address; 'name:' and a folded name. */
  key: string;
  /** For people. */
  name: string;
}

/** Those who send other companies' invoices: their domain says nothing about the vendor. */
const billingServices = new Set(
  'intuit.com quickbooks.com bill.com stripe.com paypal.com squareup.com square.com xero.com freshbooks.com waveapps.com invoicely.com zohoinvoice.com melio.com docusign.net'.split(
    ' ',
  ),
);

/** Warnings under which a mail may not be from whom it says, or serve somebody else. */
const untrusted = new Set([
  'changed_bank_details',
  'reply_to_mismatch',
  'lookalike_domain',
  'instructions_to_software',
  'failed_authentication',
]);

const legalForm = new Set(
  'inc incorporated llc ltd limited corp corporation co company gmbh ag plc lp llp sa bv the'.split(
    ' ',
  ),
);

/**
 * The vendor a mail is about: its sender when triage sees a vendor or came to no result and there is
 * an invoice; whoever the invoice names when staff forward it or a billing service sends it. Null for
 * all other mail, and for mail that may be forged: nothing of that is remembered about anyone.
 */
export function vendorOf({
  email,
  results,
}: {
  email: Pick<Email, 'envelope'>;
  results: AgentResults;
}): VendorIdentity | null {
  const triage = results.triage?.findings;
  const invoice = results.vision?.findings.invoice_data ?? null;
  if (triage === undefined) return invoice === null ? null : senderVendor(email, invoice);
  if (isUntrusted(triage)) return null;
  const isForSomebodyElse =
    triage.category === 'staff' || isBillingService(email.envelope.from.address);
  if (isForSomebodyElse) return invoice === null ? null : namedVendor(invoice);
  return triage.category === 'vendor' ? senderVendor(email, invoice) : null;
}

/** Whether a mail's words must not count for or against the one it claims to be from. */
export function isUntrusted(triage: {
  type: string;
  warnings: readonly { kind: string }[];
}): boolean {
  return triage.type === 'phishing' || triage.warnings.some(({ kind }) => untrusted.has(kind));
}

/** The vendor behind a sender's address; null without one, and behind a billing service. */
export function senderVendor(
  { envelope }: Pick<Email, 'envelope'>,
  invoice: Pick<Invoice, 'vendor'> | null,
): VendorIdentity | null {
  const { address, name } = envelope.from;
  const key = senderKey(address);
  if (key === null) return null;
  return { key, name: shortName(invoice?.vendor ?? '') || shortName(name) || key };
}

/** What mails of one sender have in common; null without an address or behind a billing service. */
export function senderKey(address: string): string | null {
  const domain = registrableDomain(address);
  if (!address.includes('@') || domain === '' || billingServices.has(domain)) return null;
  return isPublicMailDomain(domain) ? address.toLowerCase() : domain;
}

function isBillingService(address: string): boolean {
  return billingServices.has(registrableDomain(address));
}

/** A vendor known by the name on its invoice only; null when that has no letters or digits. */
export function namedVendor({ vendor }: Pick<Invoice, 'vendor'>): VendorIdentity | null {
  const folded = foldName(vendor ?? '');
  return folded === '' ? null : { key: `name:${folded}`, name: shortName(vendor ?? '') };
}

/** 'The Ácme Co., Ltd.' and 'ACME' are one: 'acme'. */
export function foldName(name: string): string {
  const words = shortName(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !legalForm.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

function shortName(name: string): string {
  return name
    .slice(0, 200)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
