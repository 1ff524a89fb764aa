import type { Problem } from '@deskbell/protocol';

/** An answer that is none: what the server said in its problem document, or that it said nothing. */
export class ApiProblem extends Error {
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string;
  /** With `account_exists`: the customer's account that has the address. */
  readonly accountId: string | undefined;

  /** `message` is a sentence for people. */
  constructor(
    message: string,
    { status, code, accountId }: { status: number; code: string; accountId?: string | undefined },
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.accountId = accountId;
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Asks this server. Rejects with an `ApiProblem`, or with an `AbortError`. Whoever is signed out is
 * sent to the sign-in page and comes back to where they were.
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  if (response.ok) return (response.status === 204 ? undefined : await bodyOf(response)) as Answer;
  const problem = await problemOf(response);
  // A wrong password is a 401 as well, of somebody who is signed in.
  if (response.status === 401 && problem.code !== 'wrong_credentials') goToSignIn();
  throw problem;
}

async function send(path: string, { method, body, signal }: RequestOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method: method ?? 'GET',
      credentials: 'same-origin',
      ...(signal !== undefined && { signal }),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch (error) {
    throw problemOfConnection(error);
  }
}

/** The connection may end in the middle, and what answers may be a proxy with a page of its own. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw problemOfConnection(error);
  }
}

const problemOfConnection = (error: unknown): Error =>
  error instanceof DOMException && error.name === 'AbortError'
    ? error
    : new ApiProblem('The server cannot be reached. Check the connection and try again.', {
        status: 0,
        code: 'offline',
      });

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  return new ApiProblem(sentence(problem?.detail ?? 'The server could not do this. Try again.'), {
    status: response.status,
    code: problem?.code ?? 'unknown',
    accountId: problem?.account_id,
  });
}

/** Problem documents say their detail in lower case and without a full stop. */
function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

export function goToSignIn(): void {
  const next = location.pathname + location.search;
  location.assign(`/staff/sign-in?next=${encodeURIComponent(next)}`);
}

/** `/api/tasks` and `{open: true, q: undefined}` to `/api/tasks?open=true`. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}
