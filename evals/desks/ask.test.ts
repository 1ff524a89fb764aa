import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createScriptedModel } from '@deskbell/testing/scripted-model.ts';
import { ask, converse } from './ask.ts';
import { openWorld, type World } from './open-world.ts';

// Within a suite, whose world is closed before the PostgreSQL of this process ends.
describe('asking a desk', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world?.close());

  it('a message that no desk takes is an error, not an answer', async () => {
    const message = 'x'.repeat(501);
    await assert.rejects(ask(world, { desk: 'front-desk', message }), /400/);
    await assert.rejects(ask(world, { desk: 'back-office', message: ' ' }), /400/);
  });

  it('a turn that failed has its code and none of the answer', async () => {
    const broken = await openWorld({
      hasMail: false,
      languageModels: [
        createScriptedModel([
          {
            events: [{ type: 'text', text: 'Hello there. This is half an' }],
            throws: new Error('gone'),
          },
          {
            events: [{ type: 'text', text: 'Hello there. This is half an' }],
            throws: new Error('gone'),
          },
        ]),
      ],
    });
    try {
      for (const desk of ['front-desk', 'back-office'] as const) {
        const answer = await ask(broken, { desk, message: 'Hello' });
        assert.equal(answer.error, 'model_unavailable');
      }
    } finally {
      await broken.close();
    }
  });

  it('an answer comes with its calls, what came back, and who gave it', async () => {
    const { text, calls, model, error, handoff } = await ask(world, {
      desk: 'front-desk',
      message: 'Do you pick up in 10001?',
    });
    assert.match(text, /10001/);
    assert.deepEqual([model, error, handoff], ['clerk', null, null]);
    assert.deepEqual(
      calls.map(({ tool, input, isError }) => ({ tool, input, isError })),
      [{ tool: 'check_zip_coverage', input: { zip_code: '10001' }, isError: false }],
    );
    const result = calls[0]?.result as { serviceable: boolean } | undefined;
    assert.equal(result?.serviceable, true);
  });

  it('the desks know what day it is and who is signed in, and whose bookings are whose', async () => {
    const visitor = await ask(world, { desk: 'front-desk', message: 'What is today?' });
    assert.match(visitor.text, /Tuesday, December 1/);
    const numbersOf = async (signedIn: 'maya' | 'daniel'): Promise<string[]> => {
      const message = 'Show me my bookings';
      const { calls } = await ask(world, { desk: 'front-desk', message, signedIn });
      return JSON.stringify(calls).match(/TT-\d+/g) ?? [];
    };
    const [ofMaya, ofDaniel] = [await numbersOf('maya'), await numbersOf('daniel')];
    assert.ok(ofMaya.length > 0 && ofDaniel.length > 0);
    assert.equal(
      ofMaya.some((number) => ofDaniel.includes(number)),
      false,
    );
  });

  it('a conversation goes on, and its last hand-over is what the wizard gets', async () => {
    const answers = await converse(world, {
      desk: 'front-desk',
      messages: [
        'I want to book a petite mini move from 10001 to 11937',
        'on December 10',
        'no packing',
        'yes',
        'yes, go ahead',
      ],
    });
    assert.equal(new Set(answers.map(({ conversationId }) => conversationId)).size, 1);
    const handoff = answers.findLast((answer) => answer.handoff !== null)?.handoff;
    assert.equal(handoff?.package_type, 'petite');
    assert.equal(handoff?.pickup_date, '2026-12-10');
  });

  it('the back office answers from the mail of this world, with its sessions', async () => {
    const [first, second] = await converse(world, {
      desk: 'back-office',
      messages: ['How many emails came in today?', 'and yesterday?'],
    });
    assert.deepEqual(
      [first?.calls[0]?.input, second?.calls[0]?.input],
      [
        { from: '2026-12-01', to: '2026-12-01' },
        { from: '2026-11-30', to: '2026-11-30' },
      ],
    );
    const result = first?.calls[0]?.result as { total: number } | undefined;
    assert.ok(result !== undefined && result.total > 0);
  });
});
