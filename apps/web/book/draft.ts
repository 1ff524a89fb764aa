import type { BookingOrder, NewBooking } from '@deskbell/protocol';
import { randomUuid } from '@deskbell/widget';
import type { AddressPart, AddressRole, ContactField, FieldName } from './fields.ts';

/** A hand-over that is being claimed: the key makes a second try the same claim. */
export interface PendingClaim {
  handoffId: string;
  claimKey: string;
}

/**
 * A booking that was sent and whose outcome is not known yet. The same key again can only find the
 * booking that `body` made, so it is kept until the server has said what became of it.
 */
export interface BookingAttempt {
  key: string;
  body: NewBooking;
}

/** Everything the customer has told the wizard so far, and what is under way. */
export interface Draft {
  version: 1;
  /**
   * What the order is booked with, so that a copy of this draft in another tab cannot book it a
   * second time. Every edit makes another one: a changed order is another booking.
   */
  bookingKey: string;
  /** `item_description` holds the customer's own words only; see `specialtyItems`. */
  order: BookingOrder;
  /** How many of each specialty item, by its name in the catalogue. */
  specialtyItems: Record<string, number>;
  contact: Partial<Record<ContactField, string>>;
  /** Fields with the chat's values, until they are edited. */
  fromChat: readonly FieldName[];
  claim: PendingClaim | null;
  /** The hand-over whose values are in the order: it is not applied a second time. */
  appliedHandoffId: string | null;
  attempt: BookingAttempt | null;
}

export const emptyDraft = (): Draft => ({
  version: 1,
  bookingKey: randomUuid(),
  order: {},
  specialtyItems: {},
  contact: {},
  fromChat: [],
  claim: null,
  appliedHandoffId: null,
  attempt: null,
});

/** The draft as another order than before. */
export const asNewOrder = (draft: Draft): Draft => ({ ...draft, bookingKey: randomUuid() });

export type FieldValue = string | number | boolean | undefined;

const contactFields: readonly string[] = ['name', 'email', 'phone'] satisfies ContactField[];

const addressPath = (field: FieldName): [`${AddressRole}_address`, AddressPart] | undefined => {
  const [address, part] = field.split('.');
  return part === undefined
    ? undefined
    : [address as `${AddressRole}_address`, part as AddressPart];
};

export const readField = (draft: Draft, field: FieldName): FieldValue => {
  if (contactFields.includes(field)) return draft.contact[field as ContactField];
  const path = addressPath(field);
  if (path !== undefined) return draft.order[path[0]]?.[path[1]];
  const value = draft.order[field as keyof BookingOrder];
  return typeof value === 'object' ? undefined : value;
};

/** The draft with one field edited, which is then no longer marked as the chat's. */
export const writeField = (draft: Draft, field: FieldName, value: FieldValue): Draft => {
  const fromChat = draft.fromChat.filter((marked) => marked !== field);
  if (contactFields.includes(field)) {
    return { ...draft, fromChat, contact: { ...draft.contact, [field]: value } };
  }
  const path = addressPath(field);
  const part =
    path === undefined
      ? { [field]: value }
      : { [path[0]]: { ...draft.order[path[0]], [path[1]]: value } };
  return { ...draft, fromChat, order: { ...draft.order, ...part } };
};

/** Whether anything about the order has been said yet. */
export const hasOrder = ({ order, specialtyItems }: Draft): boolean =>
  Object.values(order).some((value) => value !== undefined) ||
  Object.values(specialtyItems).some((count) => count > 0);
