import { type Email, textOf } from '../../mail/email.ts';
import type { AgentSettings } from '../agent.ts';
import { isOwn, isPublicMailDomain, registrableDomain } from './domains.ts';
import { type SenderSign, signOf } from './sender-signs.ts';

/** What the header says about a mail before a word of it is read. */
export interface MailStructure {
  isOwn: boolean;
  isPublicMailbox: boolean;
  /** Nobody reads what is answered to this address. */
  isNoReply: boolean;
  /** What a machine sends in answer to mail, or to a whole list; null for all other mail. */
  machineKind: 'bounce' | 'auto_reply' | 'newsletter' | null;
  /** Sent by software, of whatever kind. */
  isAutomatic: boolean;
  sign: SenderSign;
  /** The sender's mailbox is named after what vendors do: 'billing', 'claims'. */
  vendorMailbox: string | null;
  /** A form on the business's own site, or of a service that runs such forms. */
  isForm: boolean;
  reasons: string[];
}

const noReply =
  /^(?:no|do-?not|donot|never)[-_.]?(?:reply|respond)|noreply|^(?:notifications?|notify|alerts?|automated|system|daemon|robot|monitoring)$/;
const daemon = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)$/;
const vendorRoles =
  /^(?:billing|invoices?|invoicing|accounts?|accounting|accountsreceivable|accounts[-_.]receivable|ar|receivables?|collections?|remittance|orders?|sales|dispatch|claims?|leasing|policy|underwriting|shipping|logistics|service|permits?|inspections?|rentals?|fleet|renewals?|statements?)$/;
const formMailbox =
  /^(?:no-?reply|noreply|forms?|form-?submissions?|web|website|webform|wordpress|contact|contact-?form|bookings?|orders?|notifications?)$/;
/** Services that send a site's forms and bookings on, with the visitor's address as Reply-To. */
const formServices = new Set(
  'squarespace.info squarespace.com wix.com wixforms.com jotform.com typeform.com formspree.io wufoo.com google.com calendly.com thumbtack.com yelp.com shopify.com webflow.com hubspot.com formstack.com'.split(
    ' ',
  ),
);
const autoReplySubject =
  /^(?:auto(?:matic)?[- ]?(?:reply|response)|autoreply|auto:|out of (?:the )?office|ooo:|away from (?:my )?(?:desk|mail)|vacation (?:reply|response))/i;
const bounceSubject =
  /^(?:undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|incomplete)|mail delivery (?:failed|failure|subsystem)|returned mail|failure notice|message not delivered)/i;

const leavable =
  /\bunsubscribe\b|\bopt[- ]out of\b|\bmanage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)\b|\bview (?:this e-?mail |it )?in (?:your |a )?(?:web )?browser\b|\b(?:be removed|remove yourself|remove me) from (?:this|our|the|future) (?:mailing|list|mailings)/i;

export function readStructure(email: Email, settings: AgentSettings): MailStructure {
  const { envelope } = email;
  const { address } = envelope.from;
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')));
  const domain = registrableDomain(address);
  const own = isOwn(envelope.from, settings);
  const reasons: string[] = [];
  const machineKind = readMachineKind(email, local, reasons);
  const isNoReply = noReply.test(local);
  const isAutomatic =
    machineKind !== null ||
    isNoReply ||
    /^auto-/.test(header(email, 'auto-submitted')) ||
    header(email, 'feedback-id') !== '';
  if (own) reasons.push("The sender's address is the business's own.");
  else if (isNoReply) reasons.push('The sender takes no answers.');
  return {
    isOwn: own,
    isPublicMailbox: isPublicMailDomain(domain),
    isNoReply,
    machineKind,
    isAutomatic,
    sign: signOf(envelope.from),
    vendorMailbox: vendorRoles.test(local) ? local : null,
    isForm:
      envelope.replyTo !== null &&
      !isOwn(envelope.replyTo, settings) &&
      ((own && formMailbox.test(local)) || formServices.has(domain)),
    reasons,
  };
}

function readMachineKind(
  email: Email,
  local: string,
  reasons: string[],
): MailStructure['machineKind'] {
  const { subject } = email.envelope;
  const autoSubmitted = header(email, 'auto-submitted');
  const returnPath = header(email, 'return-path');
  if (
    header(email, 'content-type').includes('report-type=delivery-status') ||
    header(email, 'content-type').includes('report-type="delivery-status"') ||
    header(email, 'x-failed-recipients') !== '' ||
    daemon.test(local) ||
    (bounceSubject.test(subject) && (returnPath === '<>' || autoSubmitted !== ''))
  ) {
    reasons.push('A mail system reports that a message could not be delivered.');
    return 'bounce';
  }
  if (
    autoSubmitted.startsWith('auto-replied') ||
    header(email, 'x-autoreply') !== '' ||
    header(email, 'x-autorespond') !== '' ||
    header(email, 'precedence') === 'auto_reply' ||
    autoReplySubject.test(subject.trim())
  ) {
    reasons.push('It answers by itself: an automatic reply.');
    return 'auto_reply';
  }
  const precedence = header(email, 'precedence');
  if (
    header(email, 'list-id') !== '' ||
    header(email, 'list-post') !== '' ||
    precedence === 'bulk' ||
    precedence === 'list' ||
    header(email, 'list-unsubscribe') !== ''
  ) {
    return 'newsletter';
  }
  // Advertisers who leave the header fields out must still offer a way to stop.
  const isAnswer = email.envelope.inReplyTo !== null;
  if (!isAnswer && leavable.test(textOf(email, ['new', 'signature', 'footer']).slice(-4_000))) {
    return 'newsletter';
  }
  return null;
}

/** The first field of that name, which the server nearest to us added; lower case, '' if missing. */
export function header({ envelope }: Pick<Email, 'envelope'>, name: string): string {
  return (envelope.headers[name]?.[0] ?? '').slice(0, 2_000).trim().toLowerCase();
}
