import { type ComponentType, lazy } from 'react';
import type { RecordKind } from './record-reference.ts';

/** What the drawer shows of each kind: an area brings its own, fetched when first needed. */
export const peekViews: Readonly<Record<RecordKind, ComponentType<{ id: string }>>> = {
  execution: lazy(async () => ({
    default: (await import('../areas/executions/execution-peek.tsx')).ExecutionPeek,
  })),
  email: lazy(async () => ({
    default: (await import('../areas/emails/email-peek.tsx')).EmailPeek,
  })),
  task: lazy(async () => ({
    default: (await import('../areas/tasks/task-peek.tsx')).TaskPeek,
  })),
  deadline: lazy(async () => ({
    default: (await import('../areas/deadlines/deadline-peek.tsx')).DeadlinePeek,
  })),
  review: lazy(async () => ({
    default: (await import('../areas/reviews/review-peek.tsx')).ReviewPeek,
  })),
  booking: lazy(async () => ({
    default: (await import('../areas/bookings/booking-peek.tsx')).BookingPeek,
  })),
  vendor: lazy(async () => ({
    default: (await import('../areas/vendors/vendor-peek.tsx')).VendorPeek,
  })),
  conversation: lazy(async () => ({
    default: (await import('../areas/conversations/conversation-peek.tsx')).ConversationPeek,
  })),
};
