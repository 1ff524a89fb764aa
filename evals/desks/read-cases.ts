import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { DeskName } from './ask.ts';

/** 'dev' is looked at while tuning, 'test' never. */
export type Part = 'dev' | 'test';

/** A case of a file, with the part it belongs to. */
export type PartOf<Case> = Case & { part: Part };

export interface ReadCases<Case> {
  /** Those that can be used, in the order of files and lines. */
  cases: PartOf<Case>[];
  /** What is wrong with the files, one sentence each; a suite with any of them has failed. */
  problems: string[];
}

const DESKS: readonly DeskName[] = ['front-desk', 'back-office'];
const FILE_NAME = /^([a-z-]+)\.(dev|test)\.yaml$/;

/**
 * The cases of one suite: `<folder>/<desk>/<kind>….dev.yaml` and `….test.yaml`, each a YAML list.
 * Ids are unique among the cases of all suites in the folder.
 */
export async function readCases<Schema extends z.ZodType<{ id: string }>>({
  folder,
  desk,
  kind,
  schema,
}: {
  folder: string;
  desk: DeskName;
  /** What the file names begin with: 'questions'. */
  kind: string;
  schema: Schema;
}): Promise<ReadCases<z.output<Schema>>> {
  const cases: PartOf<z.output<Schema>>[] = [];
  const problems: string[] = [];
  const placesOf = new Map<string, string[]>();

  for (const file of await listFiles(folder)) {
    const isOwn = file.desk === desk && isOfKind(file.name, kind);
    const list = await readList(join(folder, file.path));
    if (typeof list === 'string') {
      if (isOwn) problems.push(`${file.path}: ${list}`);
      continue;
    }
    const part = FILE_NAME.exec(file.name)?.[2];
    if (isOwn && part === undefined) {
      problems.push(`${file.path}: the name has to end in .dev.yaml or .test.yaml`);
      continue;
    }
    for (const [index, raw] of list.entries()) {
      const id = idOf(raw);
      const place = `${file.path}, ${id ?? `entry ${index + 1}`}`;
      if (id !== undefined) placesOf.set(id, [...(placesOf.get(id) ?? []), file.path]);
      if (!isOwn) continue;
      const parsed = schema.safeParse(raw);
      if (parsed.success) cases.push({ ...parsed.data, part: part as Part });
      else problems.push(`${place}: ${sayIssues(parsed.error)}`);
    }
  }
  if (cases.length === 0 && problems.length === 0) {
    problems.push(`there is no case in ${join(desk, `${kind}*.yaml`)}`);
  }
  for (const id of new Set(cases.map((one) => one.id))) {
    const places = placesOf.get(id) ?? [];
    if (places.length > 1)
      problems.push(`the id ${id} is there ${places.length} times: ${places.join(', ')}`);
  }
  return { cases, problems };
}

/** 'questions-prices.dev.yaml' is of the kind 'questions'. */
const isOfKind = (name: string, kind: string): boolean =>
  name.startsWith(`${kind}.`) || name.startsWith(`${kind}-`);

async function listFiles(
  folder: string,
): Promise<{ desk: DeskName; name: string; path: string }[]> {
  const lists = await Promise.all(
    DESKS.map(async (desk) => {
      const names = await readdir(join(folder, desk)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      return names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => ({ desk, name, path: join(desk, name) }));
    }),
  );
  return lists.flat();
}

/** The list in a file, or a sentence that says why there is none. */
async function readList(path: string): Promise<unknown[] | string> {
  try {
    const list: unknown = parse(await readFile(path, 'utf8'));
    return Array.isArray(list) ? list : 'is no list of cases';
  } catch (error) {
    // The first line says what and where; the rest repeats the source.
    return `cannot be read: ${(error as Error).message.split('\n')[0]}`;
  }
}

function idOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return undefined;
  return typeof raw.id === 'string' ? raw.id : undefined;
}

function sayIssues({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}
