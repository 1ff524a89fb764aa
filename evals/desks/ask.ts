import { chat, textOf } from '@deskbell/testing/chat-stream.ts';
import type { Answer } from './answer.ts';
import type { SignedIn, World } from './open-world.ts';
import { readTurn } from './read-turn.ts';

export type DeskName = 'front-desk' | 'back-office';

export interface Asking {
  desk: DeskName;
  /** Who is signed in at the front desk; nobody unless given. */
  signedIn?: SignedIn | undefined;
}

type Said = Pick<Answer, 'text' | 'turnId' | 'conversationId'>;

/**
 * Sends one message to a desk over HTTP, in a conversation of its own unless one is named, and waits
 * for the whole answer. What another than the asked model answered counts as a failed turn. Throws
 * when the message was refused.
 */
export async function ask(
  world: World,
  {
    desk,
    signedIn,
    message,
    conversationId,
  }: Asking & { message: string; conversationId?: string },
): Promise<Answer> {
  const startedAtMs = performance.now();
  const said =
    desk === 'front-desk'
      ? await askFrontDesk(world, { signedIn, message, conversationId })
      : await askBackOffice(world, { message, conversationId });
  const durationMs = performance.now() - startedAtMs;
  const turn = await readTurn(world.database, said.turnId);
  const answer = { ...said, ...turn, durationMs };
  if (answer.error !== null || answer.model === world.model) return answer;
  // The asked model failed and the next one answered, which is nothing of its own.
  return { ...answer, text: '', calls: [], handoff: null, error: `answered by ${answer.model}` };
}

/** Sends messages one after the other in one conversation; an answer for each. Throws as `ask`. */
export async function converse(
  world: World,
  { messages, ...asking }: Asking & { messages: readonly string[] },
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const message of messages) {
    const conversationId = answers.at(-1)?.conversationId;
    answers.push(
      await ask(world, {
        ...asking,
        message,
        ...(conversationId === undefined ? {} : { conversationId }),
      }),
    );
  }
  return answers;
}

interface Message {
  message: string;
  conversationId: string | undefined;
}

async function askFrontDesk(
  { url, cookieOf }: World,
  { message, conversationId, signedIn }: Message & { signedIn: SignedIn | undefined },
): Promise<Said> {
  const { events, turnId, threadId } = await chat(
    url,
    { message, ...(conversationId === undefined ? {} : { thread_id: conversationId }) },
    signedIn === undefined ? {} : { cookie: cookieOf(signedIn) },
  );
  return { text: textOf(events), turnId, conversationId: threadId };
}

async function askBackOffice({ url }: World, { message, conversationId }: Message): Promise<Said> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      message,
      ...(conversationId === undefined ? {} : { session_id: conversationId }),
    }),
  });
  const body = (await response.json()) as { message?: string; detail?: string };
  const turnId = response.headers.get('x-turn-id');
  const sessionId = response.headers.get('x-session-id');
  // A turn that failed answers with a problem document; what is stored of it still counts.
  if (turnId === null || sessionId === null) {
    throw new Error(`${response.status} ${JSON.stringify(body)}`);
  }
  return { text: response.ok ? (body.message ?? '') : '', turnId, conversationId: sessionId };
}
