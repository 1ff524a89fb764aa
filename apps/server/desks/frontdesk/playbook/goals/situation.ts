import { readYesNo } from '@deskbell/clerk';
import type { Goal, Memory } from '../memory.ts';
import { type Order, serviceOf } from '../order/order.ts';
import type { Details } from '../reading/read-details.ts';
import { ASKS } from './signals/asks.ts';

/** A message, and what was spoken about before it. */
export interface Setting {
  memory: Memory;
  text: string;
  details: Details;
  /** Details of the order that the message set or changed. */
  changed: ReadonlySet<keyof Order>;
  /** It has no detail that changes anything, and names no place and no day. */
  saysNothingNew: boolean;
  isQuestion: boolean;
  /** A price or a booking is spoken about. */
  isOfOrder: boolean;
  /** The order is one that a price was told for, or is about to be. */
  isPriced: boolean;
}

/** A message, what was spoken about before it, and what its words ask for. */
export interface Situation extends Setting {
  explicit: readonly Goal[];
  /** What they ask for besides small talk. */
  real: readonly Goal[];
  yesNo: 'yes' | 'no' | undefined;
}

export function settingOf(memory: Memory, text: string, details: Details): Setting {
  const { changed } = memory.heard;
  const isOfOrder = memory.topic === 'price' || memory.topic === 'booking';
  return {
    memory,
    text,
    details,
    changed,
    saysNothingNew:
      changed.size === 0 &&
      details.zips.length === 0 &&
      details.days.length === 0 &&
      details.places.length === 0,
    isQuestion: ASKS.test(text),
    isOfOrder,
    isPriced: serviceOf(memory.order) !== undefined && (isOfOrder || memory.estimate !== undefined),
  };
}

export const situationOf = (setting: Setting, explicit: readonly Goal[]): Situation => ({
  ...setting,
  explicit,
  real: explicit.filter((goal) => !isSmallTalk(goal)),
  yesNo: readYesNo(setting.text),
});

export const isSmallTalk = (goal: Goal): boolean =>
  ['greeting', 'thanks', 'goodbye', 'abuse', 'help'].includes(goal);
