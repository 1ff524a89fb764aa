import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

export interface Address {
  host: string;
  port: number;
}

/** Throws `StartError` when nobody can listen there now. Somebody else still may a moment later. */
export async function checkAddress({ host, port }: Address): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw describeListenFailure(error, { host, port });
  }
  server.close();
  await once(server, 'close');
}

/** The sentence for a failed listen; anything else comes back as it is. */
export function describeListenFailure(error: unknown, { host, port }: Address): unknown {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already taken, perhaps by another Deskbell; stop that, or set another port, such as PORT=${port === 65_535 ? port - 1 : port + 1}.`,
    EACCES: `Port ${port} is open only to root here; set a PORT above 1023.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine.`,
    ENOTFOUND: `HOST is ${host}, which is not an address of this machine.`,
  };
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ''];
  return sentence === undefined ? error : new StartError(sentence, { cause: error });
}
