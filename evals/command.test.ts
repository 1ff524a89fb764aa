import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';

const CLAUDE = 'claude-sonnet-5-5';
const SUITE = 'front-desk-questions';
const QUESTIONS = {
  dev: "- { id: zip-dev, say: 'Do you serve 11954?', calls: [{ check_zip_coverage: { zip_code: '11954' } }], says: ['$175'] }\n",
  test: "- { id: zip-test, say: 'Do you serve 11954 too?', calls: [{ check_zip_coverage: { zip_code: '11954' } }], says: ['$175'] }\n",
};

let cases: string;
let fake: FakeClaude;
before(async () => {
  cases = await mkdtemp(join(tmpdir(), 'deskbell-eval-'));
  await mkdir(join(cases, 'front-desk'));
  for (const [part, questions] of Object.entries(QUESTIONS)) {
    await writeFile(join(cases, `front-desk/questions.${part}.yaml`), questions);
  }
  fake = await startFakeClaude();
});
after(async () => {
  await fake?.close();
  if (cases !== undefined) await rm(cases, { recursive: true });
});

/** Runs `npm run eval` with these arguments, as it is run. */
async function evaluate(args: string[], env: Record<string, string> = {}) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { ANTHROPIC_API_KEY: _, ...ours } = process.env;
  return await new Promise<{ code: number; out: string; said: string }>((resolve) => {
    execFile(process.execPath, [main, ...args], { env: { ...ours, ...env } }, (error, out, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, said }),
    );
  });
}
const withClaude = (args: string[]) =>
  evaluate([SUITE, '--cases', cases, '--model', CLAUDE, ...args], {
    ANTHROPIC_API_KEY: 'test-key',
    ANTHROPIC_BASE_URL: fake.url,
  });

test('a model without its key ends with a sentence and exit 2, before anything starts', async () => {
  const { code, out, said } = await evaluate([SUITE, '--model', CLAUDE]);
  assert.deepEqual([code, out, said], [2, '', `To ask ${CLAUDE}, set ANTHROPIC_API_KEY.\n`]);
});

test('a model that answers wrongly fails under the bar, and only its dev failures are listed', async () => {
  fake.always(text('We go there for $9.'));
  const { code, out } = await withClaude(['--failures']);
  assert.equal(code, 1, out);
  assert.match(out, /tool and arguments, test +1 +0\.0 % .*UNDER BAR/);
  assert.match(out, /zip-dev\n {4,}> Do you serve 11954\?/);
  assert.match(out, /expected check_zip_coverage {"zip_code":"11954"}, got no call/);
  assert.doesNotMatch(out, /zip-test|11954 too/);
  const shown = await withClaude(['--show-test-failures', '--part', 'test']);
  assert.match(shown.out, /zip-test/);
});

test("what the clerk answers in a failed model's place is never the model's", async () => {
  fake.always(httpError(401));
  const { code, out } = await withClaude(['--failures']);
  assert.equal(code, 1);
  assert.match(out, /whole cases, dev +1 +0\.0 %/);
  assert.match(out, /turns without an answer, test +1 +1/);
  assert.match(out, /the turn failed: answered by clerk/);
});

test('a model that answers well passes, with its calls, tokens and price in the JSON', async () => {
  fake.always((request) => {
    const last = request.messages.at(-1)?.content;
    return typeof last !== 'string' && last?.some(({ type }) => type === 'tool_result')
      ? text('Yes, we do. An address in 11954 carries a $175 surcharge.')
      : toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '11954' } }]);
  });
  const path = join(cases, 'result.json');
  const { code, out } = await withClaude(['--runs', '2', '--json', path]);
  assert.equal(code, 0, out);
  assert.match(out, /whole cases, pass\^2, test +1 +100\.0 %/);
  assert.match(out, /there is no baseline of claude-sonnet-5-5 yet/);
  const result = JSON.parse(await readFile(path, 'utf8'));
  assert.deepEqual([result.model, result.runs], [CLAUDE, 2]);
  const [first] = result.suites[0].cases;
  assert.equal(first.runs.length, 2);
  const [answer] = first.runs[0].answers;
  assert.equal(answer.model, CLAUDE);
  assert.deepEqual(answer.calls[0].input, { zip_code: '11954' });
  assert.ok(answer.usage.inputTokens > 1000 && answer.usage.outputTokens > 0);
});

test('the clerk is measured without a key, and a file that is half written fails the run', async () => {
  await writeFile(join(cases, 'front-desk/questions-new.dev.yaml'), "- id: 'half");
  const { code, out } = await evaluate([SUITE, '--cases', cases]);
  assert.equal(code, 1);
  assert.match(out, /whole cases, dev +1 +100\.0 %/);
  assert.match(out, /questions-new\.dev\.yaml: cannot be read/);
});
