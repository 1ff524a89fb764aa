import assert from 'node:assert/strict';
import { problemSchema } from '@deskbell/protocol';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';

const PASSWORD = 'correct horse';

/** A new customer's session cookie. */
export async function signIn(
  server: TestServer,
  user: { id: string; email: string },
): Promise<string> {
  const account = { ...user, name: 'Someone', password: PASSWORD, role: 'customer' } as const;
  await server.signIn.createAccount(account);
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: user.email, password: PASSWORD }),
  });
  assert.equal(response.status, 200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** What a refusal says; fails for anything that is no problem document. */
export async function refusal(
  response: Response,
): Promise<{ status: number; error: string; code: string }> {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = problemSchema.parse(await response.json());
  assert.equal(problem.error, problem.detail);
  assert.equal(problem.status, response.status);
  return { status: response.status, error: problem.error, code: problem.code };
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
