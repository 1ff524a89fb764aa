import type { Model } from '@deskbell/engine';
import type { DeskName } from './desks/ask.ts';
import type { World, WorldOptions } from './desks/open-world.ts';
import type { Part } from './desks/read-cases.ts';

/** What a run was asked for. Only suites that ask a desk look at it. */
export interface EvalContext {
  parts: readonly Part[];
  /** How often each case is run. */
  runs: number;
  /** 'clerk', or the name of a language model, which then answers alone. */
  model: string;
  /** The model of that name; undefined: the clerk. */
  languageModel?: Model | undefined;
  /**
   * The world in which `model` answers, opened when it is first asked for and shared by suites. Its
   * mail is there once it was asked for with the back office.
   */
  world(desk: DeskName): Promise<World>;
  /** Another world for one suite, which closes it. */
  openWorld(options: WorldOptions): Promise<World>;
  progress(what: string): void;
}
