import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import type { AcceptMail } from './accept-mail.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';
import { createSmtpDoor } from './smtp-door.ts';
import { createTestIntake, testMessage } from './test-intake.ts';

const log = pino({ level: 'silent' });
const envelope = { from: 'bounce@vendor.example', to: ['desk@hotel.example'] };

async function openDoor(
  t: TestContext,
  accept: AcceptMail,
  limits: { idleTimeoutMs?: number; sessionTimeoutMs?: number; maxBytesUnderWay?: number } = {},
) {
  const door = createSmtpDoor({ host: '127.0.0.1', port: 0, accept, log, ...limits });
  await door.start();
  t.after(() => door.close());
  const port = door.address()?.port ?? 0;
  const client = createTransport({ host: '127.0.0.1', port, secure: false });
  t.after(() => client.close());
  const send = (raw: Buffer, to = envelope.to) =>
    client.sendMail({ envelope: { from: envelope.from, to }, raw });
  return { door, port, send };
}

const codeOf = (error: unknown) => (error as { responseCode?: number }).responseCode;

/** A client that says exactly what it is told to, and waits for nothing else. */
async function connect(t: TestContext, port: number) {
  const socket = net.connect(port, '127.0.0.1').setEncoding('latin1');
  t.after(() => socket.destroy());
  let received = '';
  let wake = () => {};
  socket.on('error', () => {});
  socket.on('close', () => wake());
  socket.on('data', (text: string) => {
    received += text;
    wake();
  });
  return {
    socket,
    say: (text: string) => void socket.write(text, 'latin1'),
    /** Everything received, once it matches or the connection is over. */
    hear: async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(received) && !socket.closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return received;
    },
  };
}

const OPENING = 'EHLO c.example\r\nMAIL FROM:<a@v.example>\r\nRCPT TO:<b@h.example>\r\nDATA\r\n';

/** Holds back what it accepts until it is let go. */
function held(accept: AcceptMail) {
  let begun = () => {};
  let letGo = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const heldAccept: AcceptMail = async (mail) => {
    begun();
    await isFree;
    return await accept(mail);
  };
  return { accept: heldAccept, hasBegun, letGo: () => letGo() };
}

