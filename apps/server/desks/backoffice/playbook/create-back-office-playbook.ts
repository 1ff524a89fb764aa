import type { Playbook } from '@deskbell/clerk';
import { agents } from './flows/agents.ts';
import { attention } from './flows/attention.ts';
import { deadlines } from './flows/deadlines.ts';
import { emails } from './flows/emails.ts';
import { executions } from './flows/executions.ts';
import { find } from './flows/find.ts';
import type { Flow, Turn } from './flows/flow.ts';
import { health } from './flows/health.ts';
import { record } from './flows/record.ts';
import { reviews } from './flows/reviews.ts';
import { rowOf } from './flows/row-of.ts';
import { saySaying, WHICH } from './flows/sayings.ts';
import { summary } from './flows/summary.ts';
import { tasks } from './flows/tasks.ts';
import { vendors } from './flows/vendors.ts';
import { hear } from './hear.ts';
import { createMemory, type Goal, type Memory } from './memory.ts';
import type { Topic } from './query.ts';
import { see } from './see.ts';
import { notesFor } from './understand/slots/read-cannot.ts';
import { asksForOneSentence, firstSentence } from './wording/first-sentence.ts';

const FLOWS: Readonly<Record<Topic, Flow>> = {
  emails,
  executions,
  tasks,
  deadlines,
  agents,
  vendors,
  health,
  attention,
  reviews,
  summary,
  find,
  record,
};

/** Rows of a list when a message asks several things. */
const ROWS_OF_SEVERAL = 5;

/**
 * What the clerk knows about the back office: it understands a question, asks the read-only tools
 * and says what they tell. Numbers, names, days and states come from this turn's results only.
 */
export function createBackOfficePlaybook(): Playbook<Memory> {
  return {
    fallback:
      "I'm sorry, I can't answer that just now. Please ask again in a moment, or put it in other words.",
    needsExactResults: true,
    remember: createMemory,
    hear,
    see,
    answer(turn) {
      const { goals } = turn.memory.heard;
      const questions = goals.filter(({ kind }) => kind === 'query').length;
      const parts = goals.map((goal) => answerGoal(turn, goal, questions));
      if (parts.some((part) => part === undefined)) return undefined;
      const said = [...new Set(parts)].join('\n\n');
      return asksForOneSentence(turn.memory.heard.text) ? firstSentence(said) : said;
    },
  };
}

function answerGoal(turn: Turn, goal: Goal, questions: number): string | undefined {
  if (goal.kind === 'which') return WHICH;
  if (goal.kind === 'say') return saySaying(goal.what, turn);
  const { query } = goal;
  if (query.rowOf !== undefined) {
    return rowOf(turn, query, (list, room) => FLOWS[list.topic](turn, list, room));
  }
  const said = FLOWS[query.topic](turn, query, {
    firstNumber: query.firstNumber ?? 1,
    ...(questions > 1 ? { rows: ROWS_OF_SEVERAL } : {}),
    ...(asksHowMany(turn.memory.heard.text) ? { isCount: true } : {}),
  });
  return said && [...notesFor(said, query.notes), said].join(' ');
}

const asksHowMany = (text: string): boolean =>
  /\bhow (?:many|much (?:e-?mails?|mails?))\b|\b(?:number|count) of\b|^count\b/.test(text) &&
  !/\b(?:list|show|which|what are|and what|who)\b/.test(text);
