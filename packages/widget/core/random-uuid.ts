/**
 * A random UUID (version 4). Not by `crypto.randomUUID`, which exists only on https and localhost:
 * a page may be opened from a phone by the machine's address in the local network.
 */
export const randomUuid = (): string => {
  const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
  const hex = bytes.map((byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
