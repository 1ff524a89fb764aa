import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { pino } from 'pino';
import { createImapDoor } from './imap-door.ts';
import { createTestIntake, type TestIntake } from './test-intake.ts';

/** What a server that goes wrong does with one command line; undefined: it says nothing, for ever. */
type Answer = (tag: string, command: string) => string | undefined;

const CAPABILITY = '* CAPABILITY IMAP4rev1 IDLE\r\n';

/** A well-behaved server with one message of 21 bytes, but for what `special` does. */
const answering =
  (special: (tag: string, command: string) => string | undefined | null): Answer =>
  (tag, command) => {
    const own = special(tag, command);
    if (own !== null) return own;
    const done = `${tag} OK done\r\n`;
    if (/^CAPABILITY/i.test(command)) return `${CAPABILITY}${done}`;
    if (/^SELECT/i.test(command)) {
      return `* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen)] x\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 6] x\r\n${tag} OK [READ-WRITE] done\r\n`;
    }
    if (/^UID SEARCH/i.test(command)) return `* SEARCH 5\r\n${done}`;
    if (/RFC822\.SIZE/i.test(command)) return `* 1 FETCH (UID 5 RFC822.SIZE 21)\r\n${done}`;
    if (/BODY/i.test(command)) {
      return `* 1 FETCH (UID 5 BODY[]<0> {21}\r\nFrom: a@b.example\r\n\r\n)\r\n${done}`;
    }
    if (/^IDLE/i.test(command)) return '+ idling\r\n';
    return done;
  };

async function startServer(
  t: TestContext,
  { greeting = '* OK ready\r\n', answer }: { greeting?: string | undefined; answer: Answer },
) {
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.setEncoding('latin1'));
    socket.on('error', () => {});
    if (greeting !== '') socket.write(greeting);
    let rest = '';
    socket.on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ');
        commands.push(words.join(' '));
        const said = answer(tag, words.join(' '));
        if (said !== undefined) socket.write(said, 'latin1');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://ann:secretword@127.0.0.1:${port}`,
    commands,
    connections: () => connections,
  };
}

function openDoor(t: TestContext, intake: TestIntake, url: string) {
  const waiting: { text: string; wake: () => void }[] = [];
  const logLines: string[] = [];
  const write = (line: string) => {
    logLines.push(line);
    for (const { text, wake } of waiting) if (line.includes(text)) wake();
  };
  const door = createImapDoor({
    url,
    accept: intake.accept,
    database: intake.database,
    log: pino({ level: 'trace' }, { write }),
    clock: () => new Date(),
    timeouts: { connectMs: 200, commandMs: 200, messageMs: 200 },
    firstRetryMs: 10,
  });
  t.after(() => door.close());
  door.start();
  const logged = async (text: string): Promise<void> => {
    if (logLines.some((line) => line.includes(text))) return;
    await new Promise<void>((wake) => waiting.push({ text, wake }));
  };
  return { door, logged, logLines };
}

const silentAt = (pattern: RegExp): Answer =>
  answering((_tag, command) => (pattern.test(command) ? undefined : null));

describe('the IMAP door and a server that goes wrong', () => {
  const places: [string, string | undefined, Answer][] = [
    ['before it greets', '', () => undefined],
    ['after its greeting', undefined, () => undefined],
    ['at the sign-in', undefined, silentAt(/^(LOGIN|AUTHENTICATE)/i)],
    ['when the folder is opened', undefined, silentAt(/^SELECT/i)],
    ['when it is searched', undefined, silentAt(/^UID SEARCH/i)],
    ['when a size is asked', undefined, silentAt(/RFC822\.SIZE/i)],
    [
      'in the middle of a message',
      undefined,
      answering((_tag, command) =>
        /BODY/i.test(command) ? '* 1 FETCH (UID 5 BODY[]<0> {20}\r\nFrom: ' : null,
      ),
    ],
  ];
  for (const [where, greeting, answer] of places) {
    it(`falling silent ${where} it is tried again, and closing does not wait for it`, async (t) => {
      const intake = await createTestIntake(t);
      const server = await startServer(t, { greeting, answer });
      const { door, logged } = openDoor(t, intake, server.url);
      await logged('trying again');
      while (server.connections() < 2) await new Promise(setImmediate);
      const startedAtMs = performance.now();
      await door.close();
      assert.ok(performance.now() - startedAtMs < 150);
      assert.deepEqual(await intake.stored(), []);
    });
  }

  it('one that answers gets its message taken once and marked', async (t) => {
    const intake = await createTestIntake(t);
    const server = await startServer(t, { answer: answering(() => null) });
    openDoor(t, intake, server.url);
    while (!server.commands.includes('IDLE')) await new Promise(setImmediate);
    const rows = await intake.stored();
    assert.deepEqual(
      rows.map(({ raw, jobs }) => [raw.toString(), jobs]),
      [['From: a@b.example\r\n\r\n', 1]],
    );
    assert.ok(server.commands.some((command) => /^UID STORE 5 \+FLAGS \(\\Seen\)/.test(command)));
    assert.ok(!server.commands.some((command) => /BODY\[/.test(command)), 'only ever peeks');
  });

  it('a message that cannot be had is passed by after some tries, and the next is taken', async (t) => {
    const intake = await createTestIntake(t);
    const answer = answering((tag, command) => {
      if (/^UID SEARCH/i.test(command)) return `* SEARCH 4 5\r\n${tag} OK done\r\n`;
      return /^UID FETCH 4 /i.test(command) ? `${tag} NO broken\r\n` : null;
    });
    const server = await startServer(t, { answer });
    const { logged } = openDoor(t, intake, server.url);
    await logged('cannot be fetched');
    while ((await intake.stored()).length === 0);
    assert.equal(server.connections(), 6);
  });

  it('a message larger than it was said to be is not taken, nor a larger answer read', async (t) => {
    const intake = await createTestIntake(t);
    const answer = answering((_tag, command) =>
      /BODY/i.test(command) ? '* 1 FETCH (UID 5 BODY[]<0> {4000000000}\r\nFrom: ' : null,
    );
    const server = await startServer(t, { answer });
    const { logged } = openDoor(t, intake, server.url);
    await logged('cannot be fetched');
    assert.equal(server.connections(), 6);
    assert.deepEqual(await intake.stored(), []);
  });

  it('a refused sign-in is tried again only after minutes, and the password is not logged', async (t) => {
    const intake = await createTestIntake(t);
    const answer = answering((tag, command) =>
      /^(LOGIN|AUTHENTICATE)/i.test(command)
        ? `${tag} NO [AUTHENTICATIONFAILED] not with secretword\r\n`
        : null,
    );
    const server = await startServer(t, { answer });
    const { logged, logLines, door } = openDoor(t, intake, server.url);
    await logged('"waitMs":300000');
    assert.doesNotMatch(logLines.join(''), /secretword/);
    await door.close();
  });

  it('may be closed before it was started, and twice', async (t) => {
    const intake = await createTestIntake(t);
    const door = createImapDoor({
      url: 'imap://ann:x@127.0.0.1:1',
      accept: intake.accept,
      database: intake.database,
      log: pino({ level: 'silent' }),
      clock: () => new Date(),
    });
    await door.close();
    await door.close();
  });
});
