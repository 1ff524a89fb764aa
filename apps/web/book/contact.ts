import type { BookingContact, NewBooking } from '@deskbell/protocol';
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

/** Whose booking this form makes, as it says to the person; the server's to say while it is unknown. */
export const bookedAs = ({ kind }: Session): Pick<NewBooking, 'as'> =>
  kind === 'unknown' ? {} : { as: kind === 'signed_in' ? 'customer' : 'guest' };
