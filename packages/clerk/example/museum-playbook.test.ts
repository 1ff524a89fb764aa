import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  DEFAULT_TURN_LIMITS,
  defineTool,
  type Message,
  runTurn,
  type Tool,
  ToolError,
} from '@deskbell/engine';
import { z } from 'zod';
import { createClerk } from '../index.ts';
import { museumPlaybook } from './museum-playbook.ts';

/** A Tuesday. */
const now = new Date('2026-12-01T15:00:00Z');
const clerk = createClerk({
  playbook: museumPlaybook,
  clock: () => now,
  timezone: 'America/New_York',
  onFault: (cause) => assert.fail(String(cause)),
});
const ticketPrice = defineTool({
  name: 'ticket_price',
  description: 'What tickets cost on a day.',
  label: 'Looking up prices…',
  input: z.strictObject({ visitors: z.int(), day: z.iso.date() }),
  run: ({ visitors, day }) => {
    if (day === '2026-12-25') throw new ToolError('The museum is closed that day.');
    return { content: { dollars: visitors * 12.5 } };
  },
});

/** The answers to messages of one conversation, through the real turn loop. */
async function converse(texts: readonly string[], tools: Tool<undefined>[] = [ticketPrice]) {
  const history: Message[] = [];
  const answers: string[] = [];
  for (const text of texts) {
    history.push({ role: 'user', text });
    let answer = '';
    const turn = runTurn({
      models: [clerk],
      system: { stable: '', varying: '' },
      tools,
      history: [...history],
      principal: undefined,
      signal: new AbortController().signal,
      clock: () => now,
      limits: DEFAULT_TURN_LIMITS,
      wording: { refused: '', cutOff: '', noAnswer: '' },
    });
    for await (const event of turn) {
      if (event.type === 'token') answer += event.text;
      if (event.type === 'message') history.push(event.message);
    }
    answers.push(answer);
  }
  return answers;
}

test('what is not known, not allowed or cannot be looked up is said as it is', async () => {
  const [unknown, foreign] = await converse(['do you sell pianos?', 'wie viel kostet das?']);
  assert.match(unknown ?? '', /^I don't know that\./);
  assert.match(foreign ?? '', /Englisch.* I read English\.$/);
  const closed = await converse(['what does it cost for 2 people', 'on december 25']);
  assert.equal(closed[1], 'The museum is closed that day.');
  const broken = await converse(['tickets for 2 people', 'tomorrow'], []);
  assert.equal(broken[1], "I couldn't look that up; please call 555-0100.");
});

test('missing details are asked for, then the tool is called and its result said', async () => {
  const [greeting, visitors, day, price, other, parking] = await converse([
    'hello',
    'how much are tikcets?',
    'four',
    'saturday',
    'and on sunday?',
    'is there parking',
  ]);
  assert.match(greeting ?? '', /How can I help you\?$/);
  assert.equal(visitors, 'How many of you are coming?');
  assert.equal(day, 'Which day would you like to come?');
  assert.match(price ?? '', /^4 tickets for Saturday, December 5 (?:cost|come to) \$50\.$/);
  assert.match(other ?? '', /^4 tickets for Sunday, December 6 (?:cost|come to) \$50\.$/);
  assert.equal(parking, 'Parking behind the museum is free.');
});

test('the README shows the example as it is', async () => {
  const code = await readFile(new URL('museum-playbook.ts', import.meta.url), 'utf8');
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  assert.ok(readme.includes(`\`\`\`ts\n${code}\`\`\`\n`));
});
