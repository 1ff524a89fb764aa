import type { AgentInputs } from '../agents/agent.ts';
import type { WholeMail } from '../agents/whole-mail.ts';
import type { Task, TaskAnswer } from './thread-pool.ts';
import { WorkerError } from './worker-pool.ts';

/**
 * What the threads can do. Each part is loaded at its first use: a thread starts in a moment, and one
 * that never sees a PDF never loads a reader for it.
 */
const tasks: Record<string, (input: never) => Promise<unknown>> = {
  readMail: async (raw: Uint8Array) => {
    const { readMail } = await import('../mail/read-mail.ts');
    return readMail(raw);
  },
  readAttachments: async ({ raw, positions }: { raw: Uint8Array; positions: number[] }) => {
    const { readAttachments } = await import('../mail/read-mail.ts');
    return readAttachments(raw, positions);
  },
  wholeMail: async (input: WholeMail) => {
    const { runWholeMail } = await import('../agents/whole-mail.ts');
    return runWholeMail(input);
  },
  triage: async (input: AgentInputs['triage']) => {
    const { runTriageRules } = await import('../agents/triage/triage-rules.ts');
    return runTriageRules(input);
  },
  vision: async (input: AgentInputs['vision']) => {
    const { runVisionRules } = await import('../agents/vision/vision-rules.ts');
    return runVisionRules(input);
  },
  deadline: async (input: AgentInputs['deadline']) => {
    const { runDeadlineRules } = await import('../agents/deadline/deadline-rules.ts');
    return runDeadlineRules(input);
  },
  task: async (input: AgentInputs['task']) => {
    const { runTaskRules } = await import('../agents/task/task-rules.ts');
    return runTaskRules(input);
  },
  context: async (input: AgentInputs['context']) => {
    const { runContextRules } = await import('../agents/context/context-rules.ts');
    return runContextRules(input);
  },
};

/** Never rejects: what goes wrong is told in the answer, without any text of the mail. */
export default async function runTask({ name, input, started }: Task): Promise<TaskAnswer> {
  Atomics.store(started, 0, 1);
  try {
    const task = tasks[name];
    if (task === undefined) throw new Error(`There is no task '${name}'.`);
    return { isDone: true, value: await task(input as never) };
  } catch (error) {
    if (error instanceof WorkerError) {
      return { isDone: false, code: error.code, message: error.message, where: '' };
    }
    return { isDone: false, code: 'crashed', message: 'Reading it failed.', where: whereOf(error) };
  }
}

/** The places of a stack; its message may hold text of the mail. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.constructor.name, ...places.slice(0, 8).map((line) => line.trim())].join(' ');
}
