import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database.ts';
import type { AcceptMail } from './accept-mail.ts';
import { readImapAddress } from './imap-address.ts';
import { type ImapConnection, type ImapTimeouts, openImapConnection } from './imap-connection.ts';
import {
  advanceImapProgress,
  type ImapProgress,
  readImapProgress,
  resetImapProgress,
} from './imap-progress.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Providers lock accounts that sign in wrongly too often. */
const REFUSED_SIGN_IN_RETRY_MS = 5 * 60_000;
/** Finds out that a connection is dead or the folder replaced, and what a server forgot to tell. */
const LOOK_AGAIN_MS = 2 * 60_000;
/** A message that ended the connection so often is left to people. */
const MOST_TRIES = 5;
const DAY_MS = 86_400_000;
/** How far back a folder that was set up anew is read again. */
const READ_AGAIN_DAYS = 7;

const defaultTimeouts: ImapTimeouts = {
  connectMs: 20_000,
  commandMs: 60_000,
  messageMs: 5 * 60_000,
};

export interface ImapDoor {
  /** Begins to fetch, in the background. A mailbox that cannot be reached is tried again for ever. */
  start(): void;
  /** Whether the folder is open just now. */
  isConnected(): boolean;
  /** Lets a message that is being stored be finished, then hangs up. May be called twice. */
  close(): Promise<void>;
}

export interface ImapDoorOptions {
  /** imaps://user:password@host:port/folder */
  url: string;
  accept: AcceptMail;
  database: Database;
  log: Logger;
  clock: () => Date;
  timeouts?: Partial<ImapTimeouts>;
  firstRetryMs?: number;
  lookAgainMs?: number;
}

/**
 * Fetches the mail of one folder, and new mail when the server tells of it. A message is marked
 * read, and counted as fetched, only after it was committed: after a crash in between it is fetched
 * again and found to be the same. One that is refused or too large stays unread and is passed by.
 *
 * The first time only unread messages are taken: what people have read is dealt with. When the
 * folder was set up anew (UIDVALIDITY changed) the unread ones and those of the last days are.
 * Throws for an address that is none.
 */
