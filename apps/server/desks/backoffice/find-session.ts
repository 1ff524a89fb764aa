import type { SessionStore } from '../../chat/session-store.ts';
import { mayTouchThread, type ThreadOwner } from '../../chat/thread-access.ts';
import { isUuid } from '../../platform/is-uuid.ts';
import { LOCAL_USER, type StaffMember } from '../../platform/sign-in/staff-access.ts';
import { sessionOwner } from './session-owner.ts';

/** A session that the member of staff who named it may touch. */
export interface FoundSession {
  sessionId: string;
  owner: ThreadOwner;
}

/**
 * Decides alone, for HTTP and WebSocket, whether a request may touch the session it names.
 * Undefined when there is none, when it is somebody else's and for what is no UUID: these are not
 * told apart. The open mode without a `userId` may touch every session, so that programs written
 * for the seed work whoever made it.
 */
export async function findSession(request: {
  sessions: Pick<SessionStore, 'ownerOf'>;
  member: StaffMember;
  /** The query's `user_id`. */
  userId: string | undefined;
  /** As it came. */
  sessionId: string;
}): Promise<FoundSession | undefined> {
  const { sessions, member, userId } = request;
  if (!isUuid(request.sessionId)) return undefined;
  const sessionId = request.sessionId.toLowerCase();
  const owner = await sessions.ownerOf(sessionId);
  if (owner === undefined) return undefined;
  const isOpen = member.userId === LOCAL_USER && userId === undefined;
  if (!isOpen && !mayTouchThread(owner, sessionOwner(member, userId))) return undefined;
  return { sessionId, owner };
}
