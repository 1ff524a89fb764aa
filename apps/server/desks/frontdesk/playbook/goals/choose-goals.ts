import type { Goal, Memory } from '../memory.ts';
import type { Details } from '../reading/read-details.ts';
import { continued } from './continued-goal.ts';
import { isBookingQuestion } from './is-booking-question.ts';
import { answeredAlone } from './message-rules/answered-alone.ts';
import {
  confirmsHandedOver,
  takesMoreGoods,
  takesOffer,
  takesOfferedDay,
} from './message-rules/answers-to-offers.ts';
import {
  answersOtherwise,
  choosesSize,
  tellsDetail,
} from './message-rules/answers-to-questions.ts';
import {
  changesHandedOver,
  wishesHandedOverChanged,
} from './message-rules/changes-of-handed-over.ts';
import {
  changesMind,
  dropsOrder,
  nevermind,
  putsOff,
  saysNoAlone,
  saysNoToQuestion,
} from './message-rules/declines.ts';
import { asksForEarliest, asksOfOtherDay, goesOnWithTold } from './message-rules/follow-ups.ts';
import { namesDayAlone, repeatsGoods, saysNothing } from './message-rules/says-little.ts';
import { firstAnswer, type Rule } from './rule.ts';
import { settleGoals } from './settle-goal.ts';
import { type Situation, settingOf, situationOf } from './situation.ts';
import { withoutReminders } from './without-reminders.ts';

/** What the words ask for, and a booking in the making goes on after it. */
const asksForMore: Rule<Situation> = ({ memory, explicit }) => {
  if (explicit.length === 0) return undefined;
  const isAside = !explicit.includes('booking') && !explicit.includes('restart');
  return isAside && isBookingQuestion(memory)
    ? [...explicit.slice(0, 3), 'booking']
    : explicit.slice(0, 4);
};

/** In this order: the first that answers counts. */
const RULES: readonly Rule<Situation>[] = [
  confirmsHandedOver,
  takesMoreGoods,
  takesOffer,
  takesOfferedDay,
  asksForEarliest,
  dropsOrder,
  nevermind,
  saysNoToQuestion,
  saysNoAlone,
  putsOff,
  changesMind,
  goesOnWithTold,
  choosesSize,
  tellsDetail,
  answersOtherwise,
  changesHandedOver,
  wishesHandedOverChanged,
  asksOfOtherDay,
  asksForMore,
  namesDayAlone,
  repeatsGoods,
  saysNothing,
];

/** What a message is about: what its words ask for, or else what it goes on with. */
export function chooseGoals(
  memory: Memory,
  { text, explicit, details }: { text: string; explicit: readonly Goal[]; details: Details },
): Goal[] {
  const setting = settingOf(memory, text, details);
  const asked = withoutReminders(explicit, setting);
  const alone = answeredAlone(asked, setting);
  if (alone !== undefined) return [...alone];
  const situation = situationOf(setting, settleGoals(asked, setting));
  return [...(firstAnswer(RULES, situation) ?? [continued(memory, details)])];
}
