import type { Config } from '../config.ts';
import { isLocalName } from '../platform/sign-in/staff-access.ts';

/**
 * Whether the back office needs no sign-in for requests from this machine: in development, on a
 * loopback address, under a local name. Behind a proxy PUBLIC_URL is another, and it is closed.
 */
export function isOpenToThisMachine({
  isProduction,
  host,
  publicUrl,
}: Pick<Config, 'isProduction' | 'host' | 'publicUrl'>): boolean {
  if (isProduction) return false;
  return isLocalName(host) && isLocalName(new URL(publicUrl).hostname);
}
