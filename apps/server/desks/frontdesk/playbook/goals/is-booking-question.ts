import type { Memory } from '../memory.ts';

/** Whether a booking in the making waits for an answer. */
export const isBookingQuestion = ({ topic, asked }: Memory): boolean =>
  topic === 'booking' &&
  asked !== undefined &&
  ['service', 'tier', 'count', 'direction', 'airport', 'terminal', 'day'].includes(asked);
