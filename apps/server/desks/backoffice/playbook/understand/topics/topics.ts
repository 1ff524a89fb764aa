import { keepReadings } from '@deskbell/clerk';
import type { Topic } from '../../query.ts';
import { readLeftOut } from '../normalize/left-out.ts';
import { WHAT_CAME_OF_IT } from '../slots/read-cannot.ts';
import { isHighRisk, readPriority, readSender } from '../slots/read-filters.ts';
import { contentWords } from '../slots/read-names.ts';
import { WORK_OF_A_PERSON } from '../slots/read-people.ts';
import { isOverdue } from '../slots/read-task-status.ts';
import { ATTENTION, HOW_WAS, SUMMARY, WRONG } from './everything.ts';
import { ALL_BUT, BUSIEST, CAME_IN, FROM_A_KIND, KIND_OF_PEOPLE, MAIL, OF_A_LIST } from './mail.ts';
import {
  AGENT,
  EXECUTION,
  FAILURE,
  HEALTH,
  HOW_MANY_COMPLETED,
  IN_A_STATE,
  MODEL_UP,
  PROCESSING_SPEED,
  RATES,
  WHY,
} from './system.ts';
import {
  BY_SENDER,
  COMPARES_VENDORS,
  HOW_RELIABLE,
  IS_RELIABLE,
  isMailOfVendors,
  OF_A_VENDOR,
  VENDOR,
  VENDOR_STUDY,
} from './vendors.ts';
import {
  ASSIGNED,
  AT_PRESENT,
  BEHIND,
  DEADLINE,
  DONE,
  DUE,
  FALLS_DUE,
  FINISHED_BY,
  isDecided,
  isOfDecidedReviews,
  MEETINGS_ALONE,
  OF_MEETINGS,
  PLANNED,
  RANKED,
  REVIEW,
  TASK,
} from './work.ts';

/** What says a topic that is about everything at once: words beside it may narrow it down. */
export const SAID_BY: Partial<Record<Topic, RegExp>> = {
  health: HEALTH,
  attention: new RegExp(`${ATTENTION.source}|${WRONG.source.replace(/\^|\$/g, '')}`),
  summary: SUMMARY,
};

interface Said {
  text: string;
  namesAgent: boolean;
  namesVendor: boolean;
}
type Condition = (said: Said) => boolean;

const isNotOfMail: Condition = ({ text }) => !MAIL.test(text);

/** What is asked about, by what says so and, where that is not enough, on which condition. */
type Rule = readonly [topics: readonly Topic[], saidBy: RegExp | Condition, when?: Condition];

/** The first that holds counts. */
const RULES: readonly Rule[] = [
  [['tasks'], ({ text, namesAgent }) => !namesAgent && WORK_OF_A_PERSON.test(text)],
  [
    ['emails'],
    ({ text }) => ALL_BUT.test(text) || readLeftOut(text).length > 0,
    ({ text }) => !OF_A_LIST.test(text),
  ],
  [['emails'], WHAT_CAME_OF_IT],
  [['vendors'], ({ text, namesAgent }) => !namesAgent && OF_A_VENDOR.test(text)],
  [['health'], MODEL_UP],
  [['agents'], ({ namesAgent }) => namesAgent],
  [['attention'], WRONG],
  [['executions'], RATES],
  [['summary'], HOW_WAS, isNotOfMail],
  [
    ['health'],
    HEALTH,
    ({ text, namesVendor }) => !(TASK.test(text) || namesVendor || DUE.test(text)),
  ],
  [['reviews'], ({ text }) => isOfDecidedReviews(text)],
  [['emails'], MAIL, ({ text }) => isHighRisk(text) && !REVIEW.test(text)],
  [['reviews'], /\breviews?\b/, ({ text }) => isHighRisk(text)],
  // "Anything urgent overdue?"
  [['tasks'], ({ text }) => isOverdue(text) && readPriority(text) !== undefined, isNotOfMail],
  [['executions'], HOW_MANY_COMPLETED, ({ text }) => !TASK.test(text)],
  [['attention'], ATTENTION, ({ text }) => !TASK.test(text) && !DUE.test(text)],
  [['reviews'], ({ text }) => isDecided(text)],
  [['reviews'], REVIEW, ({ text }) => !/\bperformance review\b/.test(text)],
  [['tasks'], TASK],
  [['vendors'], COMPARES_VENDORS, isNotOfMail],
  [['vendors'], HOW_RELIABLE],
  [['vendors'], IS_RELIABLE],
  [['emails'], FROM_A_KIND, ({ namesVendor }) => !namesVendor],
  [['tasks', 'deadlines'], BEHIND, ({ namesVendor }) => !namesVendor],
  [['deadlines'], MEETINGS_ALONE],
  [['vendors'], BY_SENDER],
  [['emails'], ({ text }) => isMailOfVendors(text)],
  [['emails'], BUSIEST],
  [['agents'], PROCESSING_SPEED],
  [
    ['vendors'],
    ({ namesVendor }) => namesVendor,
    ({ text }) => !MAIL.test(text) || VENDOR_STUDY.test(text),
  ],
  [['deadlines'], DEADLINE],
  [['deadlines'], PLANNED, ({ text }) => !AT_PRESENT.test(text)],
  [['deadlines'], OF_MEETINGS, isNotOfMail],
  // "A summary of the mail from customers" is a list of it.
  [
    ['emails'],
    ({ text }) => SUMMARY.test(text) && MAIL.test(text),
    ({ text, namesVendor }) => namesVendor || FAILURE.test(text) || KIND_OF_PEOPLE.test(text),
  ],
  [['summary'], SUMMARY, ({ text }) => !EXECUTION.test(text)],
  [['executions'], FAILURE, ({ text }) => WHY.test(text)],
  [['executions'], /\bexecutions?\b/],
  [['emails'], MAIL],
  [['executions'], EXECUTION],
  [['executions'], FAILURE],
  [['tasks'], RANKED],
  [['tasks'], FINISHED_BY],
  [['tasks', 'deadlines'], FALLS_DUE],
  [['tasks'], DONE],
  [['tasks'], ASSIGNED],
  [['emails'], CAME_IN],
  [['executions'], IN_A_STATE, ({ text }) => contentWords(text).length === 0],
  [['emails'], ({ text }) => readSender(text) !== undefined],
];

/** What a normalised request is about by its plain words; nothing when it does not say. */
export const topicOf = keepReadings(readTopics, (text) => text);

function readTopics(text: string): readonly Topic[] {
  const said: Said = {
    text,
    namesAgent: AGENT.test(text) && !/\bagent of\b/.test(text),
    namesVendor: VENDOR.test(text),
  };
  for (const [topics, saidBy, when] of RULES) {
    const isSaid = saidBy instanceof RegExp ? saidBy.test(text) : saidBy(said);
    if (isSaid && (when === undefined || when(said))) return topics;
  }
  return [];
}
