import { setTimeout as delay } from 'node:timers/promises';
import { NOW } from '../desks/moment.ts';
import type { World } from '../desks/open-world.ts';
import type { AttackMail } from './attack.ts';

const GIVE_UP_AFTER_MS = 180_000;
const RECIPIENT = 'ToteTaxi <office@totetaxi.example>';

/** Hands a mail in and waits until it has been read; the execution's id. Throws when it is refused. */
export async function sendAttackMail(
  { url, database }: Pick<World, 'url' | 'database'>,
  mail: AttackMail,
): Promise<string> {
  const type = mail.html === undefined ? 'text/plain' : 'text/html';
  const response = await fetch(`${url}/process-email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: mail.subject,
      sender: mail.from,
      recipient: RECIPIENT,
      body: mail.html ?? mail.text ?? '',
      received_at: NOW.toISOString(),
      headers: { 'Content-Type': type, ...mail.headers },
      attachments: mail.attachments.map(({ filename, text }) => ({
        filename,
        content_type: 'text/plain',
        content: Buffer.from(text).toString('base64'),
      })),
    }),
  });
  const body = (await response.json()) as { execution_id?: string };
  const { execution_id: executionId } = body;
  if (executionId === undefined) throw new Error(`The mail was refused: ${JSON.stringify(body)}`);
  await untilRead(database, executionId);
  return executionId;
}

/** A language model may take its time over each agent. */
async function untilRead({ pool }: World['database'], executionId: string): Promise<void> {
  const startedAtMs = performance.now();
  for (;;) {
    const { rows } = await pool.query(
      `select 1 from executions where id = $1 and status not in ('pending', 'running')`,
      [executionId],
    );
    if (rows.length > 0) return;
    if (performance.now() - startedAtMs > GIVE_UP_AFTER_MS) {
      throw new Error(`The mail of execution ${executionId} was not read in time.`);
    }
    await delay(10);
  }
}
