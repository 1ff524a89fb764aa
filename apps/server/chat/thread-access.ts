/** Who a thread belongs to: a customer, or (null) whoever holds its unguessable id. */
export interface ThreadOwner {
  desk: string;
  customerId: string | null;
}

/** Who asks, at which desk. A visitor has no customer id. */
export type ThreadVisitor = ThreadOwner;

/**
 * Decides alone who may touch a thread and everything in it: its messages, turns, streams and
 * hand-overs. A thread started signed out is not for signed-in requests, nor the other way round:
 * neither ever becomes the other.
 */
export function mayTouchThread(owner: ThreadOwner, visitor: ThreadVisitor): boolean {
  return owner.desk === visitor.desk && owner.customerId === visitor.customerId;
}
