import { randomUUID } from 'node:crypto';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { v7 as uuidV7 } from 'uuid';
import { createApiKeys } from '../platform/sign-in/api-keys.ts';
import { createSealedIds } from './conversations/sealed-ids.ts';

/** Words that only administrators may read, wherever in a conversation they were. */
export const SECRETS = {
  name: 'Zebulon Quartermain',
  email: 'zebulon@quartermain.example',
  phone: '+1 631 555 0199',
  question: 'Please bring my grandmother’s harp to Sag Harbor',
  answer: 'Of course, the harp is in good hands',
  input: '17 Lighthouse Lane',
  result: 'Beware of the parrot',
  toolName: 'book_for_zebulon',
  callId: 'call_quartermain',
} as const;

/** The secret of the servers that `startTestServer` starts. */
const SECRET = 'a secret for tests, thirty-two characters or more';

/** A thread's id as such a server gives it to staff. */
export const sealed = createSealedIds(SECRET).seal;

export interface SeededTurn {
  state?: 'running' | 'done' | 'failed' | 'interrupted';
  terminal?: object | null;
  /** Whether `turns.tools` is filled, as for turns that ended since that is kept. */
  hasToolNames?: boolean;
  toolCalls?: readonly { tool: string; isError?: boolean; isOpen?: boolean }[];
  model?: string | null;
  costNanoUsd?: number | null;
}

/** A front-desk thread (unless `desk` says otherwise) with turns a minute apart, up to `lastAt`. */
export async function seedConversation(
  { database: { pool } }: Pick<TestServer, 'database'>,
  {
    desk = 'frontdesk',
    ownerId = null,
    lastAt = new Date(),
    turns = [{}],
  }: {
    desk?: string;
    ownerId?: string | null;
    lastAt?: Date;
    turns?: readonly SeededTurn[];
  } = {},
): Promise<string> {
  const threadId = uuidV7();
  const at = (index: number) => new Date(lastAt.getTime() - (turns.length - 1 - index) * 60_000);
  await pool.query(
    `insert into threads (id, desk, owner_id, turn_count, created_at, last_activity_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [threadId, desk, ownerId, turns.length, at(0), lastAt],
  );
  for (const [index, turn] of turns.entries()) {
    const { state = 'done', toolCalls = [], model = 'clerk', costNanoUsd = 0 } = turn;
    const turnId = uuidV7();
    const ended = toolCalls.filter(({ isOpen }) => isOpen !== true);
    const terminal = turn.terminal ?? { event: 'done', data: { reason: 'answered' } };
    const isKept = turn.hasToolNames === true;
    await pool.query(
      `insert into turns (id, thread_id, state, accepted_at, lease_expires_at, ended_at, terminal,
         model, degraded, input_tokens, cache_read_tokens, output_tokens, cost_nano_usd, tools,
         worked_tools)
       values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '1 day', $5, $6, $7, false,
         10, 3, 5, $8, $9, $10)`,
      [
        turnId,
        threadId,
        state,
        at(index),
        state === 'running' ? null : new Date(at(index).getTime() + 1_500),
        state === 'running' || state === 'interrupted' ? null : JSON.stringify(terminal),
        model,
        costNanoUsd,
        isKept ? ended.map(({ tool }) => tool) : null,
        isKept ? ended.filter(({ isError }) => isError !== true).map(({ tool }) => tool) : null,
      ],
    );
    const { question, phone, answer, input, result, callId } = SECRETS;
    const ids = toolCalls.map((_, place) => `${callId}_${index}_${place}`);
    const messages = [
      ['user', { text: `${question}, ${phone} \u0000` }],
      ...(toolCalls.length === 0
        ? []
        : ([
            [
              'assistant',
              {
                content: toolCalls.map(({ tool }, place) => ({
                  type: 'tool_call',
                  callId: ids[place],
                  tool,
                  input: { address: input },
                })),
              },
            ],
            [
              'tool_results',
              {
                results: toolCalls.flatMap(({ tool, isError = false, isOpen }, place) =>
                  isOpen === true
                    ? []
                    : [{ callId: ids[place], tool, isError, content: `{"note":"${result}"}` }],
                ),
                details: { [`${ids[0]}`]: { shown: result } },
              },
            ],
          ] as const)),
      ...(state === 'running'
        ? []
        : [['assistant', { content: [{ type: 'text', text: answer }] }]]),
    ] as const;
    for (const [role, content] of messages) {
      await pool.query(
        'insert into messages (id, turn_id, role, content) values ($1, $2, $3, $4)',
        [uuidV7(), turnId, role, JSON.stringify(content)],
      );
    }
  }
  return threadId;
}

/** A customer's account, with the name and address that nobody else may read. */
export async function createSecretCustomer(server: TestServer): Promise<string> {
  const id = randomUUID();
  const { name, email } = SECRETS;
  await server.signIn.createAccount({
    id,
    name,
    email,
    password: 'correct horse 7',
    role: 'customer',
  });
  return id;
}

/** The headers of an API key of that role. */
export async function keyOf(
  { database }: Pick<TestServer, 'database'>,
  role: 'staff' | 'admin',
): Promise<Record<string, string>> {
  const apiKeys = createApiKeys({ database, clock: () => new Date() });
  const { key } = await apiKeys.create({ name: role, role, createdBy: 'local' });
  return { 'x-api-key': key };
}

/** The session cookie of a new account of that role. */
export async function cookieOf(
  server: TestServer,
  role: 'customer' | 'staff' | 'admin',
): Promise<Record<string, string>> {
  const email = `${role}-${randomUUID()}@example.com`;
  const password = 'correct horse 7';
  await server.signIn.createAccount({ id: randomUUID(), name: role, email, password, role });
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { cookie: cookies.join('; ') };
}
