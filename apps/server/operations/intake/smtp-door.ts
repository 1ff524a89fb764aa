import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { describeError } from '../../platform/describe-error.ts';
import type { AcceptMail, AcceptOutcome, RefusedMail } from './accept-mail.ts';
import { createByteCollector } from './byte-collector.ts';
import { MAX_MESSAGE_BYTES, TOO_LARGE } from './message-limit.ts';

const MAILBOX = 'smtp';
const MOST_CLIENTS = 50;
const MOST_RECIPIENTS = 100;
const IDLE_TIMEOUT_MS = 60_000;
const SESSION_TIMEOUT_MS = 10 * 60_000;
/** Of messages that are still coming in, together: some are being sent very slowly. */
const MAX_BYTES_UNDER_WAY = 4 * MAX_MESSAGE_BYTES;

export interface SmtpDoor {
  /** Resolves once it listens; rejects when it cannot, for instance because the port is taken. */
  start(): Promise<void>;
  /** Where it listens, once started. */
  address(): AddressInfo | undefined;
  /**
   * Takes no new message, lets those that are being stored finish and be answered, then hangs up.
   * A message that is only half here is not answered: its sender tries again. May be called twice.
   */
  close(): Promise<void>;
}

/** A refusal as the protocol says it: 4xx to try again later, 5xx for good. */
class SmtpReply extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

const refusalCodes: Record<RefusedMail['code'], number> = {
  sender_not_allowed: 550,
  too_large: 552,
  empty: 554,
};

/**
 * Receives mail by SMTP, for a mail server that forwards a mailbox's mail: 250 is said only after
 * the mail is committed. There is no encryption and no sign-in, and every recipient is taken as the
 * one mailbox here (nothing is ever relayed), so it belongs on loopback or a private network.
 */
export function createSmtpDoor({
  host,
  port,
  accept,
  log,
  idleTimeoutMs = IDLE_TIMEOUT_MS,
  sessionTimeoutMs = SESSION_TIMEOUT_MS,
  maxBytesUnderWay = MAX_BYTES_UNDER_WAY,
}: {
  host: string;
  /** 0: any free one. */
  port: number;
  accept: AcceptMail;
  log: Logger;
  /** A client that says nothing for so long is hung up on. */
  idleTimeoutMs?: number;
  /** A client that has delivered no message for so long is too, whatever it says. */
  sessionTimeoutMs?: number;
  /** Of all messages that are coming in or being stored; more is put off with 452. */
  maxBytesUnderWay?: number;
}): SmtpDoor {
  const sessions = new Map<string, NodeJS.Timeout>();
  const storing = new Set<Promise<void>>();
  let bytesUnderWay = 0;
  let isClosing = false;
  let closing: Promise<void> | undefined;

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS', 'WIZ', 'SHELL', 'KILL'],
    banner: 'Deskbell',
    size: MAX_MESSAGE_BYTES,
    disableReverseLookup: true,
    lenientAddressParsing: true,
    maxClients: MOST_CLIENTS,
    maxRecipients: MOST_RECIPIENTS,
    maxCommandLength: 4_096,
    socketTimeout: idleTimeoutMs,
    logger: false,
    onConnect: (session, callback) => {
      watch(session);
      callback();
    },
    onClose: ({ id }) => {
      clearTimeout(sessions.get(id));
      sessions.delete(id);
    },
    onData: (stream, session, callback) => {
      receive(stream, session).then(
        (message) => callback(null, message),
        (error: Error) => callback(error),
      );
    },
  });
  server.on('error', (error: Error & { code?: string }) => {
    log.warn({ code: error.code }, 'An SMTP connection failed');
  });

  function watch({ id }: Pick<SMTPServerSession, 'id'>): void {
    clearTimeout(sessions.get(id));
    const timer = setTimeout(() => hangUp(id, 'Timeout - closing connection'), sessionTimeoutMs);
    sessions.set(id, timer.unref());
  }

  function hangUp(sessionId: string | undefined, message: string): void {
    for (const connection of [...server.connections]) {
      if (sessionId === undefined || connection.session.id === sessionId) {
        connection.send(421, message);
        connection.close();
      }
    }
  }

  /** What the client is told behind 250; rejects with what it is told instead. */
  async function receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
  ): Promise<string> {
    const claim = { bytes: 0 };
    try {
      const raw = await readMessage(stream, claim);
      // From here on the message is complete, and nothing its sender does changes what becomes of it.
      const outcome = await store(raw, session);
      watch(session);
      if (outcome.kind !== 'refused') return `OK: taken as ${outcome.executionId}`;
      throw new SmtpReply(refusalCodes[outcome.code], outcome.detail);
    } finally {
      bytesUnderWay -= claim.bytes;
    }
  }

  /** Rejects when the client leaves before the end, or there is too much of it. */
  async function readMessage(
    stream: SMTPServerDataStream,
    claim: { bytes: number },
  ): Promise<Buffer> {
    const collector = createByteCollector(MAX_MESSAGE_BYTES);
    let isTooLarge = false;
    let isTooMuch = false;
    // Read to its end in any case: only then does the client listen to the answer.
    for await (const piece of stream as AsyncIterable<Buffer>) {
      if (isTooLarge || isTooMuch) continue;
      claim.bytes += piece.byteLength;
      bytesUnderWay += piece.byteLength;
      isTooLarge = !collector.add(piece);
      isTooMuch = bytesUnderWay > maxBytesUnderWay;
    }
    if (isTooLarge) throw new SmtpReply(552, TOO_LARGE);
    if (isTooMuch || isClosing)
      throw new SmtpReply(452, 'too much at once, please try again later');
    return collector.bytes();
  }

  function store(raw: Buffer, { envelope }: SMTPServerSession): Promise<AcceptOutcome> {
    const stored = accept({
      raw,
      mailbox: MAILBOX,
      source: 'smtp',
      envelope: {
        sender: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
        recipients: envelope.rcptTo.map(({ address }) => address),
      },
    }).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'A mail received by SMTP could not be stored');
      throw new SmtpReply(451, 'the message could not be stored, please try again later');
    });
    const settled = stored.then(
      () => {},
      () => {},
    );
    storing.add(settled);
    void settled.then(() => storing.delete(settled));
    return stored;
  }

  return {
    start: async () => {
      server.listen(port, host);
      await once(server.server, 'listening');
    },
    address: () => {
      const address = server.server.address();
      return address === null || typeof address === 'string' ? undefined : address;
    },
    close: () => {
      isClosing = true;
      closing ??= (async () => {
        const ended = new Promise<void>((resolve) => server.close(resolve));
        await Promise.all(storing);
        // The answer is written in a callback of the library, right after what is awaited above.
        await new Promise(setImmediate);
        hangUp(undefined, 'Server shutting down');
        await ended;
        for (const timer of sessions.values()) clearTimeout(timer);
      })();
      return closing;
    },
  };
}
