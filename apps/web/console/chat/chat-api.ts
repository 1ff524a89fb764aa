import type { History } from '@deskbell/protocol';
import { request } from '../api/request.ts';

export interface SessionSummary {
  id: string;
  started_at: string;
  last_activity: string;
  message_count: number;
  metadata: { title?: string | undefined };
}

/** What the chat asks the server beside its turns. Everything rejects as `request` does. */
export interface ChatApi {
  createSession(): Promise<{ id: string }>;
  readHistory(sessionId: string, signal: AbortSignal): Promise<History>;
  stopTurn(turnId: string): Promise<void>;
}

/** As much as the server gives at once, of either. */
export const HISTORY_LENGTH = 200;
export const MOST_SESSIONS = 100;

export function createChatApi(ask: typeof request = request): ChatApi {
  return {
    createSession: () => ask('/api/chat/sessions', { method: 'POST', body: {} }),
    readHistory: (sessionId, signal) =>
      ask(`/api/chat/history/${encodeURIComponent(sessionId)}?limit=${HISTORY_LENGTH}`, { signal }),
    stopTurn: (turnId) =>
      ask(`/api/chat/turns/${encodeURIComponent(turnId)}/stop`, { method: 'POST', body: {} }),
  };
}

/** The newest activity first. */
export const readSessions = async (signal: AbortSignal): Promise<readonly SessionSummary[]> => {
  const { sessions } = await request<{ sessions: SessionSummary[] }>(
    `/api/chat/sessions?limit=${MOST_SESSIONS}`,
    { signal },
  );
  return sessions;
};

export const deleteSession = (sessionId: string): Promise<void> =>
  request(`/api/chat/sessions/${encodeURIComponent(sessionId)}`, { method: 'DELETE' });
