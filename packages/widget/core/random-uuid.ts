/**
 * A random UUID (version 4). Not by `crypto.randomUUID`, which exists only on https and localhost:
 * a page may be opened from a phone by the machine's address in the local network.
 */
export const randomUuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // One digit each for the version and the variant.
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
};
