import { plainText } from './quote-text.ts';

interface Sender {
  sender: string;
  sender_name?: string;
}

/** A name as its sender wrote it; the address when there is none. */
export const senderOf = ({ sender, sender_name }: Sender): string => {
  const name = plainText(sender_name ?? '', 60);
  return name === '' ? plainText(sender, 80) || 'an unknown sender' : name;
};

/** A name with its address; only the address when there is no name. */
export const fullSender = (email: Sender): string => {
  const name = senderOf(email);
  const address = plainText(email.sender, 80);
  return name === address || address === '' ? name : `${name} (${address})`;
};

/** A name that poses as an address, or hides one behind brackets. */
const isOddName = (name: string): boolean =>
  /[@()[\]{}<>]|[\p{L}\p{N}]\.\p{L}{2,}/u.test(name.slice(0, 200));

/** In a list the address stands beside the name where the name may deceive. */
export const listedSender = (email: Sender & { risk: string | null }): string =>
  email.risk === 'high' || email.risk === 'critical' || isOddName(email.sender_name ?? '')
    ? fullSender(email)
    : senderOf(email);
