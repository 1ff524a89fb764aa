import type { ThreadOwner } from '../../chat/thread-access.ts';
import { LOCAL_USER, type StaffMember } from '../../platform/sign-in/staff-access.ts';

export const BACK_OFFICE = 'backoffice';

/** Whose sessions the open mode uses when nobody is named; the seed's clients know it. */
const LOCAL_OWNER = 'default';

/**
 * Whose sessions a request is about. `user_id` counts in the open mode and for administrators;
 * for everybody else it is they themselves, whatever they ask.
 */
export function sessionOwner(
  member: StaffMember,
  userId: string | undefined,
): ThreadOwner & { ownerId: string } {
  const own = member.userId === LOCAL_USER ? LOCAL_OWNER : member.userId;
  return {
    desk: BACK_OFFICE,
    ownerId: member.role === 'admin' ? (userId ?? own) : own,
  };
}
