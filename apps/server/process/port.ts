import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { StartError } from './start-error.ts';

export interface Address {
  host: string;
  port: number;
}

/** The variables an address comes from, for sentences about it. */
export interface AddressNames {
  host: string;
  port: string;
}

const serverNames: AddressNames = { host: 'HOST', port: 'PORT' };
export const smtpNames: AddressNames = { host: 'SMTP_HOST', port: 'SMTP_PORT' };

/** Where mail is received by SMTP; undefined: nowhere. */
export function smtpAddressOf({
  smtpHost,
  smtpPort,
}: Pick<Config, 'smtpHost' | 'smtpPort'>): Address | undefined {
  return smtpPort === undefined ? undefined : { host: smtpHost, port: smtpPort };
}

/** Throws `StartError` when nobody can listen there now. Somebody else still may a moment later. */
export async function checkAddress(
  { host, port }: Address,
  names: AddressNames = serverNames,
): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw describeListenFailure(error, { host, port }, names);
  }
  server.close();
  await once(server, 'close');
}

/** The sentence for a failed listen; anything else comes back as it is. */
export function describeListenFailure(
  error: unknown,
  { host, port }: Address,
  names: AddressNames = serverNames,
): unknown {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already taken, perhaps by another Deskbell; stop that, or set another port, such as ${names.port}=${port === 65_535 ? port - 1 : port + 1}.`,
    EACCES: `Port ${port} is open only to root here; set a ${names.port} above 1023.`,
    EADDRNOTAVAIL: `${names.host} is ${host}, which is not an address of this machine.`,
    ENOTFOUND: `${names.host} is ${host}, which is not an address of this machine.`,
  };
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ''];
  return sentence === undefined ? error : new StartError(sentence, { cause: error });
}
