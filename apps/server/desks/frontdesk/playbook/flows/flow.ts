import type { ClerkTurn } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { Memory } from '../memory.ts';

/**
 * What one goal contributes to an answer. `question` asks for what is missing; `offer` proposes
 * the next step. An answer ends with one of them at most.
 */
export interface Part {
  text: string;
  question?: string;
  offer?: string;
}

export type Turn = ClerkTurn<Memory>;

/** Answers one goal, or undefined while a call is open. */
export type Flow = (turn: Turn, business: Business) => Part | undefined;
