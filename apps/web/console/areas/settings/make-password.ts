/** Without characters that are taken for one another when they are read out or copied by hand. */
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** 20 characters from the browser's own source of randomness, each as likely as any other. */
export function makePassword(
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(64);
  const evenUpTo = 256 - (256 % CHARACTERS.length);
  let password = '';
  while (password.length < LENGTH) {
    fill(bytes);
    for (const byte of bytes) {
      // The last, incomplete round would make its characters more likely.
      if (byte < evenUpTo) password += CHARACTERS.charAt(byte % CHARACTERS.length);
    }
  }
  return password.slice(0, LENGTH);
}
