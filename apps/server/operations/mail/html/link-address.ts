import { cleanLine } from '../clean-text.ts';

const MAX_ADDRESS = 300;

/**
 * The address to put after a link's text: '' when the text says it already, when there is no text
 * (a picture), or when it leads nowhere outside the mail.
 */
export function addressOfLink(href: string, text: string): string {
  const address = cleanLine(href, MAX_ADDRESS + 1).replace(/[<> ]/g, '');
  const said = bare(cleanLine(text, 600));
  if (said === '' || !/^(?:https?|mailto|tel|ftp):/i.test(address)) return '';
  const named = bare(address.replace(/^(mailto:[^?]*).*$/i, '$1'));
  if (named === '' || said.includes(named)) return '';
  const isPhone = /^tel:/i.test(address);
  if (isPhone && digits(said).endsWith(digits(named).slice(-7))) return '';
  const shown = address.replace(/^mailto:([^?]*).*$/i, '$1').replace(/^tel:/i, '');
  return shown.length > MAX_ADDRESS ? `${shown.slice(0, MAX_ADDRESS)}…` : shown;
}

const digits = (text: string): string => text.replace(/\D/g, '');

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:|ftp:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
