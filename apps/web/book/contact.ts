import type { BookingContact } from '@deskbell/protocol';
import type { Session } from '../account/session.ts';
import type { Draft } from './draft.ts';

/** Whom the booking is for: the account's name and address, where somebody is signed in. */
export const contactOf = ({ contact }: Draft, session: Session): BookingContact => {
  const account = session.kind === 'signed_in' ? session : { name: '', email: '' };
  const pick = (own: string, typed: string | undefined) => own || (typed ?? '').trim();
  return {
    name: pick(account.name, contact.name),
    email: pick(account.email, contact.email),
    phone: (contact.phone ?? '').trim(),
  };
};
