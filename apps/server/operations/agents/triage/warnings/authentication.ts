import type { Email } from '../../../mail/email.ts';
import { header } from '../mail-structure.ts';
import { type Warning, warning } from './warning.ts';

/**
 * The receiving server wrote down that the sender could not be confirmed. Read is only the topmost
 * Authentication-Results field, the one added last and nearest to us; a sender can forge one where
 * our side adds none, so "fail" is believed and "pass" never makes a mail more trusted (RFC 8601,
 * section 7.1). DMARC that failed for a domain whose policy is "none" is let go when SPF or DKIM
 * passed: small senders are often set up like that.
 */
export function warnOfAuthentication(email: Pick<Email, 'envelope'>, isOwn: boolean): Warning[] {
  const field = header(email, 'authentication-results');
  const dmarc = result(field, 'dmarc');
  const spf = result(field, 'spf');
  const dkim = result(field, 'dkim');
  const isLenient = !isOwn && /\bp=none\b/.test(field) && (spf === 'pass' || dkim === 'pass');
  const isDmarcFailure = dmarc === 'fail' && !isLenient;
  const isBothFailure =
    dmarc !== 'pass' &&
    (spf === 'fail' || spf === 'softfail') &&
    dkim !== 'pass' &&
    (dkim === 'fail' || spf === 'fail');
  if (!isDmarcFailure && !isBothFailure) return [];
  return [
    warning(
      'failed_authentication',
      "The receiving mail server could not confirm that the mail comes from its sender's domain.",
      field,
    ),
  ];
}

function result(field: string, method: 'dmarc' | 'spf' | 'dkim'): string | null {
  const found = [...field.matchAll(new RegExp(`\\b${method}=([a-z]{2,12})\\b`, 'g'))].map(
    ([, value]) => value ?? '',
  );
  if (found.length === 0) return null;
  return found.includes('pass') ? 'pass' : (found[0] ?? null);
}
