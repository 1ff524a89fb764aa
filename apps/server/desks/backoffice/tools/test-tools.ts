import assert from 'node:assert/strict';
import { type Tool, ToolError } from '@deskbell/engine';
import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import type { Health } from '../../../health/health.ts';
import { type Database, openDatabase } from '../../../platform/database.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { createBackOfficeTools } from './create-back-office-tools.ts';
import type { ToolInputs, ToolName, ToolResults } from './tool-results.ts';

/** A Sunday, 10:00 in New York. */
export const NOW = new Date('2026-11-22T15:00:00Z');
export const timezone = 'America/New_York';
/** Of a result, for the engine. */
export const MOST_CHARACTERS = 20_000;

export const allIsWell: Health = {
  status: 'healthy',
  database: 'up',
  queue: 'up',
  redis: 'off',
  model: { provider: 'anthropic', name: 'claude', circuit: 'closed' },
  budget: undefined,
  warnings: [],
};

export interface TestTools {
  database: Database;
  tools: readonly Tool<StaffMember>[];
  /** Fails the test when the tool refuses. */
  run<Name extends ToolName>(
    name: Name,
    input?: ToolInputs[Name],
    now?: Date,
  ): Promise<ToolResults[Name]>;
  /** What the model is told when a call is refused. */
  refusal(name: ToolName, input: unknown): Promise<string>;
  /** Every item of a list, page by page. */
  all<Name extends ToolName, Item>(
    name: Name,
    input: ToolInputs[Name],
    itemsOf: (result: ToolResults[Name]) => Item[],
  ): Promise<Item[]>;
  rows<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

export async function openTestTools(
  owner: Owner,
  options: {
    health?: Health;
    leadership?: string[];
    ownDomains?: string[];
    timezone?: string;
  } = {},
): Promise<TestTools> {
  const { url } = await createTestDatabase(owner);
  const database = openDatabase({ url, log: pino({ level: 'silent' }), queryTimeoutMs: 60_000 });
  owner.after(() => database.close());
  const tools = createBackOfficeTools({
    database,
    timezone: options.timezone ?? timezone,
    leadership: options.leadership ?? [],
    ownDomains: options.ownDomains ?? [],
    health: async () => options.health ?? allIsWell,
  });
  const call = async (name: string, input: unknown, now: Date): Promise<unknown> => {
    const tool = tools.find((one) => one.name === name);
    assert.ok(tool !== undefined, name);
    const parsed = tool.input.safeParse(input);
    if (!parsed.success) {
      throw new ToolError(
        parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    }
    const { content } = await tool.run(parsed.data, {
      principal: { userId: 'ada', role: 'staff' },
      signal: new AbortController().signal,
      clock: () => now,
    });
    const json = JSON.stringify(content);
    assert.ok(json.length <= MOST_CHARACTERS, `${name} told ${json.length} characters`);
    return JSON.parse(json);
  };
  const run: TestTools['run'] = async (name, input, now = NOW) =>
    (await call(name, input ?? {}, now)) as never;
  return {
    database,
    tools,
    run,
    refusal: async (name, input) => {
      try {
        await call(name, input, NOW);
      } catch (error) {
        if (error instanceof ToolError) return error.message;
        throw error;
      }
      throw new assert.AssertionError({ message: `${name} took ${JSON.stringify(input)}` });
    },
    all: async (name, input, itemsOf) => {
      const items = [];
      let cursor: string | undefined;
      do {
        const result = await run(name, { ...input, ...(cursor === undefined ? {} : { cursor }) });
        items.push(...itemsOf(result));
        cursor = (result as { next_cursor: string | null }).next_cursor ?? undefined;
      } while (cursor !== undefined);
      return items;
    },
    rows: async (text, values = []) => (await database.pool.query(text, values)).rows,
  };
}

/** Rows of `key` and `count` as a record. */
export const countsOf = (rows: readonly { key: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));

export const withoutZeros = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