describe('the SMTP door', () => {
  it('says 250 only after the mail is committed', async (t) => {
    const intake = await createTestIntake(t);
    const { accept, hasBegun, letGo } = held(intake.accept);
    const { port } = await openDoor(t, accept);
    const client = await connect(t, port);
    await client.hear(/^220 /);
    client.say(OPENING);
    await client.hear(/^354 /m);
    client.say('Subject: x\r\n\r\nHello\r\n.\r\nNOOP\r\n');
    await hasBegun;
    assert.deepEqual(await intake.stored(), []);
    assert.doesNotMatch(await client.hear(/^354 /m), /OK: taken/);
    letGo();
    const answer = await client.hear(/OK: taken as/);
    const [row] = await intake.stored();
    assert.match(answer, new RegExp(`^250 OK: taken as ${row?.executionId}`, 'm'));
  });

  it('takes a mail from a real client byte for byte, dots and 8-bit text included', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { send } = await openDoor(t, accept);
    const body = `.\r\n..\r\n...three\r\n.\r\nGrüße ü\r\n${'x'.repeat(20_000)}\r\n.\r\n.end`;
    const raw = testMessage({}, body);
    await send(raw);
    const [row, ...others] = await stored();
    assert.deepEqual(others, []);
    assert.equal(row?.raw.toString(), raw.toString());
    assert.deepEqual([row?.mailbox, row?.source, row?.jobs], ['smtp', 'smtp', 1]);
  });

  it('takes pipelined mails over one connection, each once', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { port } = await openDoor(t, accept);
    const client = await connect(t, port);
    await client.hear(/^220 /);
    client.say('EHLO c.example\r\n');
    assert.match(await client.hear(/^250 /m), /^250-PIPELINING\r\n250-8BITMIME/m);
    for (let i = 0; i < 15; i += 1) {
      client.say('MAIL FROM:<a@v.example> BODY=8BITMIME\r\nRCPT TO:<b@h.example>\r\nDATA\r\n');
      await client.hear(new RegExp(`(?:354[\\s\\S]*){${i + 1}}`));
      client.say(`Message-ID: <${i}@v>\r\n\r\ntext ${i}\r\n.\r\n`);
      await client.hear(new RegExp(`(?:OK: taken[\\s\\S]*){${i + 1}}`));
    }
    client.say('QUIT\r\n');
    await client.hear(/^221 /m);
    assert.equal((await stored()).length, 15);
  });

  it('hole: mail lost when the process died between fetch and post', async (t) => {
    // What is not acknowledged is sent again by its sender; what is acknowledged is committed.
    const intake = await createTestIntake(t);
    let isDown = true;
    const { send } = await openDoor(t, async (mail) => {
      if (isDown) throw new Error('no database');
      return await intake.accept(mail);
    });
    await assert.rejects(send(testMessage()), (error) => codeOf(error) === 451);
    assert.deepEqual(await intake.stored(), []);
    isDown = false;
    await send(testMessage());
    await send(testMessage());
    assert.equal((await intake.stored()).length, 1);
  });

  it('a database that is not there is 451, and nothing of it is told', async (t) => {
    const { accept, database, stored } = await createTestIntake(t);
    const { send } = await openDoor(t, accept);
    await database.pool.query('alter table emails rename to emails_away');
    await assert.rejects(send(testMessage()), (error) => {
      assert.equal(codeOf(error), 451);
      assert.doesNotMatch(String(error), /emails|relation/);
      return true;
    });
    await database.pool.query('alter table emails_away rename to emails');
    await send(testMessage());
    assert.equal((await stored()).length, 1);
  });

  it('refuses a blocked sender for good', async (t) => {
    const { accept, stored } = await createTestIntake(t, { blockedSenders: ['vendor.example'] });
    const { send } = await openDoor(t, accept);
    await assert.rejects(send(testMessage()), (error) => codeOf(error) === 550);
    assert.deepEqual(await stored(), []);
  });

  it('two recipients are one mail', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { send } = await openDoor(t, accept);
    const raw = testMessage({ To: '', 'Message-ID': '' });
    await send(raw, ['desk@hotel.example', 'boss@hotel.example', 'DESK@hotel.example']);
    const rows = await stored();
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      ['DESK@hotel.example, boss@hotel.example'],
    );
  });

  it('a mail whose sender leaves in the middle is not a mail', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { port, door } = await openDoor(t, accept);
    for (const ending of ['', '\r\n', '\r\n.', '\r\n.\r']) {
      const client = await connect(t, port);
      await client.hear(/^220 /);
      client.say(OPENING);
      await client.hear(/^354 /m);
      client.say(`Subject: half\r\n\r\nHalf of it${ending}`);
      client.socket.end();
      await client.hear(/never/);
    }
    await door.close();
    assert.deepEqual(await stored(), []);
  });

  it('refuses more than 35 MB, announced or not', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { port } = await openDoor(t, accept);
    const announcing = await connect(t, port);
    await announcing.hear(/^220 /);
    announcing.say(`EHLO c.example\r\nMAIL FROM:<a@v.example> SIZE=${MAX_MESSAGE_BYTES + 1}\r\n`);
    assert.match(
      await announcing.hear(/^552 /m),
      new RegExp(`^250-?\\s*SIZE ${MAX_MESSAGE_BYTES}`, 'm'),
    );
    const silent = await connect(t, port);
    await silent.hear(/^220 /);
    silent.say(OPENING);
    await silent.hear(/^354 /m);
    const line = `${'x'.repeat(1_022)}\r\n`.repeat(1_024);
    for (let i = 0; i < 36; i += 1) {
      if (!silent.socket.write(line)) await once(silent.socket, 'drain');
    }
    silent.say('\r\n.\r\n');
    await silent.hear(/^552 /m);
    silent.say('NOOP\r\n');
    assert.match(await silent.hear(/^552 [\s\S]*^250 /m), /^552 the message is larger than 35 MB/m);
    assert.deepEqual(await stored(), []);
  });

  it('hole: no authentication', async (t) => {
    // By SMTP nobody can sign in, and nothing is ever sent on: the door is for a private network.
    const { accept } = await createTestIntake(t);
    const { port } = await openDoor(t, accept);
    const client = await connect(t, port);
    await client.hear(/^220 /);
    client.say('EHLO c.example\r\n');
    assert.doesNotMatch(await client.hear(/^250 /m), /AUTH|STARTTLS/);
    client.say('AUTH PLAIN AGEAYg==\r\n');
    await client.hear(/^500 /m);
    client.say('MAIL FROM:<a@v.example>\r\n');
    client.say('RCPT TO:<b@h.example>\r\n'.repeat(101).replace(/b@/g, () => `b${Math.random()}@`));
    assert.match(await client.hear(/^452 /m), /^452 Error: too many recipients/m);
  });

  it('hangs up on a client that says nothing, and on one that says it too slowly', async (t) => {
    const { accept } = await createTestIntake(t);
    const quiet = await openDoor(t, accept, { idleTimeoutMs: 150 });
    const silent = await connect(t, quiet.port);
    assert.match(await silent.hear(/^421 /m), /^421 /m);
    const strict = await openDoor(t, accept, { sessionTimeoutMs: 300 });
    const slow = await connect(t, strict.port);
    await slow.hear(/^220 /);
    slow.say(OPENING);
    await slow.hear(/^354 /m);
    const drip = setInterval(() => slow.say('x'), 20);
    t.after(() => clearInterval(drip));
    assert.match(await slow.hear(/^421 /m), /^421 /m);
    clearInterval(drip);
  });

  it('closing lets a mail that is being stored finish and be answered', async (t) => {
    const intake = await createTestIntake(t);
    const { accept, hasBegun, letGo } = held(intake.accept);
    const { door, port, send } = await openDoor(t, accept);
    const idle = await connect(t, port);
    await idle.hear(/^220 /);
    const sending = send(testMessage());
    await hasBegun;
    const closed = door.close();
    letGo();
    await sending;
    await closed;
    assert.equal((await intake.stored()).length, 1);
    assert.match(await idle.hear(/^421 /m), /^421 /m);
    await assert.rejects(send(testMessage()), /ECONNREFUSED/);
  });

  it('puts off what would be too much in memory at once, and takes it later', async (t) => {
    const intake = await createTestIntake(t);
    const { accept, hasBegun, letGo } = held(intake.accept);
    const { port, send } = await openDoor(t, accept, { maxBytesUnderWay: 150_000 });
    const other = createTransport({ host: '127.0.0.1', port, secure: false });
    t.after(() => other.close());
    const large = (id: string) => testMessage({ 'Message-ID': `<${id}@v>` }, 'x'.repeat(100_000));
    const first = send(large('1'));
    await hasBegun;
    await assert.rejects(
      other.sendMail({ envelope, raw: large('2') }),
      (error) => codeOf(error) === 452,
    );
    letGo();
    await first;
    await other.sendMail({ envelope, raw: large('2') });
    assert.equal((await intake.stored()).length, 2);
  });

  it('says when its port is taken', async (t) => {
    const { accept } = await createTestIntake(t);
    const { port } = await openDoor(t, accept);
    const other = createSmtpDoor({ host: '127.0.0.1', port, accept, log });
    await assert.rejects(other.start(), /EADDRINUSE/);
    await other.close();
  });

  it('lines of dots are bounded work and memory', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const { send } = await openDoor(t, accept);
    const raw = testMessage({}, '.\r\n'.repeat(30_000));
    await send(raw);
    assert.equal((await stored())[0]?.raw.length, raw.length);
  });
});
