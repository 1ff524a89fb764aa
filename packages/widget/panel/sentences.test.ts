import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChatState, initialChatState } from '@deskbell/widget';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { asClock, asSentence, offlineSentence, problemSentence } from './sentences.ts';

const withNotice = (notice: ChatState['notice']): ChatState => ({ ...initialChatState, notice });
const limited = withNotice({
  kind: 'rate_limited',
  message: 'you have sent 20 messages within the hour',
  secondsLeft: 75,
});

describe('what the panel says of problems', () => {
  it('says nothing while nothing is wrong', () => {
    assert.equal(problemSentence(initialChatState, { words: en, phone: '1' }), '');
    assert.equal(offlineSentence(initialChatState, { words: en }), '');
  });

  it("shows the server's sentence in the server's language alone", () => {
    assert.equal(
      problemSentence(limited, { words: en, phone: '1' }),
      'You have sent 20 messages within the hour.',
    );
    assert.equal(
      problemSentence(limited, { words: es, phone: '1' }),
      `${es.problems.rate_limited} También puede llamar al 1.`,
    );
  });

  it('names the phone where calling helps and the number is known', () => {
    const unsent = withNotice({ kind: 'not_sent' });
    assert.equal(
      problemSentence(unsent, { words: en, phone: '555' }),
      `${en.problems.not_sent} You can also call 555.`,
    );
    assert.equal(problemSentence(unsent, { words: en, phone: '' }), en.problems.not_sent);
    assert.equal(
      problemSentence(withNotice({ kind: 'turn_running' }), { words: en, phone: '555' }),
      en.problems.turn_running,
    );
    assert.equal(
      problemSentence(withNotice({ kind: 'thread_gone', isRenewed: true }), {
        words: en,
        phone: '555',
      }),
      en.problems.thread_renewed,
    );
  });

  it('tells a lost line from an answer that failed', () => {
    const failed = (code: 'connection_lost' | 'internal'): ChatState => ({
      ...initialChatState,
      messages: [
        {
          role: 'assistant',
          key: 'a',
          turnId: 't',
          parts: [],
          status: { kind: 'failed', code, message: null, isRetryable: true },
        },
      ],
    });
    const said = (state: ChatState) => problemSentence(state, { words: en, phone: '' });
    assert.equal(said(failed('connection_lost')), en.problems.connection_lost);
    assert.equal(said(failed('internal')), en.problems.failed);
  });

  it('makes sentences and clocks', () => {
    assert.equal(asSentence(' no such thing '), 'No such thing.');
    assert.equal(asSentence('Really?'), 'Really?');
    assert.equal(asClock(754), '12:34');
    assert.equal(asClock(5), '0:05');
  });
});
