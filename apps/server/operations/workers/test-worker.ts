import type { Task, TaskAnswer } from './thread-pool.ts';

const kept: unknown[] = [];

/** What a task of a real worker file may come to, for tests of the pool. */
export default async function runTask({ name, input, started }: Task): Promise<TaskAnswer> {
  Atomics.store(started, 0, 1);
  if (name === 'spin') for (;;) kept.length = 0;
  if (name === 'eat') for (;;) kept.push(Array.from({ length: 10_000 }, () => ({})));
  if (name === 'exit') process.exit(3);
  if (name === 'throw') throw new Error(`secret ${String(input)}`);
  if (name === 'environment') return { isDone: true, value: Object.keys(process.env) };
  if (name === 'refuse') {
    return { isDone: false, code: 'too_deep', message: 'It is too deep.', where: '' };
  }
  return { isDone: true, value: input };
}
