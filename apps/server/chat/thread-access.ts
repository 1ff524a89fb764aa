/**
 * Who a thread belongs to: an account or, at the back office, whoever the API key or the open mode
 * stands for; null: whoever holds its unguessable id.
 */
export interface ThreadOwner {
  desk: string;
  ownerId: string | null;
}

/** Who asks, at which desk. A visitor of the front desk has no id. */
export type ThreadVisitor = ThreadOwner;

/**
 * Decides alone who may touch a thread and everything in it: its messages, turns, streams and
 * hand-overs. A thread started signed out is not for signed-in requests, nor the other way round:
 * neither ever becomes the other.
 */
export function mayTouchThread(owner: ThreadOwner, visitor: ThreadVisitor): boolean {
  return owner.desk === visitor.desk && owner.ownerId === visitor.ownerId;
}

/**
 * Whether a handoff of this owner's, once opened, may be taken over: a customer's by that customer,
 * a visitor's by whoever holds its id, also signed in: signing in is a step of the booking form.
 */
export function mayClaimHandoff(owner: ThreadOwner, visitor: ThreadVisitor): boolean {
  return owner.ownerId === null ? owner.desk === visitor.desk : mayTouchThread(owner, visitor);
}
