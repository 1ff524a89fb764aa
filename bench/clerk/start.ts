// One playbook in a process of its own: how long it takes to its first answer, and what it holds on
// to. Prints a `StartFigures` as JSON.
import { answer, type DeskName, loadClerk, requestOf } from './desks.ts';

export interface StartFigures {
  /** CPU of the main thread while modules are read and compiled, which the server does once. */
  loadMs: number;
  /** The same of making the clerk. */
  makeMs: number;
  /** The same from making the clerk to the end of its first answer. */
  startMs: number;
  /** What JavaScript holds on to after a collection, modules included. */
  heldBytes: number;
}

if (import.meta.main) {
  const [desk, message = ''] = process.argv.slice(2);
  const before = heldBytes();
  const loadedAtMs = threadMs();
  const create = await loadClerk(desk as DeskName);
  const startedAtMs = threadMs();
  const clerk = create();
  const madeAtMs = threadMs();
  await answer(clerk, requestOf(desk as DeskName, [message]));
  const endedAtMs = threadMs();
  const figures: StartFigures = {
    loadMs: startedAtMs - loadedAtMs,
    makeMs: madeAtMs - startedAtMs,
    startMs: endedAtMs - startedAtMs,
    heldBytes: heldBytes() - before,
  };
  // Read after the collection, so that the clerk is still held.
  process.stdout.write(JSON.stringify({ ...figures, clerk: clerk.name }));
}

/** What the clock would show on a machine with nothing else to do: nothing here waits. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
