import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { questionSchema } from './case.ts';
import { readCases } from './read-cases.ts';

async function read(t: TestContext, files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-cases-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return await readCases({ folder, desk: 'front-desk', kind: 'questions', schema: questionSchema });
}

it('a file that is half written is told, and so is one that is no list', async (t) => {
  const { cases, problems } = await read(t, {
    'front-desk/questions-a.dev.yaml': '- id: a\n  say: "Hel',
    'front-desk/questions-b.dev.yaml': 'id: b\nsay: Hello\n',
    'front-desk/questions-c.dev.yaml': '',
  });
  assert.deepEqual(cases, []);
  assert.equal(problems.length, 3);
  assert.match(problems[0] ?? '', /^front-desk\/questions-a\.dev\.yaml: cannot be read: .+line 2/);
  assert.match(problems[1] ?? '', /questions-b\.dev\.yaml: is no list/);
  assert.match(problems[2] ?? '', /questions-c\.dev\.yaml: is no list/);
});

it('a case that breaks the schema is told with its file, its id and its field', async (t) => {
  const { cases, problems } = await read(t, {
    'front-desk/questions.dev.yaml':
      '- { id: a, say: Hello, sayz: [x] }\n- { say: Hello }\n- { id: c, say: Hello, says: [5] }\n- { id: d, say: Hi }\n',
  });
  assert.deepEqual(
    cases.map(({ id }) => id),
    ['d'],
  );
  assert.match(problems[0] ?? '', /^front-desk\/questions\.dev\.yaml, a: .*sayz/);
  assert.match(problems[1] ?? '', /^front-desk\/questions\.dev\.yaml, entry 2: id: /);
  assert.match(problems[2] ?? '', /^front-desk\/questions\.dev\.yaml, c: says\.0: /);
});

it('an id is there once among all files of both desks, whatever suite they are of', async (t) => {
  const { problems } = await read(t, {
    'front-desk/questions.dev.yaml': '- { id: a, say: Hello }\n',
    'front-desk/questions.test.yaml': '- { id: b, say: Hello }\n- { id: b, say: Hi }\n',
    'back-office/red-team.dev.yaml': '- { id: a, other: shape }\n',
    'back-office/conversations.dev.yaml': '- { id: c }\n- { id: c }\n',
  });
  assert.deepEqual(problems, [
    'the id a is there 2 times: front-desk/questions.dev.yaml, back-office/red-team.dev.yaml',
    'the id b is there 2 times: front-desk/questions.test.yaml, front-desk/questions.test.yaml',
  ]);
});

it('a file that names no part is told, and a suite without cases has a problem', async (t) => {
  const { problems } = await read(t, { 'front-desk/questions.yaml': '- { id: a, say: Hello }\n' });
  assert.match(problems[0] ?? '', /has to end in \.dev\.yaml or \.test\.yaml/);
  assert.match((await read(t, {})).problems[0] ?? '', /there is no case in front-desk\/questions/);
});

it('the files of one suite are read in order, each case with its part; those of others are not', async (t) => {
  const { cases, problems } = await read(t, {
    'front-desk/questions-prices.test.yaml': '- { id: b, say: B }\n',
    'front-desk/questions.dev.yaml': '- { id: c, say: C }\n',
    'front-desk/questionsfoo.dev.yaml': '- { id: x, say: X }\n',
    'front-desk/refusals.dev.yaml': 'half: [',
    'back-office/questions.dev.yaml': '- { id: y, say: Y }\n',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    cases.map(({ id, part }) => `${id} ${part}`),
    ['b test', 'c dev'],
  );
});
