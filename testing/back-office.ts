import { pino } from 'pino';
import { EXECUTIONS_CHANNEL } from '../apps/server/operations/pipeline/job-queue.ts';
import { createListener, type Listener } from '../apps/server/platform/listener.ts';
import type { Owner } from './postgres.ts';
import type { TestServer } from './start-test-server.ts';

/** The fields of GET /executions/{id} that tests look at. */
export interface ExecutionView {
  id: string;
  status: 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';
  error_code: string | null;
  error_message: string | null;
  metadata: { subject: string; sender: string; has_attachments: boolean };
  agent_outputs: {
    agent_type: string;
    findings: Record<string, unknown>;
    confidence: number;
    model_used: string;
    evidence: { quote: string }[];
  }[];
  actions: { id: string; kind: string; status: string; payload: Record<string, unknown> }[];
  review: { id: string; status: string; reasons: { code: string }[] } | null;
}

/** A client of one test server's back office. */
export interface BackOffice {
  /** POSTs JSON; the status and the body that came back. */
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  get<Body = Record<string, unknown>>(path: string): Promise<Body>;
  /** Sends a raw message; its execution's id. Throws when it was not accepted. */
  sendRaw(raw: Uint8Array | string): Promise<string>;
  /** Resolves with the execution once it is completed, failed or cancelled. */
  settled(executionId: string): Promise<ExecutionView>;
}

export function openBackOffice(owner: Owner, server: TestServer): BackOffice {
  const listener = createListener({ url: server.databaseUrl, log: pino({ level: 'silent' }) });
  owner.after(() => listener.close());

  async function get<Body>(path: string): Promise<Body> {
    const response = await fetch(`${server.url}${path}`);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }

  return {
    get,
    post: async (path, body) => {
      const response = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    sendRaw: async (raw) => {
      const response = await fetch(`${server.url}/api/emails`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822' },
        body: typeof raw === 'string' ? raw : Buffer.from(raw),
      });
      const body = (await response.json()) as { execution_id?: string };
      if (body.execution_id === undefined) throw new Error(JSON.stringify(body));
      return body.execution_id;
    },
    settled: (executionId) =>
      untilSettled(listener, executionId, () => get<ExecutionView>(`/executions/${executionId}`)),
  };
}

async function untilSettled(
  listener: Listener,
  executionId: string,
  read: () => Promise<ExecutionView>,
): Promise<ExecutionView> {
  for (;;) {
    const changed = Promise.withResolvers<void>();
    const unsubscribe = listener.subscribe(EXECUTIONS_CHANNEL, (id) => {
      if (id === executionId) changed.resolve();
    });
    try {
      await listener.ready();
      const execution = await read();
      if (execution.status !== 'pending' && execution.status !== 'running') return execution;
      await changed.promise;
    } finally {
      unsubscribe();
    }
  }
}
