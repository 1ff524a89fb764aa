// One playbook in a process of its own: how long it takes to its first answer, and what it holds on
// to. Prints a `StartFigures` as JSON.
import { answer, type DeskName, loadClerk, requestOf } from './desks.ts';
import { cpuMs } from './measure-calls.ts';

export interface StartFigures {
  /** CPU of reading and compiling the modules, which the server does once. */
  loadMs: number;
  /** CPU from making the clerk to the end of its first answer. */
  startMs: number;
  /** What JavaScript holds on to after a collection, modules included. */
  heldBytes: number;
}

if (import.meta.main) {
  const [desk, message = ''] = process.argv.slice(2);
  const before = heldBytes();
  const loadedAtMs = cpuMs();
  const create = await loadClerk(desk as DeskName);
  const startedAtMs = cpuMs();
  const clerk = create();
  await answer(clerk, requestOf(desk as DeskName, [message]));
  const endedAtMs = cpuMs();
  const figures: StartFigures = {
    loadMs: startedAtMs - loadedAtMs,
    startMs: endedAtMs - startedAtMs,
    heldBytes: heldBytes() - before,
  };
  // Read after the collection, so that the clerk is still held.
  process.stdout.write(JSON.stringify({ ...figures, clerk: clerk.name }));
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
