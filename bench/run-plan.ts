import { type LoadFigures, measureLoad } from './measure-load.ts';
import { type MemoryFigures, measureMemory } from './measure-memory.ts';
import { type LoadName, loadNames, type Plan } from './plan.ts';
import type { ServerProcess } from './server-process.ts';
import type { Subject, Subjects } from './subjects.ts';

/** The same thing measured on both servers, right after one another. */
export type Pair<Figures> = Record<Subject, Figures>;

export interface Measured {
  loads: Record<LoadName, Pair<LoadFigures>[]>;
  memory: Pair<MemoryFigures>[];
}

/** Runs all rounds. Each pair is measured in the opposite order of the one before. */
export async function runPlan(
  subjects: Subjects,
  plan: Plan,
  onProgress: (what: string) => void,
): Promise<Measured> {
  const measured: Measured = { loads: { paced: [], burst: [], alone: [] }, memory: [] };
  const servers: ServerProcess[] = [];
  const start = async (subject: Subject): Promise<ServerProcess> => {
    const server = await subjects.start(subject);
    servers.push(server);
    return server;
  };
  try {
    const bare = await start('bare');
    const deskbell = await start('deskbell');
    for (let round = 1 - plan.warmUpRounds; round <= plan.rounds; round += 1) {
      onProgress(round < 1 ? 'warming up' : `round ${round} of ${plan.rounds}`);
      for (const name of loadNames) {
        const load = plan.loads[name];
        const pair = await inTurns(round, {
          bare: () => measureLoad(bare, load, undefined),
          deskbell: () => measureLoad(deskbell, load, subjects.postgres.readCpu),
        });
        if (round >= 1) measured.loads[name].push(pair);
      }
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  for (let round = 1; round <= plan.memoryRounds; round += 1) {
    onProgress(`memory, round ${round} of ${plan.memoryRounds}`);
    const measure = (subject: Subject) => async () => {
      const server = await subjects.start(subject);
      try {
        return await measureMemory(server, plan.memory);
      } finally {
        await server.stop();
      }
    };
    const pair = { bare: measure('bare'), deskbell: measure('deskbell') };
    measured.memory.push(await inTurns(round, pair));
  }
  return measured;
}

/** Alternates who goes first, so that a machine that slows down favours neither. */
async function inTurns<Figures>(
  round: number,
  measure: Pair<() => Promise<Figures>>,
): Promise<Pair<Figures>> {
  if (round % 2 === 0) {
    const bare = await measure.bare();
    return { bare, deskbell: await measure.deskbell() };
  }
  const deskbell = await measure.deskbell();
  return { bare: await measure.bare(), deskbell };
}
