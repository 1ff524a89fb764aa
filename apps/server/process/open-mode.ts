import type { Config } from '../config.ts';
import { isLocalName } from '../platform/sign-in/staff-access.ts';
import { StartError } from './start-error.ts';

/**
 * Whether the back office needs no sign-in for requests from this machine: in development, on a
 * loopback address, under a local name, without ADMIN_EMAIL. Behind a proxy PUBLIC_URL is another,
 * and it is closed; whoever forgets that, but thinks of an administrator, is safe as well.
 */
export function isOpenToThisMachine({
  isProduction,
  host,
  publicUrl,
  firstAdmin,
}: Pick<Config, 'isProduction' | 'host' | 'publicUrl' | 'firstAdmin'>): boolean {
  if (isProduction || firstAdmin !== undefined) return false;
  return isLocalName(host) && isLocalName(new URL(publicUrl).hostname);
}

/**
 * Throws `StartError` for a server that others can reach while nobody could sign in to its back
 * office: it was started without a thought about who may, and is better told than served.
 */
export function refuseWithoutCredentials(
  { host }: Pick<Config, 'host'>,
  { canSignIn }: { canSignIn: boolean },
): void {
  if (canSignIn || isLocalName(host)) return;
  throw new StartError(
    `HOST is ${host}, which others can reach, and nobody can sign in to the back office yet; set ADMIN_EMAIL and ADMIN_PASSWORD to make an administrator, or HOST=127.0.0.1.`,
  );
}
