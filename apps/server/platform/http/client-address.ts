import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** Where a request came from when its socket has no address (a Unix socket, a closed one). */
const NO_ADDRESS = 'local';

/** `::ffff:192.0.2.1` and `192.0.2.1` are the same client; anything that is no address is null. */
const parseAddress = (text: string): Address | null =>
  // Checked first because ipaddr.js also reads forms such as "1" or "0x7f.1" as addresses.
  isIP(text) === 0 ? null : ipaddr.process(text);

/** Some proxies write the client's port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (entry: string): string =>
  entry.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/^\[([^\]]+)\](?::\d+)?$/, '$1');

const parseRange = (text: string): Range => {
  const [addressText = '', bitsText] = text.split('/');
  const address = parseAddress(addressText);
  const isWritable = address !== null && (bitsText === undefined || /^\d{1,3}$/.test(bitsText));
  const bits = bitsText === undefined ? (address?.toByteArray().length ?? 0) * 8 : Number(bitsText);
  if (!isWritable || bits > address.toByteArray().length * 8) {
    throw new Error(`TRUSTED_PROXIES: "${text}" is neither an address nor a CIDR range.`);
  }
  return [address, bits];
};

const isWithin = (address: Address, ranges: readonly Range[]): boolean =>
  ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits));

/**
 * Finds the client's address: the socket's, or, only when that is a trusted proxy, the first
 * untrusted entry of X-Forwarded-For from the right. Entries further left are the client's own
 * claim and are never read. An entry that is no address ends the walk at the last proxy that
 * could be trusted. Throws when `trustedProxies` (addresses or CIDR ranges) has a bad entry.
 */
export function createClientAddress(
  trustedProxies: readonly string[],
): (request: FastifyRequest) => string {
  const ranges = trustedProxies.map(parseRange);
  return (request) => {
    const socketAddress = request.raw.socket.remoteAddress;
    let client = socketAddress === undefined ? null : parseAddress(socketAddress);
    if (client === null) return NO_ADDRESS;
    if (!isWithin(client, ranges)) return client.toString();
    const header = request.headers['x-forwarded-for'] ?? '';
    const entries = (Array.isArray(header) ? header.join(',') : header).split(',');
    for (const entry of entries.reverse()) {
      const hop = parseAddress(withoutPort(entry.trim()));
      if (hop === null) break;
      client = hop;
      if (!isWithin(hop, ranges)) break;
    }
    return client.toString();
  };
}

/**
 * The key limits count by: one IPv4 address, or one IPv6 /64, because a single household or
 * server is given a whole /64 and could otherwise change its address with every request.
 */
export function addressKey(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === null || parsed.kind() === 'ipv4') return address;
  const network = ipaddr.IPv6.networkAddressFromCIDR(
    `${parsed.toNormalizedString().replace(/%.*$/, '')}/64`,
  );
  return `${network.toString()}/64`;
}