export function createImapDoor(options: ImapDoorOptions): ImapDoor {
  const { accept, database, log, clock } = options;
  const address = readImapAddress(options.url);
  const mailbox = address.name;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const firstRetryMs = options.firstRetryMs ?? FIRST_RETRY_MS;
  const lookAgainMs = options.lookAgainMs ?? LOOK_AGAIN_MS;
  const closing = new AbortController();
  const hangUp = new AbortController();
  let isStoring = false;
  let isConnected = false;
  let running: Promise<void> | undefined;
  /** The message whose fetching failed last. */
  let stuck = { uid: 0, tries: 0 };

  async function keepFetching(): Promise<void> {
    let retryMs = firstRetryMs;
    while (!closing.signal.aborted) {
      let waitMs = retryMs;
      let connection: ImapConnection | undefined;
      try {
        connection = await openImapConnection(address, { timeouts, signal: hangUp.signal });
        isConnected = true;
        log.info({ mailbox }, 'Mail is fetched from this mailbox');
        await ensureProgress(connection);
        for (;;) {
          await fetchNew(connection);
          retryMs = firstRetryMs;
          waitMs = retryMs;
          closing.signal.throwIfAborted();
          if (await connection.waitForMail(lookAgainMs)) continue;
          await connection.reopen();
          await ensureProgress(connection);
        }
      } catch (error) {
        if (closing.signal.aborted) return;
        const reason = describeImapError(error);
        if (reason.isSignInRefused) waitMs = Math.max(waitMs, REFUSED_SIGN_IN_RETRY_MS);
        log.warn({ mailbox, ...reason, waitMs }, 'The mailbox could not be read, trying again');
      } finally {
        isConnected = false;
        connection?.close();
      }
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      await delay(waitMs, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  /** Reads the folder from its start when what is known of it does not fit what it is now. */
  async function ensureProgress(connection: ImapConnection): Promise<void> {
    const progress = await readImapProgress(database, mailbox);
    const { uidValidity, uidNext } = connection;
    // A folder that came back from a copy may keep its UIDVALIDITY and give UIDs out again.
    const isKnown = progress?.uidValidity === uidValidity && progress.lastUid < uidNext;
    if (!isKnown) await fetchFromTheStart(connection, progress);
  }

  async function fetchNew(connection: ImapConnection): Promise<void> {
    const { uidValidity } = connection;
    const { lastUid = 0 } = (await readImapProgress(database, mailbox)) ?? {};
    const found = await connection.search({ uid: `${lastUid + 1}:*` });
    // "n:*" always names the last message, also one below n.
    for (const uid of found.filter((uid) => uid > lastUid)) {
      await take(connection, uid);
      await advanceImapProgress(database, mailbox, {
        uidValidity,
        lastUid: uid,
        updatedAt: clock(),
      });
    }
  }

  /** Progress is kept only once this is through: a folder half read would look like a known one. */
  async function fetchFromTheStart(
    connection: ImapConnection,
    before: ImapProgress | undefined,
  ): Promise<void> {
    const { uidValidity } = connection;
    const lastUid = (await connection.search({ all: true })).at(-1) ?? 0;
    const unread = { seen: false };
    const wanted = await connection.search(
      before === undefined ? unread : { or: [unread, { since: readAgainSince(before) }] },
    );
    const uids = wanted.filter((uid) => uid <= lastUid);
    log.info({ mailbox, messages: uids.length }, 'The mailbox is read from its start');
    for (const uid of uids) await take(connection, uid);
    await resetImapProgress(database, mailbox, { uidValidity, lastUid, updatedAt: clock() });
  }

  /** Returns when the message is committed, or is one that will never be. */
  async function take(connection: ImapConnection, uid: number): Promise<void> {
    closing.signal.throwIfAborted();
    const raw = await fetchMessage(connection, uid);
    if (raw === undefined) return;
    closing.signal.throwIfAborted();
    isStoring = true;
    try {
      const outcome = await accept({ raw, mailbox, source: 'imap' });
      if (outcome.kind === 'refused') {
        log.info({ mailbox, uid, code: outcome.code }, 'A message stays in the mailbox, refused');
      } else if (connection.canMark) {
        await connection.markSeen(uid);
      }
    } finally {
      isStoring = false;
      if (closing.signal.aborted) hangUp.abort();
    }
  }

  /** Undefined: gone, too large, or not to be had. */
  async function fetchMessage(connection: ImapConnection, uid: number) {
    if (stuck.uid === uid && stuck.tries >= MOST_TRIES) {
      log.error({ mailbox, uid }, 'A message cannot be fetched and stays in the mailbox');
      return undefined;
    }
    try {
      const sizeBytes = await connection.sizeOf(uid);
      if (sizeBytes === undefined) return undefined;
      // What the server says of the size may be wrong; what is too large after all is refused later.
      if (sizeBytes > MAX_MESSAGE_BYTES) {
        log.info({ mailbox, uid, sizeBytes }, 'A message stays in the mailbox, too large');
        return undefined;
      }
      return await connection.read(uid);
    } catch (error) {
      stuck = { uid, tries: stuck.uid === uid ? stuck.tries + 1 : 1 };
      throw error;
    }
  }

  return {
    start: () => {
      running ??= keepFetching();
    },
    isConnected: () => isConnected,
    close: async () => {
      closing.abort();
      if (!isStoring) hangUp.abort();
      await running;
    },
  };
}

const readAgainSince = ({ updatedAt }: ImapProgress): Date =>
  new Date(updatedAt.getTime() - READ_AGAIN_DAYS * DAY_MS);

/** Without its text: servers and libraries repeat commands and addresses in it. */
function describeImapError(error: unknown): {
  code: string | undefined;
  isSignInRefused: boolean;
} {
  const { code, authenticationFailed, responseStatus, name } = error as {
    code?: string;
    authenticationFailed?: boolean;
    responseStatus?: string;
    name?: string;
  };
  return {
    code: code ?? responseStatus ?? name,
    isSignInRefused: authenticationFailed === true,
  };
}
