import { ImapFlow, type SearchObject } from 'imapflow';
import type { ImapAddress } from './imap-address.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';

/** A mailbox that could not be used as expected. Its text is for the log and holds no secret. */
export class ImapError extends Error {
  override readonly name = 'ImapError';
  readonly code: 'time_limit' | 'not_selected' | 'search_failed';

  constructor(code: ImapError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface ImapTimeouts {
  connectMs: number;
  /** For any command but a message's content. */
  commandMs: number;
  messageMs: number;
}

export interface ImapMessage {
  uid: number;
  sizeBytes: number;
}

/** One connection with the folder open. Everything rejects when it is lost or takes too long. */
export interface ImapConnection {
  uidValidity: number;
  /** Above every UID the folder had when it was opened; as large as can be when not told. */
  uidNext: number;
  canMark: boolean;
  /** Ascending UIDs. */
  search(query: SearchObject): Promise<number[]>;
  /** Undefined: it is not in the folder any more. */
  sizeOf(uid: number): Promise<number | undefined>;
  /** The message as it is, at most one byte more than a message may have. It stays unread. */
  read(uid: number): Promise<Buffer | undefined>;
  markSeen(uid: number): Promise<void>;
  /** True when the server tells of new mail, false when it told nothing for `atMostMs`. */
  waitForMail(atMostMs: number): Promise<boolean>;
  /** Opens the folder again: a session can go on with one that was replaced long ago. */
  reopen(): Promise<void>;
  /** At once, without a word to the server: what was under way rejects. May be called twice. */
  close(): void;
}

/** Signs in and opens the folder. Rejects within the time limits, however silent the server is. */
export async function openImapConnection(
  address: ImapAddress,
  { timeouts, signal }: { timeouts: ImapTimeouts; signal: AbortSignal },
): Promise<ImapConnection> {
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.isEncrypted,
    auth: { user: address.user, pass: address.password },
    // The library's log holds addresses and subjects.
    logger: false,
    disableAutoIdle: true,
    disableIMAP4rev2: true,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    maxLiteralSize: MAX_MESSAGE_BYTES + 1024,
    maxLineLength: 1024 * 1024 * 8,
    maxResponseSize: MAX_MESSAGE_BYTES + 1024 * 1024 * 16,
  });
  let wake = () => {};
  let hasNews = false;
  const close = () => client.close();
  client.on('error', close);
  client.on('close', () => wake());
  client.on('exists', () => {
    hasNews = true;
    wake();
  });

  /** Ends the connection when the answer does not come: a command cannot be taken back. */
  async function within<Result>(timeoutMs: number, command: Promise<Result>): Promise<Result> {
    const late = new ImapError('time_limit', 'The mail server did not answer in time.');
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(late);
        close();
      }, timeoutMs);
    });
    command.catch(() => {});
    try {
      return await Promise.race([command, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The library answers "nothing" rather than fail when there is no folder open any more. */
  function ensureSelected(): void {
    if (client.mailbox === false) {
      throw new ImapError('not_selected', 'The connection to the mailbox was lost.');
    }
  }

  async function fetchOne(uid: number, query: object, timeoutMs: number) {
    ensureSelected();
    const range = String(uid);
    const found = await within(timeoutMs, client.fetchAll(range, query, { uid: true }));
    ensureSelected();
    // Servers also tell of other messages in between.
    return found.filter((message) => message.uid === uid);
  }

  const openFolder = () => within(timeouts.commandMs, client.mailboxOpen(address.folder));

  signal.throwIfAborted();
  signal.addEventListener('abort', close, { once: true });
  client.on('close', () => signal.removeEventListener('abort', close));
  try {
    await within(timeouts.connectMs * 2, client.connect());
    let mailbox = await openFolder();
    return {
      get uidValidity() {
        return Number(mailbox.uidValidity);
      },
      get uidNext() {
        return mailbox.uidNext || Number.MAX_SAFE_INTEGER;
      },
      get canMark() {
        return mailbox.readOnly !== true;
      },
      reopen: async () => {
        mailbox = await openFolder();
      },
      search: async (query) => {
        ensureSelected();
        const uids = await within(timeouts.commandMs, client.search(query, { uid: true }));
        if (!Array.isArray(uids)) {
          throw new ImapError('search_failed', 'The mail server refused to search the mailbox.');
        }
        return uids.sort((a, b) => a - b);
      },
      sizeOf: async (uid) => {
        const query = { uid: true, size: true };
        const found = await fetchOne(uid, query, timeouts.commandMs);
        return found.find(({ size }) => size !== undefined)?.size;
      },
      read: async (uid) => {
        const query = { uid: true, source: { start: 0, maxLength: MAX_MESSAGE_BYTES + 1 } };
        const found = await fetchOne(uid, query, timeouts.messageMs);
        return found.find(({ source }) => source !== undefined)?.source;
      },
      markSeen: async (uid) => {
        ensureSelected();
        const options = { uid: true };
        await within(timeouts.commandMs, client.messageFlagsAdd(String(uid), ['\\Seen'], options));
      },
      waitForMail: async (atMostMs) => {
        ensureSelected();
        let timer: NodeJS.Timeout | undefined;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, atMostMs);
        });
        if (!hasNews) {
          // Ends by itself with the next command. One that is refused leaves the timer.
          client.idle().catch(() => {});
          await woken;
        }
        clearTimeout(timer);
        ensureSelected();
        const isTold = hasNews;
        hasNews = false;
        return isTold;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
