import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { findFreePort } from './server-process.ts';

const DOVECOT = '/usr/sbin/dovecot';
/** Debian's account without rights, in whose name mail is kept. */
const NOBODY = 65_534;
const USER = 'desk@hotel.example';
const PASSWORD = 'a/b@c%41#d?';

/** Why there can be no Dovecot here; undefined when there can. */
export function whyNoDovecot(): string | undefined {
  if (!existsSync(DOVECOT)) return 'Dovecot (dovecot-imapd) is not installed';
  if (process.getuid?.() !== 0) return 'Dovecot can be started by root only';
  return undefined;
}

/** A Dovecot of its own on a free port, with one empty account. */
export interface Dovecot {
  /** imap://user:password@host:port/folder */
  url(folder?: string): string;
  /** Another client of the same account. Logged out with its owner. */
  client(): Promise<ImapFlow>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What it wrote into its log so far. */
  log(): Promise<string>;
}

/** Started; stopped and removed with its owner. */
export async function startDovecot(owner: {
  after(cleanUp: () => Promise<void>): void;
}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-dovecot-'));
  await chmod(folder, 0o755);
  const mail = join(folder, 'mail');
  await mkdir(mail);
  await chown(mail, NOBODY, NOBODY);
  const port = Number(await findFreePort());
  const configuration = join(folder, 'dovecot.conf');
  await writeFile(configuration, settings({ folder, port }));
  await writeFile(join(folder, 'accounts'), `${USER}:${PASSWORD}\n`);
  let server: ChildProcess | undefined;
  const clients: ImapFlow[] = [];

  async function start(): Promise<void> {
    server = spawn(DOVECOT, ['-F', '-c', configuration], {
      stdio: 'ignore',
      detached: true,
    });
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error(`Dovecot ended: ${await log()}`);
    }
  }

  async function stop(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGTERM');
    await exited;
    // Its sessions outlive it, as they do when only the master process is restarted.
    try {
      process.kill(-(server.pid ?? 0), 'SIGKILL');
    } catch {
      // There was none.
    }
  }

  const log = async (): Promise<string> =>
    await readFile(join(folder, 'log'), 'utf8').catch(() => '');

  owner.after(async () => {
    for (const client of clients) client.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  await start();
  return {
    url: (name = '') =>
      `imap://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${encodeURIComponent(name)}`,
    client: async () => {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        auth: { user: USER, pass: PASSWORD },
        logger: false,
        disableAutoIdle: true,
      });
      client.on('error', () => {});
      clients.push(client);
      await client.connect();
      return client;
    },
    start,
    stop,
    log,
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const settings = ({ folder, port }: { folder: string; port: number }): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail
mail_max_userip_connections = 100
maildir_stat_dirs = yes
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/accounts
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
