import type { Model } from '@deskbell/engine';
import { startPostgres18 } from '@deskbell/testing/postgres-18.ts';
import type { World, WorldOptions } from './desks/open-world.ts';
import type { EvalContext } from './eval-context.ts';

/**
 * A context whose worlds live in TEST_POSTGRES_URL, or in a PostgreSQL it starts when the first is
 * opened. `close` closes the shared world and what was started.
 */
export function createEvalContext({
  languageModel,
  ...asked
}: Pick<EvalContext, 'parts' | 'runs' | 'progress'> & {
  /** Undefined: the clerk. */
  languageModel?: Model | undefined;
}): { context: EvalContext; close(): Promise<void> } {
  let postgres: ReturnType<typeof startPostgres18> | undefined;
  let world: Promise<World> | undefined;

  async function open(options: WorldOptions): Promise<World> {
    if (process.env.TEST_POSTGRES_URL === undefined) {
      postgres ??= startPostgres18();
      process.env.TEST_POSTGRES_URL = (await postgres).url;
    }
    // Only now: what it imports asks at once whether a PostgreSQL is given.
    const { openWorld } = await import('./desks/open-world.ts');
    return await openWorld(options);
  }

  return {
    context: {
      ...asked,
      languageModel,
      model: languageModel?.name ?? 'clerk',
      world: async (desk) => {
        world ??= open({
          hasMail: false,
          ...(languageModel === undefined ? {} : { languageModels: [languageModel] }),
        });
        const opened = await world;
        if (desk === 'back-office') await opened.sendMail();
        return opened;
      },
      openWorld: open,
    },
    close: async () => {
      // Whoever asked for a world that could not be opened was told then.
      const opened = await world?.catch(() => undefined);
      await opened?.close();
      if (postgres === undefined) return;
      delete process.env.TEST_POSTGRES_URL;
      await (await postgres).stop();
    },
  };
}
